// Whole tables saved in a few large pieces, so that opening need not read rows one by one. A convenience, never a source:
// the rows changed since (`shadows`) are read on top, and pieces of another making of the view are passed over.
import type { TableName } from "#core/model/tables.ts";
import { turnOfThePage } from "../between-frames.ts";
import { type Db, nothingApplied } from "../open-db.ts";
import { type ViewRow, viewRow } from "./view-row.ts";

/** About a megabyte of text for the largest rows there are. */
const rowsAPiece = 500;
/** So many changed rows are read one by one before a table is worth saving anew. */
const worthSaving = 500;

export interface LoadedRows {
  readonly rows: Map<string, ViewRow>;
  /** Which making of the view the rows are from. */
  readonly generation: string;
  readonly isWorthSaving: boolean;
}

export async function loadRows(db: Db, table: TableName): Promise<LoadedRows> {
  const { generation, pieces, changed, rest } = await db.transaction(
    "r",
    [db.meta, db.columns, db.shadows, db.rows(table)],
    async () => {
      const applied = (await db.meta.get("applied")) ?? nothingApplied;
      const saved = await db.columns.where("key").startsWith(`${table}/`).toArray();
      const usable = saved.every((piece) => piece.generation === applied.generation) ? saved : [];
      const ids = usable.length === 0 ? [] : await changedIds(db, table);
      return {
        generation: applied.generation,
        pieces: usable,
        changed: { ids, rows: await db.rows(table).bulkGet(ids) },
        rest: usable.length === 0 ? await db.rows(table).toArray() : [],
      };
    },
  );
  const rows = new Map<string, ViewRow>();
  const decoder = new TextDecoder();
  for (const { bytes } of pieces) {
    for (const row of JSON.parse(decoder.decode(bytes)) as ViewRow[]) rows.set(row.id, row);
    // The frame is drawn and keys are heard between the pieces of a large table.
    await turnOfThePage();
  }
  for (const row of [...rest, ...changed.rows]) if (row) rows.set(row.id, viewRow(row));
  const isWorthSaving = pieces.length === 0 ? rows.size > rowsAPiece : changed.ids.length > worthSaving;
  return { rows, generation, isWorthSaving };
}

/**
 * Saves a table. To be called under the write lock, so that no row changes meanwhile. Does nothing where the view has
 * been made again since `generation`.
 */
export async function saveRows(db: Db, table: TableName, { rows, generation }: LoadedRows): Promise<void> {
  const applied = await db.meta.get("applied");
  if (applied?.generation !== generation) return;
  const ids = await changedIds(db, table);
  for (const row of await db.rows(table).bulkGet(ids)) if (row) rows.set(row.id, viewRow(row));
  const all = [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const encoder = new TextEncoder();
  const pieces: { key: string; generation: string; bytes: Uint8Array }[] = [];
  for (let from = 0; from < all.length; from += rowsAPiece) {
    const text = JSON.stringify(all.slice(from, from + rowsAPiece));
    const key = `${table}/${String(pieces.length).padStart(6, "0")}`;
    pieces.push({ key, generation, bytes: encoder.encode(text) });
    await turnOfThePage();
  }
  await db.transaction("rw", [db.columns, db.shadows], async () => {
    await db.columns.where("key").startsWith(`${table}/`).delete();
    await db.columns.bulkPut(pieces);
    await db.shadows.where("key").startsWith(`${table}/`).delete();
  });
}

async function changedIds(db: Db, table: TableName): Promise<string[]> {
  const shadows = await db.shadows.where("key").startsWith(`${table}/`).toArray();
  return [...new Set(shadows.flatMap(({ ids }) => ids))];
}
