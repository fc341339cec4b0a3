// Every state a run of a pouch can end in.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Entry, noHash } from "#core/log/entry.ts";
import { dataVersion } from "#core/model/versions/index.ts";
import type { TableName } from "#core/model/tables.ts";
import { type Here, type ReadRun, verdictsOn } from "./verdict.ts";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const log = "lisbon-device:post/lisbon";

interface HistoryChange {
  readonly salt?: string;
  readonly of?: string;
  readonly table?: TableName;
  readonly newerFrom?: number;
  readonly values?: Record<string, null | number | string>;
  readonly stamp?: string;
}

/** Entries 1 to `count` of a log; `hashes[n]` is the hash of entry n. Another `salt` is another history. */
function history(count: number, change: HistoryChange = {}) {
  const { salt = "", of = log, table = "engagements", newerFrom = Infinity, values, stamp } = change;
  const hashes = [noHash];
  const entries: Entry[] = [];
  for (let s = 1; s <= count; s += 1) {
    const header = {
      l: of,
      s,
      p: hashes[s - 1] ?? "",
      h: stamp ?? "2026-11-24T05:00:00.000Z/0000",
      u: "Marker",
      v: s >= newerFrom ? dataVersion + 1 : dataVersion,
      k: "tx" as const,
      b: "",
    };
    entries.push({ header, body: { g: "g", o: [[table, `r${s}`, values ?? { place: "x" }, {}]] } });
    hashes.push(sha(`${salt}${JSON.stringify(header)}`));
  }
  return { entries, hashes };
}

function run(from: number, to: number, change: HistoryChange = {}): ReadRun {
  const { entries, hashes } = history(to, change);
  return {
    log: change.of ?? log,
    from,
    to,
    previous: hashes[from - 1] ?? "",
    last: hashes[to] ?? "",
    entries: entries.slice(from - 1),
  };
}

/** A desk that has `seq` entries of Lisbon's log. */
function here(seq: number, change: Partial<Here> = {}): Here {
  const { hashes } = history(50);
  return {
    own: { role: "desk", postId: null, formerPosts: [] },
    device: "desk-device",
    office: { id: "lisbon-device", role: "post", postId: "lisbon", scopes: [] },
    heads: seq === 0 ? {} : { [log]: { seq, hash: hashes[seq] ?? "" } },
    frozen: new Set(),
    siblings: new Set(),
    hashAt: async (_log, at) => hashes[at] ?? null,
    scopeOf: () => null,
    ...change,
  };
}

describe("a run", () => {
  test.each<[string, ReadRun, Here, object]>([
    ["new here", run(1, 3), here(0), { kind: "merge", from: 1, to: 3 }],
    ["that follows on", run(4, 6), here(3), { kind: "merge", from: 4, to: 6 }],
    ["that overlaps", run(2, 6), here(3), { kind: "merge", from: 4, to: 6 }],
    ["known already", run(1, 3), here(3), { kind: "known", to: 3 }],
    ["replayed from long ago", run(1, 3), here(9), { kind: "known", to: 3 }],
    ["with numbers missing before it", run(6, 8), here(3), { kind: "gap", missing: { from: 4, to: 5 } }],
    ["of another history, following on", run(4, 6, { salt: "x" }), here(3), { kind: "fork" }],
    ["of another history, overlapping", run(2, 6, { salt: "x" }), here(3), { kind: "fork" }],
    ["of another history, replayed from long ago", run(1, 3, { salt: "x" }), here(9), { kind: "fork" }],
    [
      "of a log that is frozen, following on",
      run(2, 6),
      here(3, { frozen: new Set([log]) }),
      { kind: "frozen", from: 4, to: 6 },
    ],
    [
      "of a log that is frozen, of another history",
      run(4, 6, { salt: "x" }),
      here(3, { frozen: new Set([log]) }),
      { kind: "fork" },
    ],
    [
      "of a newer app",
      run(1, 3, { newerFrom: 1 }),
      here(0),
      { kind: "newer", from: 1, version: dataVersion + 1 },
    ],
    [
      "of this device, as far as it goes here",
      run(1, 3),
      here(3, { device: "lisbon-device" }),
      { kind: "known" },
    ],
    ["of this device, and further", run(1, 6), here(3, { device: "lisbon-device" }), { kind: "ahead" }],
    ["in another post's scope", run(1, 1, { of: "lisbon-device:post/rome" }), here(0), { kind: "trespass" }],
    ["in everybody's scope", run(1, 1, { of: "lisbon-device:all" }), here(0), { kind: "trespass" }],
    ["of a local log", run(1, 1, { of: "lisbon-device:local" }), here(0), { kind: "trespass" }],
    [
      "in the name of another device",
      run(1, 1, { of: "rome-device:post/lisbon" }),
      here(0),
      { kind: "trespass" },
    ],
    [
      "handed on for another device of the same post",
      run(1, 1, { of: "lisbon-too:post/lisbon" }),
      here(0, { siblings: new Set(["lisbon-too"]) }),
      { kind: "merge" },
    ],
    ["on a record of another scope", run(1, 3), here(0, { scopeOf: () => "all" }), { kind: "trespass" }],
    ["on this device's settings", run(1, 1, { table: "settings" }), here(0), { kind: "trespass" }],
    [
      "with a value its field never holds",
      run(1, 1, { values: { place: 7 } }),
      here(0),
      { kind: "trespass" },
    ],
    ["with a field of a newer app", run(1, 1, { values: { mood: 7 } }), here(0), { kind: "merge" }],
    [
      "with a key in what is no map",
      run(1, 1, { values: { "place/x": "y" } }),
      here(0),
      { kind: "trespass" },
    ],
    ["with a clock that is none", run(1, 1, { stamp: "soon" }), here(0), { kind: "trespass" }],
    ["on whom this device trusts", run(1, 1, { table: "offices" }), here(0), { kind: "trespass" }],
  ])("%s", async (_title, some, at, wanted) => {
    expect(await verdictsOn([some], at)).toMatchObject([wanted]);
  });

  test("is merged up to where a newer app wrote it", async () => {
    expect(await verdictsOn([run(1, 5, { newerFrom: 4 })], here(1))).toMatchObject([
      { kind: "merge", from: 2, to: 3 },
      { kind: "newer", from: 4, to: 5 },
    ]);
  });
});

test("two runs of one pouch may not write one new record in two scopes", async () => {
  const office = { id: "capital", role: "desk", postId: null, scopes: [] } as const;
  const runs = [run(1, 1, { of: "capital:all" }), run(1, 1, { of: "capital:post/lisbon" })];
  const own = { role: "post", postId: "lisbon", formerPosts: [] } as const;
  expect(await verdictsOn(runs, here(0, { office, own }))).toMatchObject([
    { kind: "merge" },
    { kind: "trespass" },
  ]);
});
