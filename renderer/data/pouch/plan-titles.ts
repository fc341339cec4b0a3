// What the records of a plan are called, those that are not here yet among them.
import type { PouchRow } from "#core/exchange/pouch/pouch-plan.ts";
import { type Entity, initialValues } from "#core/model/entity.ts";
import { entities, type Rows } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import type { Sender } from "./offices.ts";
import { namedBy, titleOf, titlesOf } from "../record-titles.ts";
import { recordKey, type RecordName } from "../touches.ts";
import type { View } from "../view/view.ts";

/** By "table/id": of every row, and of the records its values name. */
export async function planTitles(
  view: View,
  rows: readonly PouchRow[],
  { postId, office }: Pick<Sender, "postId" | "office">,
): Promise<ReadonlyMap<string, string>> {
  const named = rows.flatMap(({ table, fields }): RecordName[] =>
    fields.flatMap(({ path, before, after }) => [...namedBy(table, path, [before, after])]),
  );
  const known = await titlesOf(view, [...rows.map(({ table, id }) => ({ table, id })), ...named]);
  const titles = new Map(known);
  // A post that is not known here by the id it has for itself.
  if (postId !== null && !titles.has(recordKey("posts", postId)))
    titles.set(recordKey("posts", postId), office);
  const made = rows.filter(({ table, id }) => !known.has(recordKey(table, id)));
  for (const row of made) titles.set(recordKey(row.table, row.id), ownTitle(row));
  // What belongs to a post and a directive is called by them; they may be in the same pouch.
  for (const row of made) {
    const title = owned(row, titles);
    if (title !== "") titles.set(recordKey(row.table, row.id), title);
  }
  return titles;
}

function ownTitle({ table, id, fields }: PouchRow): string {
  const entity: Entity = entities[table];
  const values = Object.fromEntries(fields.map(({ path, after }) => [path, after]));
  const title = titleOf(table, { ...initialValues(entity), ...values, id } as unknown as Rows[TableName]);
  return title === id ? "" : title;
}

function owned({ table, fields }: PouchRow, titles: ReadonlyMap<string, string>): string {
  if (table !== "demarcheTasks" && table !== "responses" && table !== "positions") return "";
  const name = (path: string, to: TableName) => {
    const value = fields.find((field) => field.path === path)?.after;
    return typeof value === "string" ? titles.get(recordKey(to, value)) : undefined;
  };
  return [name("postId", "posts"), name("directiveId", "directives")].filter(Boolean).join(", ");
}
