// A plan: exactly what an import will do, row by row, before anything is written. An immutable value with a hash.
import type { TableName } from "../model/tables.ts";

export const fates = ["create", "update", "unchanged", "duplicate", "reject"] as const;
export type Fate = (typeof fates)[number];

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** `code` has a text in locales under `plan.reason.<code>`. */
export interface Reason {
  readonly code: string;
  readonly column: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface PlanRow {
  /** 1-based line of the file the row starts on. */
  readonly line: number;
  readonly fate: Fate;
  /** Id the row has or will have; empty for rejects and duplicates. */
  readonly id: string;
  readonly title: string;
  readonly changes: readonly FieldChange[];
  readonly reasons: readonly Reason[];
}

export interface Plan {
  readonly table: TableName;
  readonly rows: readonly PlanRow[];
  readonly counts: Readonly<Record<Fate, number>>;
  /** Hex SHA-256 of everything above, so that what is applied is what was shown. */
  readonly hash: string;
}

/** Freezes rows into a plan. `hash` is hex SHA-256 of UTF-8. */
export async function planOf(
  table: TableName,
  rows: readonly PlanRow[],
  hash: (text: string) => Promise<string>,
): Promise<Plan> {
  const counts: Record<Fate, number> = { create: 0, update: 0, unchanged: 0, duplicate: 0, reject: 0 };
  for (const row of rows) counts[row.fate] += 1;
  return Object.freeze({ table, rows, counts, hash: await hash(JSON.stringify({ table, rows })) });
}
