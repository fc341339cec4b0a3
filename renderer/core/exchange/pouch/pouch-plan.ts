// What merging a pouch does to the records here, one by one, before anything is written: an immutable value with a hash.
import { type Entry } from "#core/log/entry.ts";
import { toRow, valueAt } from "#core/log/row.ts";
import type { RowState } from "#core/log/row-state.ts";
import { type Entity, initialValues } from "#core/model/entity.ts";
import { entities } from "#core/model/index.ts";
import { isTableName, type TableName } from "#core/model/tables.ts";
import type { Scope } from "#core/model/scope.ts";
import type { Verdict } from "./verdict.ts";

export const pouchFates = ["create", "update", "conflict", "unchanged"] as const;
export type PouchFate = (typeof pouchFates)[number];

export interface PouchField {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** What stands here and was not seen by the sender: both wait for a decision. */
  readonly isConflict: boolean;
}

export interface PouchRow {
  readonly table: TableName;
  readonly id: string;
  readonly scope: Scope;
  readonly fate: PouchFate;
  readonly fields: readonly PouchField[];
  /** Who wrote last, in the pouch. */
  readonly by: string;
  /** A person chose what stands here: what came is on record, and is written over at once. */
  readonly keepsOurs: boolean;
}

export interface PouchPlan {
  /** SHA-256 of the file. */
  readonly sha256: string;
  /** Frame of the journal it was made on. */
  readonly frame: number;
  readonly verdicts: readonly Verdict[];
  readonly rows: readonly PouchRow[];
  readonly counts: Readonly<Record<PouchFate, number>>;
  /** Hex SHA-256 of all above. */
  readonly hash: string;
}

/** `total` is 0 while rows are still being found. */
interface Weighed {
  readonly done: number;
  readonly total: number;
}

/**
 * Rows in the order they are first met. `before` and `after` answer the state of a row without and with the entries.
 * Yields after each entry and row, so that a page can breathe: how many rows it has weighed, of how many.
 */
export function* pouchRows(
  entries: readonly Entry[],
  before: (table: TableName, id: string) => RowState | null,
  after: (table: TableName, id: string) => RowState | null,
): Generator<Weighed, readonly PouchRow[]> {
  const written = new Map<string, { table: TableName; id: string; by: string; paths: Set<string> }>();
  for (const { header, body } of entries) {
    for (const [table, id, values] of body?.o ?? []) {
      if (!isTableName(table)) continue;
      const key = `${table}/${id}`;
      const row = written.get(key) ?? { table, id, by: "", paths: new Set<string>() };
      row.by = header.u;
      for (const path of Object.keys(values)) row.paths.add(path);
      written.set(key, row);
    }
    yield { done: 0, total: 0 };
  }
  const rows: PouchRow[] = [];
  for (const { table, id, by, paths } of written.values()) {
    yield { done: rows.length, total: written.size };
    const now = after(table, id);
    if (!now) continue;
    const was = before(table, id);
    const [old, made] = [was && toRow(entities[table], was), toRow(entities[table], now)];
    const fields = [...paths].flatMap((path): PouchField[] => {
      const [from, to] = [old ? valueAt(old, path) : initialAt(entities[table], path), valueAt(made, path)];
      const isConflict = made.conflicts.includes(path) && old?.conflicts.includes(path) !== true;
      return isConflict || JSON.stringify(from) !== JSON.stringify(to)
        ? [{ path, before: from, after: to, isConflict }]
        : [];
    });
    const fate: PouchFate = fields.some(({ isConflict }) => isConflict)
      ? "conflict"
      : old === null
        ? "create"
        : fields.length > 0
          ? "update"
          : "unchanged";
    rows.push({ table, id, scope: now.scope, fate, fields, by, keepsOurs: false });
  }
  return rows;
}

function initialAt(entity: Entity, path: string): unknown {
  return path === "deleted" ? false : valueAt(initialValues(entity), path);
}

export async function pouchPlanOf(
  parts: Pick<PouchPlan, "sha256" | "frame" | "verdicts" | "rows">,
  hash: (value: unknown) => Promise<string>,
): Promise<PouchPlan> {
  const counts = countsOf(parts.rows);
  const { sha256, frame, verdicts } = parts;
  const rows = parts.rows.map(({ table, id, fate, keepsOurs }) => `${table}/${id} ${fate} ${keepsOurs}`);
  return Object.freeze({ ...parts, counts, hash: await hash({ sha256, frame, verdicts, rows }) });
}

export function countsOf(rows: readonly PouchRow[]): PouchPlan["counts"] {
  const counts = { create: 0, update: 0, conflict: 0, unchanged: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  return counts;
}

/** The rows with another choice for some of them, by "table/id". What changes nothing has nothing to choose. */
export function chosenRows(
  rows: readonly PouchRow[],
  keys: ReadonlySet<string>,
  keepsOurs: boolean,
): readonly PouchRow[] {
  return rows.map((row) =>
    row.fate !== "unchanged" && keys.has(`${row.table}/${row.id}`) ? { ...row, keepsOurs } : row,
  );
}

/** What is written over a row whose change is not wanted: what stood here, or the trash for what was not here at all. */
export function oursAgain({ fate, fields }: PouchRow): Readonly<Record<string, unknown>> {
  const isNew = fate === "create";
  return isNew ? { deleted: true } : Object.fromEntries(fields.map(({ path, before }) => [path, before]));
}
