// Opens the view's database: one table for each entity, its indexes from the model, and a refusal of newer data.
import Dexie, { type Table } from "dexie";
import { AppError } from "#core/host/errors.ts";
import type { LogHead } from "#core/host/shapes.ts";
import type { StoredRow } from "#core/log/row.ts";
import { type TableName, tableNames } from "#core/model/tables.ts";
import { type Touches, touchesStore } from "./touches.ts";
import { dataVersion } from "#core/model/versions/index.ts";

/** Raised whenever the stores or the shape of a stored row change: an older view is thrown away and rebuilt. */
export const layoutVersion = 6;

/** How far the view has followed the journal. */
export interface Applied {
  readonly key: "applied";
  readonly layout: number;
  readonly dataVersion: number;
  /** Another text for every making of the view from the first frame, and once more when that is done. */
  readonly generation: string;
  readonly frame: number;
  readonly heads: Readonly<Record<string, LogHead>>;
  /** The latest stamp met, so that the hybrid clock goes on from it. */
  readonly clock: string | null;
}

/** A row waiting for a decision, for the inbox and the count in the frame. */
export interface ConflictRow {
  readonly key: string;
  readonly table: TableName;
  readonly id: string;
  readonly paths: readonly string[];
}

/** A piece of a table's rows as JSON in UTF-8; see `view/saved-rows.ts`. */
interface SavedPiece {
  /** "table/number". */
  readonly key: string;
  readonly generation: string;
  readonly bytes: Uint8Array;
}

/** Rows changed since their table was saved in pieces. One alone stands under "table/id", so that it stands there once; many share one. */
export interface Shadow {
  /** "table/...". */
  readonly key: string;
  readonly ids: readonly string[];
}

export interface Db extends Dexie {
  readonly meta: Table<Applied, string>;
  readonly conflicts: Table<ConflictRow, string>;
  readonly columns: Table<SavedPiece, string>;
  readonly shadows: Table<Shadow, string>;
  readonly entryTouches: Table<Touches, [frame: number, log: string, seq: number]>;
  rows(table: TableName): Table<StoredRow, string>;
}

export const nothingApplied: Applied = {
  key: "applied",
  layout: layoutVersion,
  dataVersion,
  generation: "",
  frame: 0,
  heads: {},
  clock: null,
};

/**
 * Opens (or makes) the view of a workspace. A view of an older layout is emptied, to be rebuilt from the journal.
 * Throws `view/newer` where a newer app wrote it, `view/unavailable` where the browser refuses a database.
 */
export async function openDb(workspaceId: string, onClosedByOther: () => void): Promise<Db> {
  const db = define(`chancery-${workspaceId}`);
  // Another window is about to change the layout: let go at once, or it would wait for ever.
  db.on("versionchange", () => {
    db.close({ disableAutoOpen: true });
    onClosedByOther();
  });
  try {
    await db.open();
    const applied = await db.meta.get("applied");
    if (applied && (applied.layout > layoutVersion || applied.dataVersion > dataVersion)) {
      db.close();
      throw new AppError("view/newer");
    }
    if (applied && applied.layout < layoutVersion) await empty(db);
    return db;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("view/unavailable", {}, { cause: error });
  }
}

/** Empties every table of the view; the journal still has it all. */
export async function empty(db: Db): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
}

function define(name: string): Db {
  const db = new Dexie(name, { chromeTransactionDurability: "relaxed" });
  const stores: Record<string, string> = {
    meta: "key",
    conflicts: "key",
    columns: "key",
    shadows: "key",
    entryTouches: touchesStore,
  };
  for (const table of tableNames) stores[table] = "id";
  db.version(layoutVersion).stores(stores);
  return Object.assign(db, {
    meta: db.table<Applied, string>("meta"),
    conflicts: db.table<ConflictRow, string>("conflicts"),
    columns: db.table<SavedPiece, string>("columns"),
    shadows: db.table<Shadow, string>("shadows"),
    entryTouches: db.table<Touches, [number, string, number]>("entryTouches"),
    rows: (table: TableName) => db.table<StoredRow, string>(table),
  });
}
