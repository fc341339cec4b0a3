// Which entries touch which record, and where in the journal they stand: history and undo read those and no others.
import type { Entry } from "#core/log/entry.ts";
import { touchedRows } from "#core/log/fold.ts";
import type { TableName } from "#core/model/tables.ts";

/** The records an entry touches ("table/id"), and where it stands. */
export interface Touches {
  readonly frame: number;
  readonly log: string;
  readonly seq: number;
  readonly records: readonly string[];
}

/** One row for each entry: an import has hundreds of records in each of its entries, and each row put costs the page its time. */
export const touchesStore = "[frame+log+seq], *records";

export function touchesOf(frame: number, entry: Entry): Touches {
  const { l: log, s: seq } = entry.header;
  return { frame, log, seq, records: touchedRows(entry).map(({ table, id }) => recordKey(table, id)) };
}

export interface RecordName {
  readonly table: TableName;
  readonly id: string;
}

export function recordKey(table: TableName, id: string): string {
  return `${table}/${id}`;
}
