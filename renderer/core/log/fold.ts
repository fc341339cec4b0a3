// The fold: entries in, row states out. Order, repetition and batching do not matter.
import { isTableName, type TableName } from "../model/tables.ts";
import { dataVersion } from "../model/versions/index.ts";
import { type Entry, partsOfLog } from "./entry.ts";
import { foldOp, type RowState } from "./row-state.ts";

/** Where row states live while entries are folded: `get` answers null for a row never met. */
export interface RowStates {
  get(table: TableName, id: string): RowState | null;
  set(state: RowState): void;
}

/** True for entries this version may fold; the others wait for a newer app. */
export function isFoldable(entry: Entry): boolean {
  return entry.header.v <= dataVersion;
}

/** Folds one entry. Ops on tables this version does not know are left for a newer one. */
export function foldEntry(states: RowStates, entry: Entry): void {
  const place = partsOfLog(entry.header.l);
  if (!entry.body || !place) return;
  for (const op of entry.body.o) {
    const [table, id] = op;
    if (!isTableName(table)) continue;
    states.set(foldOp(states.get(table, id), { table, scope: place.scope }, entry.header, op));
  }
}

/** The rows an entry touches, to be loaded before it is folded. */
export function touchedRows(entry: Entry): readonly { table: TableName; id: string }[] {
  return (entry.body?.o ?? []).flatMap(([table, id]) => (isTableName(table) ? [{ table, id }] : []));
}
