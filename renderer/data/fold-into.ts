// Folds entries into the tables: loads the rows they touch, folds in memory, puts them back in one short transaction.
import { type Entry } from "#core/log/entry.ts";
import { foldEntry, isFoldable, type RowStates, touchedRows } from "#core/log/fold.ts";
import { stateOf, type StoredRow, toRow } from "#core/log/row.ts";
import type { RowState } from "#core/log/row-state.ts";
import { AppError } from "#core/host/errors.ts";
import { entities } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import type { Applied, ConflictRow, Db } from "./open-db.ts";

/** Row states by table and id, loaded for one batch; remembers which were changed. */
export class BatchStates implements RowStates {
  readonly #states = new Map<TableName, Map<string, RowState>>();
  readonly #changed = new Map<TableName, Set<string>>();

  get(table: TableName, id: string): RowState | null {
    return this.#states.get(table)?.get(id) ?? null;
  }

  /** Puts a state in as loaded, not as changed. */
  load(state: RowState): void {
    const states = this.#states.get(state.table) ?? new Map<string, RowState>();
    this.#states.set(state.table, states.set(state.id, state));
  }

  set(state: RowState): void {
    this.load(state);
    const ids = this.#changed.get(state.table) ?? new Set<string>();
    this.#changed.set(state.table, ids.add(state.id));
  }

  changedIds(): ReadonlyMap<TableName, ReadonlySet<string>> {
    return this.#changed;
  }

  /** Rows to store, by table. */
  changedRows(): ReadonlyMap<TableName, readonly StoredRow[]> {
    const rows = new Map<TableName, readonly StoredRow[]>();
    for (const [table, ids] of this.#changed) {
      const states = [...ids].flatMap((id) => this.get(table, id) ?? []);
      rows.set(
        table,
        states.map((state) => toRow(entities[table], state)),
      );
    }
    return rows;
  }
}

/** Loads the states of rows; `isNew` spares the look-up of ids known to be new. */
export async function loadStates(
  db: Db,
  rows: Iterable<{ table: TableName; id: string }>,
  isNew: (table: TableName, id: string) => boolean = () => false,
): Promise<BatchStates> {
  const wanted = new Map<TableName, Set<string>>();
  for (const { table, id } of rows) {
    if (!isNew(table, id)) wanted.set(table, (wanted.get(table) ?? new Set()).add(id));
  }
  const states = new BatchStates();
  for (const [table, ids] of wanted) {
    for (const row of await db.rows(table).bulkGet([...ids])) if (row) states.load(stateOf(table, row));
  }
  return states;
}

/** Folds entries into states. Throws `workspace/newer` at the first entry of a newer data version. */
export function foldAll(states: BatchStates, entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (!isFoldable(entry)) throw new AppError("workspace/newer", { version: entry.header.v });
    foldEntry(states, entry);
  }
}

export function rowsOf(entries: readonly Entry[]): { table: TableName; id: string }[] {
  return entries.flatMap((entry) => touchedRows(entry));
}

/**
 * Stores changed rows and the new mark in one transaction. `isMaking`: the view is being made from the first frame,
 * and no table of it has been saved in pieces.
 */
export async function store(db: Db, states: BatchStates, applied: Applied, isMaking = false): Promise<void> {
  const rows = states.changedRows();
  const tables = [db.meta, db.conflicts, db.shadows, ...[...rows.keys()].map((table) => db.rows(table))];
  await db.transaction("rw", tables, async () => {
    for (const [table, some] of rows) {
      await db.rows(table).bulkPut(some);
      await noteConflicts(db, table, some);
      if (!isMaking) await db.shadows.bulkPut(some.map(({ id }) => ({ key: `${table}/${id}` })));
    }
    await db.meta.put(applied);
  });
}

async function noteConflicts(db: Db, table: TableName, rows: readonly StoredRow[]): Promise<void> {
  const waiting: ConflictRow[] = [];
  const settled: string[] = [];
  for (const row of rows) {
    const key = `${table}/${row.id}`;
    if (row.conflicts.length > 0) waiting.push({ key, table, id: row.id, paths: row.conflicts });
    else settled.push(key);
  }
  await db.conflicts.bulkDelete(settled);
  await db.conflicts.bulkPut(waiting);
}
