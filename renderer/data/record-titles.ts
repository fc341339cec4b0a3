// What a record is called where it is named in a line: by its own words, or by what it belongs to.
import type { Entity } from "#core/model/entity.ts";
import { entities, type Rows } from "#core/model/index.ts";
import { type TableName, tableNames } from "#core/model/tables.ts";
import { recordKey, type RecordName } from "./touches.ts";
import type { View } from "./view/view.ts";

type AnyRow = Rows[TableName];

/** First searched text of the row; its id where it has none. */
export function titleOf(table: TableName, row: AnyRow): string {
  const entity: Entity = entities[table];
  const values = row as unknown as Readonly<Record<string, unknown>>;
  const text = Object.entries(entity.fields)
    .filter(([, field]) => field.search)
    .map(([name]) => values[name])
    .find((value) => typeof value === "string" && value !== "");
  return typeof text === "string" ? text : row.id;
}

/** Records that a field's values point to, or the key of a map that stands in its path ("wordings/<id>"). */
export function namedBy(table: TableName, path: string, values: readonly unknown[]): readonly RecordName[] {
  const [name = "", key] = path.split("/");
  const entity: Entity = entities[table];
  const to = entity.fields[name]?.to;
  if (!to) return [];
  const ids = key === undefined ? values : [key];
  return ids.flatMap((id) => (typeof id === "string" ? [{ table: to, id }] : []));
}

/** Longest title in a line. */
const longest = 80;

/** Titles by "table/id": a task, an answer or a stand is called by its post and its directive. */
export async function titlesOf(
  view: View,
  records: readonly RecordName[],
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  await Promise.all(
    tableNames.map(async (table) => {
      const ids = [...new Set(records.filter((record) => record.table === table).map(({ id }) => id))];
      if (ids.length === 0) return;
      const rows = (await view.get(table, ids)) as readonly (AnyRow | undefined)[];
      const owners = await ownersOf(view, table, rows);
      for (const row of rows) {
        if (row) titles.set(recordKey(table, row.id), shortened(owners.get(row.id) || titleOf(table, row)));
      }
    }),
  );
  return titles;
}

async function ownersOf(
  view: View,
  table: TableName,
  rows: readonly (AnyRow | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  if (table !== "demarcheTasks" && table !== "responses" && table !== "positions") return new Map();
  const ofPosts = rows.flatMap((row) => (row && "postId" in row ? [row] : []));
  const directiveOf = (row: AnyRow) => ("directiveId" in row ? row.directiveId : null);
  const [posts, directives] = await Promise.all([
    view.get("posts", [...new Set(ofPosts.flatMap(({ postId }) => postId ?? []))]),
    view.get("directives", [...new Set(ofPosts.flatMap((row) => directiveOf(row) ?? []))]),
  ]);
  const postNames = new Map(posts.flatMap((post) => (post ? [[post.id, post.name]] : [])));
  const numbers = new Map(directives.flatMap((row) => (row ? [[row.id, row.mrn || row.subject]] : [])));
  return new Map(
    ofPosts.map((row) => [
      row.id,
      [postNames.get(row.postId ?? ""), numbers.get(directiveOf(row) ?? "")].filter(Boolean).join(", "),
    ]),
  );
}

function shortened(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}
