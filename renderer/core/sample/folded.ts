// Told writes folded into rows, as a desk that had every pouch would see them: for tests of whatever reads rows.
import { foldEntry, type RowStates } from "../log/fold.ts";
import { readEntry } from "../log/entry.ts";
import { toRow } from "../log/row.ts";
import type { RowState } from "../log/row-state.ts";
import { entities, type Rows } from "../model/index.ts";
import type { TableName } from "../model/tables.ts";
import { entriesOf } from "./entries.ts";
import type { SampleWrite } from "./shape.ts";

export class FoldedRows implements RowStates {
  readonly #states = new Map<string, RowState>();

  get(table: TableName, id: string): RowState | null {
    return this.#states.get(`${table}/${id}`) ?? null;
  }

  set(state: RowState): void {
    this.#states.set(`${state.table}/${state.id}`, state);
  }

  /** The rows of a table, in the order in which they were first written. */
  rows<T extends TableName>(table: T): readonly Rows[T][] {
    return [...this.#states.values()]
      .filter((state) => state.table === table)
      .map((state) => toRow(entities[table], state) as unknown as Rows[T]);
  }
}

/** `hash` is hex SHA-256 of UTF-8. */
export async function foldWrites(
  writes: Iterable<SampleWrite>,
  hash: (text: string) => Promise<string>,
): Promise<FoldedRows> {
  const rows = new FoldedRows();
  for await (const entries of entriesOf(writes, hash)) {
    for (const lines of entries) foldEntry(rows, readEntry(lines));
  }
  return rows;
}
