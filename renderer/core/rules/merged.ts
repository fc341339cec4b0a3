/*
 * Records entered twice: `mergedIntoId` of the one names the one to use instead.
 *
 * Nothing that points to a merged record is rewritten. Whoever reads follows the merge, so that it makes no difference
 * whether a reference was written before it, after it, or on a device that has not heard of it; the records of other
 * offices, which this device may not write, follow as well; and to take the merge back is to clear one register.
 */
import type { Counterpart } from "../model/counterpart.ts";
import { groupBy } from "../lib/group-by.ts";

interface Mergeable {
  readonly id: string;
  readonly mergedIntoId: string | null;
}

/** The tables whose records can be merged. */
export const mergeableTables = ["counterparts", "organizations"] as const;
export type MergeableTable = (typeof mergeableTables)[number];

/**
 * Follows merges to the record that is kept. One merged into a record that is not here (in the trash, or of another
 * office) stands for itself. Two devices may each have merged the other's choice: of such a ring the lowest id is kept,
 * so that all of them agree.
 */
export function keptId(id: string, records: ReadonlyMap<string, Pick<Counterpart, "mergedIntoId">>): string {
  const met: string[] = [];
  let at = id;
  while (!met.includes(at)) {
    met.push(at);
    const next = records.get(at)?.mergedIntoId ?? null;
    if (next === null || !records.has(next)) return at;
    at = next;
  }
  const ring = met.slice(met.indexOf(at)).toSorted();
  return ring[0] ?? id;
}

/** By id, merged ones under their own id as the record that is kept: a reference to either finds it. */
export function keptById<R extends Mergeable>(rows: readonly R[]): ReadonlyMap<string, R> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(rows.map((row) => [row.id, byId.get(keptId(row.id, byId)) ?? row]));
}

/** Those that are kept, without the ones that were merged into them. */
export function keptOnly<R extends Mergeable>(rows: readonly R[]): readonly R[] {
  const kept = keptById(rows);
  return rows.filter((row) => kept.get(row.id) === row);
}

/** For each record that is kept, those merged into it. */
export function mergedUnder<R extends Mergeable>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const kept = keptById(rows);
  const merged = rows.filter((row) => kept.get(row.id) !== row);
  return groupBy(merged, (row) => kept.get(row.id)?.id ?? row.id);
}
