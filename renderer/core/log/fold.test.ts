// The laws of the merge: order, repetition and batching do not matter; what a write had not seen survives it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entities } from "../model/index.ts";
import type { TableName } from "../model/tables.ts";
import type { Entry } from "./entry.ts";
import { foldEntry, type RowStates } from "./fold.ts";
import { distinctValues, stateOf, toRow } from "./row.ts";
import type { RowState } from "./row-state.ts";

class MapStates implements RowStates {
  readonly all = new Map<string, RowState>();
  get(table: TableName, id: string): RowState | null {
    return this.all.get(`${table}/${id}`) ?? null;
  }
  set(state: RowState): void {
    this.all.set(`${state.table}/${state.id}`, state);
  }
  rows(): string {
    const rows = [...this.all.values()].map((state) => toRow(entities[state.table], state));
    return JSON.stringify(rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
}

function foldAll(entries: readonly Entry[]): MapStates {
  const states = new MapStates();
  for (const entry of entries) foldEntry(states, entry);
  return states;
}

const devices = ["capital", "nairobi", "tokyo"] as const;
const paths = ["what", "owner", "dueOn", "deleted", "outcome"] as const;

interface Step {
  readonly device: number;
  readonly row: number;
  readonly path: number;
  readonly value: number;
  readonly time: number;
  /** Devices whose log the writer reads up to date before it writes. */
  readonly reads: readonly number[];
}

const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat({ max: 2 }),
  row: fc.nat({ max: 1 }),
  path: fc.nat({ max: paths.length - 1 }),
  value: fc.nat({ max: 3 }),
  // Clocks agree, run backwards or are years apart.
  time: fc.nat({ max: 5 }),
  reads: fc.uniqueArray(fc.nat({ max: 2 })),
});

interface Written {
  readonly entry: Entry;
  readonly path: string;
  readonly row: string;
  /** By log, how far the writer had read when it wrote. */
  readonly seen: Readonly<Record<string, number>>;
}

/** Plays the steps out on three devices that read each other only when a step says so. */
function play(steps: readonly Step[]): Written[] {
  const written: Written[] = [];
  const read: Record<string, number>[] = devices.map(() => ({}));
  for (const { device: at, row: rowAt, path: pathAt, value: chosen, time, reads } of steps) {
    const device = devices[at] ?? "capital";
    const log = `${device}:all`;
    const seen = read[at] ?? {};
    for (const other of reads) {
      const name = `${devices[other]}:all`;
      seen[name] = written.filter((w) => w.entry.header.l === name).length;
    }
    const seq = written.filter((w) => w.entry.header.l === log).length + 1;
    const path = paths[pathAt] ?? "what";
    const row = `row-${rowAt}`;
    const known = written.filter((w) => w.row === row && w.entry.header.s <= (seen[w.entry.header.l] ?? 0));
    const context: Record<string, number> = {};
    for (const w of known) {
      const { l, s } = w.entry.header;
      if (l !== log && (path === "deleted" || w.path === path)) context[l] = Math.max(context[l] ?? 0, s);
    }
    seen[log] = seq;
    const value = path === "deleted" ? chosen % 2 === 0 : `value ${chosen}`;
    written.push({
      row,
      path,
      seen: { ...seen },
      entry: {
        header: {
          l: log,
          s: seq,
          p: "",
          h: `20${16 + time}-01-01T00:00:00.000Z/0000`,
          u: device,
          v: 1,
          k: "tx",
          b: "",
        },
        body: { g: "g", o: [["followUps", row, { [path]: value }, { [path]: context }]] },
      },
    });
  }
  return written;
}

/** Entries of one log keep their order; everything else may be shuffled, repeated and cut at will. */
function shuffled(entries: readonly Entry[], picks: readonly number[]): Entry[] {
  const queues = devices.map((device) => entries.filter((entry) => entry.header.l === `${device}:all`));
  const out: Entry[] = [];
  let at = 0;
  while (queues.some((queue) => queue.length > 0)) {
    const open = queues.filter((queue) => queue.length > 0);
    const next = open[(picks[at] ?? at) % open.length]?.shift();
    if (next) out.push(next);
    if (next && (picks[at] ?? 0) % 3 === 0) out.push(next);
    at += 1;
  }
  return out;
}

const steps = fc.array(step, { maxLength: 30 });
const runs = { numRuns: Number(process.env["CHANCERY_RUNS"] ?? 2000) };

describe("fold", () => {
  it("gives byte-equal rows for any order and any repetition", () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (some, picks) => {
        const entries = play(some).map(({ entry }) => entry);
        expect(foldAll(shuffled(entries, picks)).rows()).toBe(foldAll(entries).rows());
      }),
      runs,
    );
  });

  it("keeps exactly the values that no later write had seen", () => {
    fc.assert(
      fc.property(steps, (some) => {
        const written = play(some);
        const states = foldAll(written.map(({ entry }) => entry));
        for (const state of states.all.values()) {
          for (const [path, cell] of state.cells) {
            const writes = written.filter((w) => w.row === state.id && w.path === path);
            const alive = writes.filter(
              (w) => !writes.some((later) => later !== w && hadSeen(later, w) && !hadSeen(w, later)),
            );
            const expected = new Set(alive.map((w) => JSON.stringify(w.entry.body?.o[0]?.[2][path])));
            expect(new Set(distinctValues(cell).map((held) => JSON.stringify(held.value)))).toEqual(expected);
          }
        }
      }),
      runs,
    );
  });

  it("reads its own stored rows back without loss", () => {
    fc.assert(
      fc.property(steps, (some) => {
        const entries = play(some).map(({ entry }) => entry);
        const half = Math.floor(entries.length / 2);
        const states = foldAll(entries.slice(0, half));
        for (const state of states.all.values()) {
          states.set(stateOf(state.table, toRow(entities[state.table], state)));
        }
        for (const entry of entries.slice(half)) foldEntry(states, entry);
        expect(states.rows()).toBe(foldAll(entries).rows());
      }),
      runs,
    );
  });

  it("makes an edit unseen by a delete a conflict, never a loss", () => {
    const [edit, remove] = play([
      { device: 0, row: 0, path: 0, value: 1, time: 0, reads: [] },
      { device: 1, row: 0, path: 3, value: 0, time: 1, reads: [] },
    ]);
    const states = foldAll([edit, remove].flatMap((w) => w?.entry ?? []));
    const row = toRow(entities.followUps, states.get("followUps", "row-0") as RowState);
    expect(row).toMatchObject({ deleted: true, conflicts: ["deleted"], what: "value 1" });
  });
});

/** True where the writer of `later` had read `earlier`. */
function hadSeen(later: Written, earlier: Written): boolean {
  return (later.seen[earlier.entry.header.l] ?? 0) >= earlier.entry.header.s;
}
