// Folds entries into the tables: loads the rows they touch, folds in memory, puts them back in one short transaction.
import { type Entry } from "#core/log/entry.ts";
import { foldEntry, isFoldable, type RowStates, touchedRows } from "#core/log/fold.ts";
import { stateOf, type StoredRow, toRow } from "#core/log/row.ts";
import type { RowState } from "#core/log/row-state.ts";
import { AppError } from "#core/host/errors.ts";
import { entities } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import { eachBetweenFrames, type FrameWatch, turnOfThePage } from "./between-frames.ts";
import { newId } from "./ids.ts";
import type { Applied, ConflictRow, Db, Shadow } from "./open-db.ts";
import { recordKey, type Touches, touchesOf } from "./touches.ts";

/** Rows as they are to be stored, by table. */
export type ChangedRows = ReadonlyMap<TableName, readonly StoredRow[]>;

/** Row states by table and id, loaded for one batch; remembers which were changed. */
export class BatchStates implements RowStates {
  readonly #states = new Map<TableName, Map<string, RowState>>();
  readonly #changed = new Map<TableName, Set<string>>();
  readonly #touches: Touches[] = [];

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

  /** Those that are not let go of. */
  changedStates(): readonly RowState[] {
    return [...this.#changed].flatMap(([table, ids]) => [...ids].flatMap((id) => this.get(table, id) ?? []));
  }

  get changedCount(): number {
    return [...this.#changed.values()].reduce((sum, ids) => sum + ids.size, 0);
  }

  letGo(table: TableName, id: string): void {
    this.#states.get(table)?.delete(id);
  }

  /** Notes which rows an entry of a frame touches. */
  touch(frame: number, entry: Entry): void {
    const touches = touchesOf(frame, entry);
    if (touches.records.length > 0) this.#touches.push(touches);
  }

  touches(): readonly Touches[] {
    return this.#touches;
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
    for (const some of pieces(await presentIds(db, table, ids))) {
      const stored = await db.rows(table).bulkGet([...some]);
      await eachBetweenFrames(stored, (row) => row && states.load(stateOf(table, row)));
    }
  }
  return states;
}

/** So many rows are looked for one by one; a batch of a replay has fewer, and its table may be far larger. */
const mostLookedFor = 5000;

/** Those of many that are there: an import asks for rows that mostly are not, and all keys are read sooner than each is looked for. */
async function presentIds(db: Db, table: TableName, ids: ReadonlySet<string>): Promise<readonly string[]> {
  if (ids.size <= mostLookedFor) return [...ids];
  return (await db.rows(table).toCollection().primaryKeys()).filter((id) => ids.has(id));
}

/** Folds entries into states; a watch hears how many are. Throws `workspace/newer` at the first entry of a newer data version. */
export async function foldAll(
  states: BatchStates,
  entries: readonly Entry[],
  watch: FrameWatch<number> | null = null,
): Promise<void> {
  await eachBetweenFrames(entries, (entry) => foldOne(states, entry), watch);
}

function foldOne(states: BatchStates, entry: Entry): void {
  if (!isFoldable(entry)) throw new AppError("workspace/newer", { version: entry.header.v });
  foldEntry(states, entry);
}

/** So many states may be kept with their rows: beyond that each is let go of for its row, which is far smaller. */
const mostStates = 1000;

/** Folds as `foldAll` does, and answers the rows as they are then, to be stored. */
export async function foldedRows(states: BatchStates, entries: readonly Entry[]): Promise<ChangedRows> {
  const lastTouch = new Map<string, Entry>();
  for (const entry of entries) {
    for (const { table, id } of touchedRows(entry)) lastTouch.set(recordKey(table, id), entry);
  }
  const rows = new Map<TableName, Map<string, StoredRow>>();
  await eachBetweenFrames(entries, (entry) => {
    foldOne(states, entry);
    for (const { table, id } of touchedRows(entry)) {
      if (lastTouch.get(recordKey(table, id)) !== entry) continue;
      const made = rows.get(table) ?? new Map<string, StoredRow>();
      rows.set(table, made);
      const state = states.get(table, id);
      if (!state) continue; // named twice by one entry
      made.set(id, toRow(entities[table], state));
      if (lastTouch.size > mostStates) states.letGo(table, id);
    }
  });
  return new Map([...rows].map(([table, some]) => [table, [...some.values()]]));
}

export function rowsOf(entries: readonly Entry[]): { table: TableName; id: string }[] {
  return entries.flatMap((entry) => touchedRows(entry));
}

/** What one batch puts into the view. */
interface Batch {
  readonly rows: ChangedRows;
  readonly touches: readonly Touches[];
  readonly applied: Applied;
}

/** Rows handed to the database at once: it copies them while the page waits. */
const atOnce = 250;

/**
 * Stores changed rows, what touched them and the new mark. Where that takes more than one transaction the mark comes with
 * the last: what was stored before a cut is folded a second time, to the same. `isMaking`: the view is being made from the
 * first frame, and no table of it has been saved in pieces.
 */
export async function store(db: Db, batch: Batch, isMaking = false): Promise<void> {
  const rest = splitOff(batch);
  for (const piece of rest.pieces) {
    await storePiece(db, piece, null, isMaking);
    await turnOfThePage();
  }
  await storePiece(db, rest.last, batch.applied, isMaking);
}

type Piece = Pick<Batch, "rows" | "touches">;

/** One transaction's worth, and whatever would be too much for it before. */
function splitOff({ rows, touches }: Batch): { readonly pieces: Iterable<Piece>; readonly last: Piece } {
  const touched = touches.reduce((sum, { records }) => sum + records.length, 0);
  const count = [...rows.values()].reduce((sum, some) => sum + some.length, touched);
  if (count <= 2 * atOnce) return { pieces: [], last: { rows, touches } };
  return { pieces: piecesOf(rows, touches), last: { rows: new Map(), touches: [] } };
}

function* piecesOf(rows: ChangedRows, touches: readonly Touches[]): Generator<Piece> {
  for (const [table, all] of rows) {
    for (const some of pieces(all)) yield { rows: new Map([[table, some]]), touches: [] };
  }
  for (const some of pieces(touches)) yield { rows: new Map(), touches: some };
}

function* pieces<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += atOnce) yield all.slice(from, from + atOnce);
}

async function storePiece(
  db: Db,
  { rows, touches }: Piece,
  applied: Applied | null,
  isMaking: boolean,
): Promise<void> {
  const ofRows = [...rows.keys()].map((table) => db.rows(table));
  const tables = [db.meta, db.conflicts, db.shadows, db.entryTouches, ...ofRows];
  await db.transaction("rw", tables, async () => {
    // Few rows wait for a decision, and most writes settle none: only what stands in the inbox is taken out of it.
    const inInbox = new Set(rows.size === 0 ? [] : await db.conflicts.toCollection().primaryKeys());
    for (const [table, some] of rows) {
      await db.rows(table).bulkPut(some);
      await noteConflicts(db, table, some, inInbox);
      if (!isMaking) await db.shadows.put(shadowOf(table, some));
    }
    if (touches.length > 0) await db.entryTouches.bulkPut(touches);
    if (applied) await db.meta.put(applied);
  });
}

function shadowOf(table: TableName, rows: readonly StoredRow[]): Shadow {
  const ids = rows.map(({ id }) => id);
  return { key: `${table}/${ids.length === 1 ? ids[0] : newId()}`, ids };
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
