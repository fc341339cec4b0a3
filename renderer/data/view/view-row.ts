// A row as screens read it: without the memory of its writes, which the fold alone needs.
import type { RowBase } from "#core/model/entity.ts";
import type { StoredRow } from "#core/log/row.ts";

export type ViewRow = RowBase & Readonly<Record<string, unknown>>;

export function viewRow(stored: StoredRow): ViewRow {
  const { _: memory, ...row } = stored;
  void memory;
  return row;
}
