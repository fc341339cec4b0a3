// The rows of the open workspace in memory. A table is read when first asked for, and kept current by the notices.
import type { StoredRow } from "#core/log/row.ts";
import type { TableName } from "#core/model/tables.ts";
import type { Db } from "../open-db.ts";
import { withWriteLock } from "../write-lock.ts";
import { loadRows, type LoadedRows, saveRows } from "./saved-rows.ts";
import type { Notice } from "./view.ts";
import { type ViewRow, viewRow } from "./view-row.ts";

interface Table {
  readonly loaded: LoadedRows;
  /** In the order of their ids. */
  readonly list: readonly ViewRow[];
}

/** Saving waits until the first screen has come to rest. */
const saveAfterMs = 4000;

export class RowModel {
  readonly #db: Db;
  readonly #workspaceId: string;
  readonly #tables = new Map<TableName, Promise<Table>>();
  readonly #changed = new Map<TableName, Set<string>>();
  readonly #unstored = new Map<TableName, Map<string, StoredRow>>();
  readonly #timers = new Map<TableName, ReturnType<typeof setTimeout>>();

  constructor(db: Db, workspaceId: string) {
    this.#db = db;
    this.#workspaceId = workspaceId;
  }

  async all(table: TableName): Promise<readonly ViewRow[]> {
    return (await this.#current(table)).list;
  }

  async get(table: TableName, ids: readonly string[]): Promise<readonly (ViewRow | undefined)[]> {
    const { loaded } = await this.#current(table);
    return ids.map((id) => loaded.rows.get(id));
  }

  /** Rows this window has just written; they need no reading, and are not in the database yet. */
  take(table: TableName, rows: readonly StoredRow[]): void {
    const unstored = this.#unstored.get(table) ?? new Map<string, StoredRow>();
    for (const row of rows) unstored.set(row.id, row);
    this.#unstored.set(table, unstored);
    const before = this.#tables.get(table);
    if (before) {
      void this.#keep(
        table,
        before.then((known) => withRows(known, rows)),
      );
    }
  }

  /** Those rows are in the database now, unless they have been written again meanwhile. */
  stored(table: TableName, rows: readonly StoredRow[]): void {
    const unstored = this.#unstored.get(table);
    for (const row of rows) if (unstored?.get(row.id) === row) unstored.delete(row.id);
  }

  /** What another window changed is read when it is next asked for. */
  hear(table: Notice["table"], ids: Notice["ids"]): void {
    if (table === "conflicts") return;
    if (ids === null) {
      this.#tables.delete(table);
      this.#unstored.delete(table);
      return;
    }
    if (!this.#tables.has(table)) return;
    const changed = this.#changed.get(table) ?? new Set<string>();
    for (const id of ids) changed.add(id);
    this.#changed.set(table, changed);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  /** Asks of one table stand in line, so that none is answered from before a change that another is still reading. */
  #current(table: TableName): Promise<Table> {
    const before = this.#tables.get(table);
    if (before && !this.#changed.has(table)) return before;
    const next = before ? before.then((known) => this.#refreshed(table, known)) : this.#load(table);
    return this.#keep(table, next);
  }

  /** A table that could not be read is read again when next asked for. */
  #keep(table: TableName, next: Promise<Table>): Promise<Table> {
    this.#tables.set(table, next);
    next.catch(() => {
      if (this.#tables.get(table) === next) this.#tables.delete(table);
    });
    return next;
  }

  async #load(table: TableName): Promise<Table> {
    this.#changed.delete(table);
    const loaded = await loadRows(this.#db, table);
    if (loaded.isWorthSaving) this.#saveLater(table, loaded);
    return withRows({ loaded, list: inOrder(loaded.rows.values()) }, [
      ...(this.#unstored.get(table)?.values() ?? []),
    ]);
  }

  async #refreshed(table: TableName, known: Table): Promise<Table> {
    const ids = [...(this.#changed.get(table) ?? [])];
    this.#changed.delete(table);
    const rows = await this.#db.rows(table).bulkGet(ids);
    return withRows(
      known,
      rows.flatMap((row) => row ?? []),
    );
  }

  #saveLater(table: TableName, loaded: LoadedRows): void {
    clearTimeout(this.#timers.get(table));
    const timer = setTimeout(() => {
      // A view closed or a browser out of space meanwhile: the rows are all there, only the quick start is not.
      void withWriteLock(this.#workspaceId, () => saveRows(this.#db, table, loaded)).catch(() => undefined);
    }, saveAfterMs);
    this.#timers.set(table, timer);
  }
}

/** `stored` names no row twice. */
function withRows({ loaded, list }: Table, stored: readonly StoredRow[]): Table {
  const fresh = stored.filter(({ id }) => !loaded.rows.has(id));
  for (const row of stored) loaded.rows.set(row.id, viewRow(row));
  const changed = new Set(stored.map(({ id }) => id));
  const current = list.map((row) => (changed.has(row.id) ? (loaded.rows.get(row.id) ?? row) : row));
  if (fresh.length === 0) return { loaded, list: current };
  const added = inOrder(fresh.flatMap(({ id }) => loaded.rows.get(id) ?? []));
  return { loaded, list: inOrder([...current, ...added]) };
}

/** Two lists in order behind each other are merged, not sorted: it costs what one look at each row costs. */
function inOrder(rows: Iterable<ViewRow>): readonly ViewRow[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
