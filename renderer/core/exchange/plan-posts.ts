// The plan of a posts import: pure, from rows of a file and the posts there are.
import { asText } from "../lib/as-text.ts";
import { folded } from "../lib/fold-text.ts";
import { type Entity, initialValues } from "../model/entity.ts";
import { type Post, posts } from "../model/post.ts";
import type { RejectedLine, TableRow } from "../host/shapes.ts";
import { guessMapping, type Mapping } from "./column.ts";
import { cityFromKey, postColumns, regionOf, telegraphicName } from "./columns/posts.ts";
import type { FieldChange, PlanRow, Reason } from "./plan.ts";

export interface PostsFile {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  readonly rejects: readonly RejectedLine[];
}

export { guessMapping };

/** True where the mapping can tell rows apart: a key, a name or a city. */
export function canPlan(mapping: Mapping): boolean {
  return mapping.has("externalId") || mapping.has("name") || mapping.has("city");
}

/**
 * Rows of the plan in file order. A post is known again by its key, else by city, country and type together; a row
 * that repeats an earlier one of the same file is a duplicate and does nothing. `newId` is called once a created row.
 */
export function planPosts(
  file: PostsFile,
  mapping: Mapping,
  existing: readonly Post[],
  newId: () => string,
): readonly PlanRow[] {
  const byKey = new Map(existing.filter((post) => post.externalId).map((post) => [post.externalId, post]));
  const byPlace = new Map(existing.map((post) => [placeKey(post), post]));
  const linesMet = new Map<string, number>();
  const planned = file.rows.map((row) => {
    const read = readRow(row.cells, file.headings, mapping);
    if ("reasons" in read) return rejected(row.line, read.title, read.reasons);
    const key = asText(read.values["externalId"]) || placeKey(read.values);
    const earlier = linesMet.get(key);
    if (earlier !== undefined) return repeated(row.line, read.title, earlier);
    linesMet.set(key, row.line);
    const known = byKey.get(asText(read.values["externalId"])) ?? byPlace.get(placeKey(read.values));
    return known
      ? updated(row.line, known, read.values)
      : created(row.line, newId(), read.title, read.values);
  });
  const refusedByReader = file.rejects.map(({ line, column, code, facts }) =>
    rejected(line, "", [{ code, column, facts }]),
  );
  return [...planned, ...refusedByReader].sort((a, b) => a.line - b.line);
}

type Values = Readonly<Record<string, unknown>>;

function readRow(
  cells: readonly string[],
  headings: readonly string[],
  mapping: Mapping,
): { title: string; values: Values } | { title: string; reasons: readonly Reason[] } {
  const values: Record<string, unknown> = {};
  const reasons: Reason[] = [];
  for (const column of postColumns) {
    const at = mapping.get(column.field);
    const text = at === undefined ? "" : (cells[at] ?? "").trim();
    if (text === "") continue;
    const read = column.read(text, headings[at ?? 0] ?? "");
    if (read.ok) values[column.field] = read.value;
    else reasons.push(read.reason);
  }
  completed(values);
  const title = asText(values["name"]);
  if (title === "") reasons.push({ code: "noName", column: null, facts: {} });
  return reasons.length > 0 ? { title, reasons } : { title, values };
}

/** What a list leaves out and the rest of the row tells. */
function completed(values: Record<string, unknown>): void {
  values["city"] ??= typeof values["externalId"] === "string" ? cityFromKey(values["externalId"]) : "";
  values["name"] ??= values["city"];
  values["city"] ||= values["name"];
  const region = regionOf(asText(values["country"]));
  if (region) values["region"] ??= region;
  const address = telegraphicName(asText(values["city"]));
  if (address) values["addressNames"] ??= [address];
}

function placeKey(post: Values | Post): string {
  const { city, country, type } = post as Values;
  return [city, country, type].map((part) => folded(asText(part))).join("|");
}

function created(line: number, id: string, title: string, values: Values): PlanRow {
  const initial: Values = initialValues(posts as Entity);
  const changes = Object.entries(values).map(([field, after]) => ({ field, before: initial[field], after }));
  return { line, fate: "create", id, title, changes, reasons: [] };
}

function updated(line: number, post: Post, values: Values): PlanRow {
  const before = post as unknown as Values;
  const changes: FieldChange[] = Object.entries(values)
    .filter(([field, after]) => JSON.stringify(before[field]) !== JSON.stringify(after))
    .map(([field, after]) => ({ field, before: before[field], after }));
  return {
    line,
    fate: changes.length > 0 ? "update" : "unchanged",
    id: post.id,
    title: post.name,
    changes,
    reasons: [],
  };
}

function repeated(line: number, title: string, earlier: number): PlanRow {
  const reasons = [{ code: "repeatsLine", column: null, facts: { line: earlier } }];
  return { line, fate: "duplicate", id: "", title, changes: [], reasons };
}

function rejected(line: number, title: string, reasons: readonly Reason[]): PlanRow {
  return { line, fate: "reject", id: "", title, changes: [], reasons };
}
