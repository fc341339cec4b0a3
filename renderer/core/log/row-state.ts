// Everything the fold knows of one row: its cells and its first and last write. Rows are derived from this alone.
import type { Scope } from "../model/scope.ts";
import type { TableName } from "../model/tables.ts";
import { type Cell, emptyCell, foldWrite, type Held } from "./cell.ts";
import type { Context, EntryHeader, Op } from "./entry.ts";
import type { Stamp } from "./stamp.ts";

export interface Touch {
  readonly stamp: Stamp;
  readonly log: string;
  readonly user: string;
}

export interface RowState {
  readonly table: TableName;
  readonly id: string;
  readonly scope: Scope;
  readonly created: Touch;
  readonly changed: Touch;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Path of the register that says a row is in the trash. */
export const deletedPath = "deleted";

/** Folds one op of an entry into the state of its row (null: first time the row is met). */
export function foldOp(
  state: RowState | null,
  place: { table: TableName; scope: Scope },
  header: EntryHeader,
  op: Op,
): RowState {
  const [, id, values, contexts] = op;
  const touch: Touch = { stamp: header.h, log: header.l, user: header.u };
  const cells = new Map(state?.cells);
  const own: Context = { [header.l]: header.s };
  for (const [path, value] of Object.entries(values)) {
    const write: Held = { log: header.l, seq: header.s, stamp: header.h, user: header.u, value };
    const cell = cells.get(path);
    const context = Object.hasOwn(contexts, path) ? contexts[path] : undefined;
    // Most writes are the first of their field and have seen nothing: an import makes a million of them.
    cells.set(
      path,
      cell || context ? foldWrite(cell ?? emptyCell, write, context ?? {}) : { seen: own, held: [write] },
    );
  }
  return {
    table: place.table,
    id,
    scope: state?.scope ?? place.scope,
    created: state && isBefore(state.created, touch) ? state.created : touch,
    changed: state && isBefore(touch, state.changed) ? state.changed : touch,
    cells,
  };
}

function isBefore(a: Touch, b: Touch): boolean {
  return a.stamp === b.stamp ? a.log < b.log : a.stamp < b.stamp;
}
