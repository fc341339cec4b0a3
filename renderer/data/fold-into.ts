// Folds entries into the tables: loads the rows they touch, folds in memory, puts them back in one short transaction.
import { type Entry } from "#core/log/entry.ts";
import { foldEntry, isFoldable, type RowStates, touchedRows } from "#core/log/fold.ts";
import { stateOf, type StoredRow, toRow } from "#core/log/row.ts";
import type { RowState } from "#core/log/row-state.ts";
import { AppError } from "#core/host/errors.ts";
import { entities } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import type { Applied, ConflictRow, Db } from "./open-db.ts";
import { type Touch, touchesOf } from "./touches.ts";

/** Rows as they are to be stored, by table. */
export type ChangedRows = ReadonlyMap<TableName, readonly StoredRow[]>;

/** Row states by table and id, loaded for one batch; remembers which were changed. */
export class BatchStates implements RowStates {
  readonly #states = new Map<TableName, Map<string, RowState>>();
  readonly #changed = new Map<TableName, Set<string>>();
  readonly #touches: Touch[] = [];

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

  changedStates(): readonly RowState[] {
    return [...this.#changed].flatMap(([table, ids]) => [...ids].flatMap((id) => this.get(table, id) ?? []));
  }

  /** Notes which rows the entries of a frame touch. */
  touch(frame: number, entries: readonly Entry[]): void {
    for (const touch of touchesOf(frame, entries)) this.#touches.push(touch);
  }

  touches(): readonly Touch[] {
    return this.#touches;
  }

  /** Rows to store, by table. */
  changedRows(): ChangedRows {
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

/** What is known of a row without asking the database: its state, or null where there is no such row yet. */
export interface KnownStates {
  readonly of: (table: TableName, id: string) => RowState | null | undefined;
}

/** Loads the states of rows; those `known` are not looked up. */
export async function loadStates(
  db: Db,
  rows: Iterable<{ table: TableName; id: string }>,
  known: KnownStates,
): Promise<BatchStates> {
  const wanted = new Map<TableName, Set<string>>();
  const states = new BatchStates();
  for (const { table, id } of rows) {
    const state = known.of(table, id);
    if (state) states.load(state);
    else if (state === undefined) wanted.set(table, (wanted.get(table) ?? new Set()).add(id));
  }
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

/** What one batch puts into the view. */
interface Batch {
  readonly rows: ChangedRows;
  readonly touches: readonly Touch[];
  readonly applied: Applied;
}

/**
 * Stores changed rows, what touched them and the new mark in one transaction. `isMaking`: the view is being made from
 * the first frame, and no table of it has been saved in pieces.
 */
export async function store(db: Db, { rows, touches, applied }: Batch, isMaking = false): Promise<void> {
  const ofRows = [...rows.keys()].map((table) => db.rows(table));
  const tables = [db.meta, db.conflicts, db.shadows, db.touches, ...ofRows];
  await db.transaction("rw", tables, async () => {
    // Few rows wait for a decision, and most writes settle none: only what stands in the inbox is taken out of it.
    const inInbox = new Set(await db.conflicts.toCollection().primaryKeys());
    for (const [table, some] of rows) {
      await db.rows(table).bulkPut(some);
      await noteConflicts(db, table, some, inInbox);
      if (!isMaking) await db.shadows.bulkPut(some.map(({ id }) => ({ key: `${table}/${id}` })));
    }
    await db.touches.bulkPut(touches);
    await db.meta.put(applied);
  });
}

async function noteConflicts(
  db: Db,
  table: TableName,
  rows: readonly StoredRow[],
  inInbox: ReadonlySet<string>,
): Promise<void> {
  const waiting: ConflictRow[] = [];
  const settled: string[] = [];
  for (const row of rows) {
    const key = `${table}/${row.id}`;
    if (row.conflicts.length > 0) waiting.push({ key, table, id: row.id, paths: row.conflicts });
    else if (inInbox.has(key)) settled.push(key);
  }
  if (settled.length > 0) await db.conflicts.bulkDelete(settled);
  if (waiting.length > 0) await db.conflicts.bulkPut(waiting);
}
