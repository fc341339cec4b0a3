// Which entries touch which record, and where in the journal they stand: history and undo read those and no others.
import type { Entry } from "#core/log/entry.ts";
import { touchedRows } from "#core/log/fold.ts";
import type { TableName } from "#core/model/tables.ts";

/** One row for each record and entry, keyed by all four, so that it is put without being looked for. */
export interface Touch {
  /** "table/id". */
  readonly record: string;
  readonly frame: number;
  readonly log: string;
  readonly seq: number;
}

export const touchesKey = "[record+frame+log+seq]";

export function touchesOf(frame: number, entry: Entry): readonly Touch[] {
  const { l: log, s: seq } = entry.header;
  return touchedRows(entry).map(({ table, id }) => ({ record: recordKey(table, id), frame, log, seq }));
}

export interface RecordName {
  readonly table: TableName;
  readonly id: string;
}

export function recordKey(table: TableName, id: string): string {
  return `${table}/${id}`;
}
