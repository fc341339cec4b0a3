// Two histories of one log: where they part, and that deciding on them loses nothing and says the same everywhere.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildEntries } from "#core/log/build.ts";
import type { Change } from "#core/log/change.ts";
import { type Context, type Entry, noHash, type Op } from "#core/log/entry.ts";
import { foldEntry } from "#core/log/fold.ts";
import { distinctValues, toRow } from "#core/log/row.ts";
import type { RowState } from "#core/log/row-state.ts";
import { entities } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import { dataVersion } from "#core/model/versions/index.ts";
import { besideOurs, forkRows, type Link, otherHistories, standingOf, takenOver } from "./fork.ts";
import { chosenRows } from "./pouch-plan.ts";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const scope = "post/lisbon" as const;
const log = `lisbon:${scope}`;

interface Write {
  readonly id: string;
  readonly path: "place" | "subject";
  readonly value: string;
}

/** Entries that follow on `before`, one for each write. */
function history(writes: readonly Write[], before: readonly Link[] = [], of = log): readonly Link[] {
  const links = [...before];
  for (const { id, path, value } of writes) {
    const s = links.length + 1;
    const header = {
      l: of,
      s,
      p: links.at(-1)?.hash ?? noHash,
      h: `2026-11-24T05:00:00.000Z/${s.toString(16).padStart(4, "0")}`,
      u: "Marker",
      v: dataVersion,
      k: "tx" as const,
      b: sha(value),
    };
    const op: Op = ["engagements", id, { [path]: value }, {}];
    links.push({ entry: { header, body: { g: `${s}`, o: [op] } }, hash: sha(JSON.stringify(header)) });
  }
  return links;
}

const write = (value: string, id = "e1"): Write => ({ id, path: "place", value });
const hashesOf = (links: readonly Link[]) => new Map(links.map(({ entry, hash }) => [entry.header.s, hash]));

describe("other histories", () => {
  const common = history([write("a"), write("b")]);
  const ours = history([write("c")], common);
  const theirs = history([write("x"), write("y")], common);

  test.each<[string, readonly Link[], readonly { hash: string; after: number }[], object]>([
    ["part where the last number both share stands", theirs, [], [{ after: 2, links: theirs.slice(2) }]],
    ["are found from a part that begins after it", theirs.slice(2), [], [{ after: 2 }]],
    ["have no known beginning where that is missing", theirs.slice(3), [], [{ after: null }]],
    ["may part at the first entry", history([write("z")]), [], [{ after: 0 }]],
    ["may be several", [...theirs, ...history([write("q")], common)], [], [{ after: 2 }, { after: 2 }]],
    ["are told once, however often they came", [...theirs, ...theirs.slice(1)], [], [{ after: 2 }]],
    ["are none where they go on from what is here", history([write("d")], ours), [], []],
    ["are none where all is here", common, [], []],
    ["are left out once decided on", theirs, [{ hash: theirs[3]?.hash ?? "", after: 2 }], []],
    [
      "are told from where they were decided on",
      theirs,
      [{ hash: theirs[2]?.hash ?? "", after: 2 }],
      [{ after: 2, links: theirs.slice(3) }],
    ],
  ])("%s", (_title, links, settled, wanted) => {
    expect(otherHistories(links, hashesOf(ours), settled)).toMatchObject(wanted);
    expect(otherHistories(links, hashesOf(ours), settled)).toHaveLength((wanted as unknown[]).length);
  });
});

/** An office with its rows. */
class Office {
  readonly states = new Map<string, RowState>();
  readonly #device: string;

  constructor(device: string, entries: readonly Entry[]) {
    this.#device = device;
    this.fold(entries);
  }

  get(table: TableName, id: string): RowState | null {
    return this.states.get(`${table}/${id}`) ?? null;
  }

  fold(entries: readonly Entry[]): void {
    const set = (state: RowState) => void this.states.set(`${state.table}/${state.id}`, state);
    for (const entry of entries) foldEntry({ get: (...name) => this.get(...name), set }, entry);
  }

  /** Decides on another history and answers the entries that say so. */
  async settle(links: readonly Link[], after: number, takesAll: boolean): Promise<readonly Entry[]> {
    const beside = besideOurs({ links, after }, 1);
    const both = new Office("", []);
    for (const [key, state] of this.states) both.states.set(key, state);
    both.fold(beside);
    const rows = forkRows(
      beside,
      (...name) => this.get(...name),
      (...name) => both.get(...name),
    );
    const keys = new Set(rows.map(({ table, id }) => `${table}/${id}`));
    const changes: Change[] = [
      ...standingOf(log, after, this.states.values()),
      ...chosenRows(rows, keys, !takesAll).map((row) => ({ ...row, values: takenOver(row) })),
    ];
    const byId = new Map<string, Change>();
    for (const change of changes)
      byId.set(change.id, { ...change, values: { ...byId.get(change.id)?.values, ...change.values } });
    const built = await buildEntries([...byId.values()], {
      writer: { deviceId: this.#device, user: this.#device },
      stamp: "2026-11-25T05:00:00.000Z/0000",
      group: "g",
      kind: "import",
      heads: {},
      stateOf: (table, id) => this.get(table as TableName, id),
      hash: async (text) => sha(text),
    });
    this.fold(built);
    return built;
  }

  values(id: string, path: string): readonly unknown[] {
    const cell = this.get("engagements", id)?.cells.get(path);
    return cell ? distinctValues(cell).map(({ value }) => value) : [];
  }

  shown(): readonly string[] {
    return [...this.states.values()]
      .map((state) => {
        const { id, place, subject, conflicts } = toRow(entities.engagements, state);
        return JSON.stringify({ id, place, subject, conflicts });
      })
      .toSorted();
  }
}

const writes = (of: string) =>
  fc.array(
    fc.record({
      id: fc.constantFrom("e1", "e2", "e3"),
      path: fc.constantFrom("place" as const, "subject" as const),
      value: fc.nat(3).map((n) => `${of}${n}`),
    }),
    { minLength: 1, maxLength: 6 },
  );
const numRuns = Number(process.env["CHANCERY_RUNS"] ?? 500);

test("offices that hold another history each and decide for the same one show the same in the end", async () => {
  await fc.assert(
    fc.asyncProperty(writes("common"), writes("a"), writes("b"), async (before, here, there) => {
      const common = history(before);
      const [a, b] = [history(here, common), history(there, common)];
      const after = common.length;
      const one = new Office(
        "one",
        a.map(({ entry }) => entry),
      );
      const two = new Office(
        "two",
        b.map(({ entry }) => entry),
      );
      // Both decide for what the second holds, wherever both wrote.
      const said = [
        await one.settle(b.slice(after), after, true),
        await two.settle(a.slice(after), after, false),
      ];
      one.fold(said[1] ?? []);
      two.fold(said[0] ?? []);
      for (const { id, path, value } of [...here, ...there]) {
        const last = there.findLast((some) => some.id === id && some.path === path);
        const wanted = last?.value ?? here.findLast((some) => some.id === id && some.path === path)?.value;
        expect(one.values(id, path), `${value} at one`).toEqual([wanted]);
      }
      expect(one.shown()).toEqual(two.shown());
    }),
    { numRuns },
  );
});

test("who saw the same numbers of another history replaces nothing here unseen", async () => {
  await fc.assert(
    fc.asyncProperty(writes("common"), writes("a"), writes("b"), fc.boolean(), async (...given) => {
      const [before, here, there, takesAll] = given;
      const common = history(before);
      const [a, b] = [history(here, common), history(there, common)];
      const office = new Office(
        "one",
        a.map(({ entry }) => entry),
      );
      await office.settle(b.slice(common.length), common.length, takesAll);
      const stood = here.map(({ id, path }) => ({ id, path, values: office.values(id, path) }));
      const seen: Context = { [log]: 1000 };
      const entries = history(
        here.map(({ id, path }, n) => ({ id, path, value: `new ${n}` })),
        [],
        `restored:${scope}`,
      ).map(({ entry }): Entry => {
        const o = (entry.body?.o ?? []).map(([table, id, values]): Op => [
          table,
          id,
          values,
          Object.fromEntries(Object.keys(values).map((path) => [path, seen])),
        ]);
        return { ...entry, body: { g: "", o } };
      });
      office.fold(entries);
      for (const { id, path, values } of stood)
        expect(office.values(id, path)).toEqual(expect.arrayContaining([...values]));
    }),
    { numRuns },
  );
});
