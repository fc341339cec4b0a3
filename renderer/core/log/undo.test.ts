// The laws of undo: it gives back what was shown, never touches what was written since, and is undone itself.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entities } from "../model/index.ts";
import type { TableName } from "../model/tables.ts";
import { buildEntries } from "./build.ts";
import { cellOf, type Deed, deedsOf } from "./deeds.ts";
import type { Entry } from "./entry.ts";
import { foldEntry } from "./fold.ts";
import { shownValue, toRow } from "./row.ts";
import type { RowState } from "./row-state.ts";
import { initialAt, nextRedo, nextUndo, stands, type Step, undoRow } from "./undo.ts";

const entity = entities.followUps;
const row = "f1";

/** Offices that write the same row; each reads the others' entries only when told. */
class Office {
  readonly read: Entry[] = [];
  #seq = 0;
  readonly #name: string;
  readonly #clock: () => string;

  constructor(name: string, clock: () => string) {
    this.#name = name;
    this.#clock = clock;
  }

  get deeds(): readonly Deed[] {
    return this.read.flatMap((entry) => deedsOf(entry).map(({ deed }) => deed));
  }

  readFrom(other: Office): void {
    const known = new Set(this.read.map(({ header }) => `${header.l}/${header.s}`));
    for (const entry of other.read)
      if (!known.has(`${entry.header.l}/${entry.header.s}`)) this.read.push(entry);
  }

  async write(
    group: string,
    values: Readonly<Record<string, unknown>>,
    undoes?: { of: string } | { again: string },
  ): Promise<void> {
    const states = statesOf(this.read);
    const heads = this.#seq === 0 ? {} : { [`${this.#name}:all`]: { seq: this.#seq, hash: "" } };
    const built = await buildEntries([{ table: "followUps", id: row, scope: "all", values }], {
      writer: { deviceId: this.#name, user: this.#name },
      stamp: this.#clock(),
      group,
      kind: undoes ? "undo" : "tx",
      heads,
      stateOf: (_table, id) => states.get(id) ?? null,
      hash: async () => "",
      ...(undoes ? { undoes } : {}),
    });
    for (const { header, body } of built) {
      this.read.push({ header, body });
      this.#seq = header.s;
    }
  }

  /** True where anything was written. */
  async undo(group: string, by: string, how: "of" | "again" = "of"): Promise<boolean> {
    const { values } = undoRow(entity, this.deeds, group);
    if (Object.keys(values).length === 0) return false;
    await this.write(by, values, how === "of" ? { of: group } : { again: group });
    return true;
  }

  shown(): Record<string, unknown> {
    return Object.fromEntries(paths.map((path) => [path, shownOf(this.deeds, path)]));
  }
}

const paths = ["what", "owner", "outcome", "deleted"] as const;

function shownOf(deeds: readonly Deed[], path: string): unknown {
  const shown = shownValue(cellOf(deeds, path));
  return shown ? shown.value : initialAt(entity, path);
}

function statesOf(entries: readonly Entry[]): Map<string, RowState> {
  const states = new Map<string, RowState>();
  for (const entry of entries) {
    foldEntry(
      {
        get: (_table: TableName, id: string) => states.get(id) ?? null,
        set: (state) => void states.set(state.id, state),
      },
      entry,
    );
  }
  return states;
}

interface Act {
  readonly office: number;
  readonly path: number;
  readonly value: number;
  readonly undoes: number | null;
  readonly reads: boolean;
}

const act: fc.Arbitrary<Act> = fc.record({
  office: fc.nat({ max: 1 }),
  path: fc.nat({ max: paths.length - 1 }),
  value: fc.nat({ max: 2 }),
  undoes: fc.option(fc.nat({ max: 20 }), { freq: 2 }),
  reads: fc.boolean(),
});

/** Plays acts out on two offices; answers them with the groups each has written. */
async function play(acts: readonly Act[]): Promise<{ offices: readonly [Office, Office]; groups: string[] }> {
  let tick = 0;
  const clock = () => `2026-01-01T00:00:00.${String((tick += 1)).padStart(3, "0")}Z/0000`;
  const offices = [new Office("capital", clock), new Office("nairobi", clock)] as const;
  const groups: string[] = [];
  await offices[0].write("g0", { what: "made" });
  groups.push("g0");
  offices[1].readFrom(offices[0]);
  for (const { office: at, path, value, undoes, reads } of acts) {
    const [office, other] = at === 0 ? offices : ([offices[1], offices[0]] as const);
    if (reads) office.readFrom(other);
    const group = `g${groups.length}`;
    const name = paths[path] ?? "what";
    const target = undoes === null ? undefined : groups[undoes % groups.length];
    if (target === undefined)
      await office.write(group, { [name]: name === "deleted" ? value > 0 : `v${value}` });
    else if (!(await office.undo(target, group))) continue;
    groups.push(group);
  }
  return { offices, groups };
}

const acts = fc.array(act, { maxLength: 12 });
const runs = { numRuns: Number(process.env["CHANCERY_RUNS"] ?? 500) };

describe("undo", () => {
  it("then redo shows what was shown before", async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat(), async (some, pick) => {
        const { offices, groups } = await play(some);
        const [capital] = offices;
        const before = capital.shown();
        const group = groups[pick % groups.length] ?? "g0";
        if (!(await capital.undo(group, "undo"))) return;
        expect(await capital.undo("undo", "redo", "again")).toBe(true);
        expect(capital.shown()).toEqual(before);
      }),
      runs,
    );
  });

  it("changes no path but those the group wrote, and gives those back as they were shown to its writer", async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat({ max: 3 }), fc.nat({ max: 2 }), async (some, path, value) => {
        const { offices } = await play(some);
        const [capital] = offices;
        const before = capital.shown();
        const name = paths[path] ?? "what";
        await capital.write("last", { [name]: name === "deleted" ? value > 0 : `w${value}` });
        await capital.undo("last", "undo");
        expect(capital.shown()).toEqual(before);
      }),
      runs,
    );
  });

  it("never changes a path written since, by whomever", async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat(), fc.nat({ max: 3 }), async (some, pick, path) => {
        const { offices, groups } = await play(some);
        const [capital, nairobi] = offices;
        const name = paths[path] ?? "what";
        nairobi.readFrom(capital);
        await nairobi.write("since", { [name]: name === "deleted" ? false : "since" });
        capital.readFrom(nairobi);
        const group = groups[pick % groups.length] ?? "g0";
        await capital.undo(group, "undo");
        expect(capital.shown()[name]).toBe(name === "deleted" ? false : "since");
      }),
      runs,
    );
  });

  it("folds in any order to the same row", async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (some) => {
        const { offices } = await play(some);
        const [capital, nairobi] = offices;
        capital.readFrom(nairobi);
        nairobi.readFrom(capital);
        const rows = [capital, nairobi].map(({ read }) => {
          const state = statesOf(read).get(row);
          return state && JSON.stringify(toRow(entity, state));
        });
        expect(rows[0]).toBe(rows[1]);
      }),
      runs,
    );
  });

  it("takes back one after the other, also where one put back what another wrote", async () => {
    const office = new Office("capital", ticking());
    await office.write("a", { what: "one" });
    await office.write("b", { what: "two" });
    await office.write("c", { what: "three" });
    await office.undo("c", "uc");
    await office.undo("b", "ub");
    expect(office.shown()["what"]).toBe("one");
    await office.undo("ub", "rb", "again");
    await office.undo("uc", "rc", "again");
    expect(office.shown()["what"]).toBe("three");
    await office.undo("rc", "urc");
    expect(office.shown()["what"]).toBe("two");
  });

  it("does not take an equal value of somebody else for its own", async () => {
    const capital = new Office("capital", ticking());
    const nairobi = new Office("nairobi", ticking(50));
    await capital.write("a", { what: "one" });
    await capital.write("b", { what: "two" });
    nairobi.readFrom(capital);
    await nairobi.write("c", { what: "three" });
    await nairobi.write("d", { what: "two" });
    capital.readFrom(nairobi);
    expect(undoRow(entity, capital.deeds, "b")).toEqual({ values: {}, left: ["what"] });
  });

  it("puts a new row in the trash, unless somebody has worked on it", async () => {
    const capital = new Office("capital", ticking());
    await capital.write("a", { what: "one", owner: "x" });
    expect(undoRow(entity, capital.deeds, "a")).toEqual({ values: { deleted: true }, left: [] });
    await capital.write("b", { outcome: "done" });
    expect(undoRow(entity, capital.deeds, "a")).toEqual({ values: {}, left: ["outcome"] });
    await capital.undo("b", "ub");
    expect(undoRow(entity, capital.deeds, "a").values).toEqual({ deleted: true });
    await capital.undo("a", "ua");
    expect(undoRow(entity, capital.deeds, "ua").values).toEqual({ deleted: false });
  });

  it("leaves a value that waits for a decision", async () => {
    const capital = new Office("capital", ticking());
    const nairobi = new Office("nairobi", ticking(50));
    await capital.write("a", { what: "one" });
    nairobi.readFrom(capital);
    await capital.write("b", { what: "two" });
    await nairobi.write("c", { what: "three" });
    capital.readFrom(nairobi);
    expect(undoRow(entity, capital.deeds, "b")).toEqual({ values: {}, left: ["what"] });
  });
});

describe("the stacks", () => {
  it.each([
    [["a", "b"], "b", null],
    [["a", "b", "u of b"], "a", "u"],
    [["a", "b", "u of b", "v of a"], null, "v"],
    [["a", "b", "u of b", "v of a", "r again v"], "r", "u"],
    [["a", "b", "u of b", "r again u"], "r", null],
    [["a", "b", "u of b", "r again u", "w of r"], "a", "w"],
    [["a", "u of a", "b"], "b", null],
    [[], null, null],
  ])("%j: undo %s, redo %s", async (steps, undo, redo) => {
    expect((await nextUndo(each(told(...steps))))?.group ?? null).toBe(undo);
    expect((await nextRedo(each(told(...steps))))?.group ?? null).toBe(redo);
  });
});

describe("a write of this device", () => {
  it.each([
    [["a", "b"], "b", true],
    [["a", "b", "u of b"], "b", false],
    [["a", "b", "u of b"], "a", true],
    [["b", "u of b", "c"], "b", false],
    [["b", "u of b", "r again u"], "b", true],
    [["b", "u of b", "r again u", "w of r"], "b", false],
    [["a"], "gone long ago", true],
  ])("%j: whether %s stands: %s", async (steps, group, isStanding) => {
    expect(await stands(each(told(...steps)), group)).toBe(isStanding);
  });
});

async function* each<T>(some: readonly T[]): AsyncGenerator<T> {
  for (const one of some) yield await Promise.resolve(one);
}

function ticking(from = 0): () => string {
  let tick = from;
  return () => `2026-01-01T00:00:00.${String((tick += 1)).padStart(3, "0")}Z/0000`;
}

const told = (...steps: readonly string[]): Step[] =>
  steps
    .map((text) => {
      const [group = "", how, target] = text.split(" ");
      return {
        group,
        of: how === "of" && target ? target : null,
        again: how === "again" && target ? target : null,
      };
    })
    .toReversed();
