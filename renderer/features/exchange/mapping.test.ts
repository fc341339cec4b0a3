// Which column is read into which field, what a file's words mean, and what is kept of it for the next time.
import { expect, test } from "vitest";
import type { Column } from "#core/exchange/column.ts";
import { targets } from "#core/exchange/targets/index.ts";
import { dayOrderIn, exampleOf, guessedSettings, likelyTarget, unknownWords, withColumn } from "./mapping.ts";
import { readingKey, readingOf, startSettings } from "./reading.ts";

const mapping = new Map([
  ["city", 0],
  ["country", 1],
]);
const file = (...rows: (readonly string[])[]) => ({
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
});

test.each<[string, string, number | null, readonly (readonly [string, number])[]]>([
  [
    "another column",
    "city",
    2,
    [
      ["country", 1],
      ["city", 2],
    ],
  ],
  ["no column", "city", null, [["country", 1]]],
  ["a column taken from another field", "city", 1, [["city", 1]]],
  [
    "a field that had none",
    "region",
    2,
    [
      ["city", 0],
      ["country", 1],
      ["region", 2],
    ],
  ],
])("%s", (_, field, column, expected) => {
  expect([...withColumn(mapping, field, column)]).toEqual(expected);
});

test.each<[string, readonly string[], string]>([
  ["the first cell", ["Paris", "Rome"], "Paris"],
  ["blank cells are passed over", ["", "  ", "Rome"], "Rome"],
  ["nothing within twenty rows", [...Array.from({ length: 20 }, () => ""), "Rome"], ""],
])("example: %s", (_, cells, expected) => {
  expect(exampleOf(file(...cells.map((cell) => [cell])), 0)).toBe(expected);
});

test.each([
  [["locale_id", "city", "territory", "post_type"], "posts"],
  [["Name", "Position", "Ministry", "Languages"], "counterparts"],
  [["Date", "Post", "Subject", "With", "Reaction"], "engagements"],
  [["What", "Due", "Owner", "Priority"], "followUps"],
  [["Issue", "Country", "Stance", "As of"], "positions"],
] as const)("rows with the headings %j are likely %s", (headings, target) => {
  expect(likelyTarget(headings)).toBe(target);
});

const shown = (_: string, member: string) => (member === "consulateGeneral" ? "Generalkonsulat" : member);

test("only words that no list knows are asked about, the most frequent first", () => {
  const column = targets.posts.columns.find(({ field }) => field === "type");
  const rows = file(["embassy"], ["Castle"], ["castle "], ["Hut"], [""], ["Generalkonsulat"]);
  expect(unknownWords(rows, column as Column & { kind: "choice" }, new Map([["type", 0]]), shown)).toEqual([
    { key: "castle", text: "Castle", rows: 2 },
    { key: "hut", text: "Hut", rows: 1 },
  ]);
});

test("the order of days is looked for in the columns of days alone", () => {
  const days = new Map([["openedOn", 0]]);
  expect(dayOrderIn(file(["01/02/2026", "26/11/2026"]), targets.posts, days)).toEqual({
    order: null,
    isOpen: true,
  });
  expect(dayOrderIn(file(["26/11/2026"]), targets.posts, days)).toEqual({ order: "dmy", isOpen: false });
});

function of(headings: readonly string[]) {
  return { headings, head: [{ line: 1, cells: headings }] };
}

test("what was said of a file is said of the next with the same headings, and of no other", async () => {
  const headings = ["Name", "Amt"];
  const said = {
    ...guessedSettings("counterparts", headings),
    mapping: new Map([
      ["name", 0],
      ["position", 1],
    ]),
    words: new Map([["level", new Map([["boss", "minister"]])]]),
    dayOrder: "dmy" as const,
  };
  const kept = { [await readingKey(headings)]: readingOf(said) };
  expect(await startSettings(of(["name ", "AMT"]), kept, null)).toEqual({
    settings: said,
    isAsLastTime: true,
  });
  expect((await startSettings(of(["Amt", "Name"]), kept, null)).isAsLastTime).toBe(false);
  expect((await startSettings(of(headings), kept, "posts")).settings.target).toBe("posts");
  // Cards say themselves what they are, whatever a person came for.
  const cards = { headings: ["FN", "TEL", "EMAIL"], head: [] };
  expect((await startSettings(cards, {}, "posts")).settings.target).toBe("counterparts");
});
