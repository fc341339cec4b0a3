import { describe, expect, test } from "vitest";
import { engagements } from "../model/engagement.ts";
import type { PatchOf } from "../model/entity.ts";
import { type Stance } from "../model/enums.ts";
import { positions } from "../model/position.ts";
import { talkingPoints } from "../model/talking-point.ts";
import { madeRow } from "./made-row.ts";
import { objectionTally } from "./objections.ts";
import { positionLedger, shiftsOf, stanceShift } from "./position-ledger.ts";

test.each<[Stance, Stance, number | null]>([
  ["opposed", "supportive", 4],
  ["neutral", "leaningOpposed", -1],
  ["neutral", "neutral", 0],
  ["unknown", "supportive", null],
  ["opposed", "unknown", null],
])("from %s to %s is %j", (from, to, steps) => {
  expect(stanceShift(from, to)).toBe(steps);
});

const position = (id: string, patch: PatchOf<typeof positions>) =>
  madeRow(positions, id, { issueId: "i1", country: "Kenya", ...patch });

describe("the position ledger", () => {
  const rows = [
    position("base", { stance: "neutral", baseline: true, on: "2026-11-01" }),
    position("later", { stance: "supportive", on: "2026-11-20", counterpartId: "c1" }),
    position("between", { stance: "leaningSupportive", on: "2026-11-10", counterpartId: "c2" }),
    position("silent", { stance: "unknown", on: "2026-11-22" }),
    position("fr", { country: "France", stance: "opposed", on: "2026-11-05" }),
    position("fr2", { country: "France", stance: "opposed", on: "2026-11-25" }),
    position("gone", { country: "Peru", stance: "opposed", on: "2026-11-05" }),
  ].map((row) => (row.id === "gone" ? { ...row, deleted: true } : row));

  test("by country: the latest telling evidence against the baseline, the movers first", () => {
    const [kenya, france] = positionLedger(rows, { view: "country", since: null });
    expect(kenya).toMatchObject({ country: "Kenya", counterpartId: null, shift: 2 });
    expect(kenya?.current.id).toBe("later");
    expect(kenya?.history.map((row) => row.id)).toEqual(["base", "between", "later", "silent"]);
    expect(france).toMatchObject({ country: "France", baseline: null, shift: null });
  });

  test("since a day: against the stand at the end of that day", () => {
    const found = positionLedger(rows, { view: "country", since: "2026-11-10" });
    expect(found.map((row) => [row.country, row.from?.id ?? null, row.shift])).toEqual([
      ["Kenya", "between", 1],
      ["France", "fr", 0],
    ]);
    expect(shiftsOf(found).map((row) => row.country)).toEqual(["Kenya"]);
  });

  test("before any evidence the baseline stands in", () => {
    const [kenya] = positionLedger(rows, { view: "country", since: "2026-10-01" });
    expect(kenya?.from?.id).toBe("base");
  });

  test("by official", () => {
    const found = positionLedger(rows, { view: "counterpart", since: null });
    expect(new Set(found.map((row) => row.counterpartId))).toEqual(new Set(["c1", "c2"]));
  });

  test("on one day a stated word goes before an assessment, and undated evidence is the oldest", () => {
    const day = "2026-11-20";
    const [found] = positionLedger(
      [
        position("stated", { on: day, stance: "opposed", basis: "stated" }),
        position("assessed", { on: day, stance: "neutral", basis: "assessed" }),
        position("undated", { stance: "supportive" }),
      ],
      { view: "country", since: null },
    );
    expect(found?.history.map((row) => row.id)).toEqual(["undated", "assessed", "stated"]);
  });
});

const meeting = (id: string, patch: PatchOf<typeof engagements>) =>
  madeRow(engagements, id, { state: "held", postId: "paris", ...patch });

describe("the tally of objections", () => {
  const made = { outcome: "delivered", note: "", leftInWriting: false } as const;
  const points = [
    madeRow(talkingPoints, "r1", { rebuts: "This is protectionism" }),
    madeRow(talkingPoints, "r2", { rebuts: "this is PROTECTIONISM!" }),
    madeRow(talkingPoints, "other", { rebuts: "Something else" }),
  ];

  test("spellings fall together; capitals are counted once, by their first day there", () => {
    const found = objectionTally(
      [
        meeting("e1", {
          at: "2026-11-20T10:00:00Z",
          counterArguments: ["This is protectionism.", "No proof"],
          points: { r2: made },
        }),
        meeting("e2", { at: "2026-11-18T10:00:00Z", counterArguments: ["this is protectionism"] }),
        meeting("e3", {
          at: "2026-11-18T22:00:00Z",
          timeZone: "Asia/Riyadh",
          postId: "riyadh",
          counterArguments: ["This is protectionism."],
        }),
        meeting("e4", { state: "planned", counterArguments: ["No proof"], postId: "lima" }),
        { ...meeting("e5", { counterArguments: ["No proof"], postId: "rome" }), deleted: true },
      ],
      points,
      "America/New_York",
    );
    expect(found).toEqual([
      {
        text: "This is protectionism.",
        heardAt: [
          { postId: "paris", firstOn: "2026-11-18" },
          { postId: "riyadh", firstOn: "2026-11-19" },
        ],
        firstOn: "2026-11-18",
        rebuttals: [
          { pointId: "r2", used: 1 },
          { pointId: "r1", used: 0 },
        ],
      },
      {
        text: "No proof",
        heardAt: [{ postId: "paris", firstOn: "2026-11-20" }],
        firstOn: "2026-11-20",
        rebuttals: [],
      },
    ]);
  });

  test("blank objections are none, undated meetings come last", () => {
    const found = objectionTally(
      [
        meeting("e1", { counterArguments: ["  ", "..."] }),
        meeting("e2", { counterArguments: ["Old"], at: null }),
        meeting("e3", { counterArguments: ["New"], at: "2026-11-20T10:00:00Z" }),
      ],
      [],
      "UTC",
    );
    expect(found.map((row) => [row.text, row.firstOn])).toEqual([
      ["New", "2026-11-20"],
      ["Old", null],
    ]);
  });
});
