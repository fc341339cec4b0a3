import { describe, expect, test } from "vitest";
import { hostileTexts, paperOf, smallPaper } from "./made-paper.ts";
import { pad, widthOf, wrap } from "./text-width.ts";
import { textFileOf } from "./txt.ts";
import { tableLines } from "./txt-table.ts";

test.each<[string, number]>([
  ["abc", 3],
  ["", 0],
  ["é", 1],
  ["e\u0301", 1],
  ["王毅", 4],
  ["ﾊﾝｶｸ", 4],
  ["ＡＢ", 4],
  ["الرياض", 6],
  ["👩‍👩‍👧‍👦", 2],
  ["🇰🇪", 2],
  ["\u200f\u2068", 0],
  ["👩‍👩‍👧‍👦🇰🇪".repeat(100), 400],
  [`${"x".repeat(255)}e\u0301x`, 257],
])("%j takes %d columns", (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test.each<[string, number, string[]]>([
  ["one two three", 7, ["one two", "three"]],
  ["one two", 7, ["one two"]],
  ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
  ["a abcdefgh b", 4, ["a", "abcd", "efgh", "b"]],
  ["王毅王毅", 5, ["王毅", "王毅"]],
  ["one\ntwo", 20, ["one", "two"]],
  ["  spaced   out  ", 20, ["spaced out"]],
  ["", 10, [""]],
  ["e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]],
])("%j in %d columns", (text, columns, lines) => {
  expect(wrap(text, columns)).toEqual(lines);
});

test("a wide character fills two columns of its field", () => {
  expect(pad("王", 4, "start")).toBe("王  ");
  expect(pad("12", 4, "end")).toBe("  12");
});

// oxlint-disable-next-line no-control-regex -- control characters are what must not be there
const unwanted = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe.each(hostileTexts)("%s in every field", (_, text) => {
  test.each(["ltr", "rtl"] as const)("%s", (direction) => {
    const lines = textFileOf(paperOf(text, direction)).split("\r\n");
    expect(lines.filter((line) => widthOf(line) > 72)).toEqual([]);
    expect(lines.filter((line) => unwanted.test(line))).toEqual([]);
  });
});

test("the small report", () => {
  expect(textFileOf(smallPaper).split("\r\n")).toEqual([
    "                       SENSITIVE BUT UNCLASSIFIED",
    "",
    "EXTRACTION OF MODELS",
    "Status report, STATE 115833",
    "Data as of Tue 24 Nov 2026, 17:00, Washington",
    "",
    "",
    "1. Summary",
    "==========",
    "",
    "Delivered  41 of 56",
    "    14 exempt posts are not counted.",
    "",
    "",
    "2. Post by post",
    "===============",
    "",
    "Posts expected to act",
    "",
    "Post     Days  Points",
    "-------  ----  ------",
    "Nairobi    12  5 of 7",
    "الرياض     -3",
    "",
    '  "نستمع إلى الجميع."',
    "  -- Deputy Head, Riyadh, verbatim",
    "",
    "Desk for Technology Policy",
    "",
    "                       SENSITIVE BUT UNCLASSIFIED",
    "",
  ]);
});

const table = (headings: string[], rows: string[][]) => ({
  kind: "table" as const,
  caption: "",
  columns: headings.map((heading) => ({ heading, align: "start" as const, width: 10 })),
  rows: rows.map((row) => row.map((text) => ({ text, number: null, tone: "plain" as const }))),
  empty: "Nothing.",
});

describe("tables", () => {
  test("days stay on one line, long texts take the room", () => {
    const text = "The minister said that his government shares the concern over provenance";
    expect(tableLines(table(["Post", "Date", "Said"], [["Nairobi", "20 Nov 2026", text]]), 50)).toEqual([
      "Post     Date         Said",
      "-------  -----------  ----------------------------",
      "Nairobi  20 Nov 2026  The minister said that his",
      "                      government shares the",
      "                      concern over provenance",
    ]);
  });

  test("a table with more columns than fit becomes a block of lines a row", () => {
    const headings = Array.from({ length: 8 }, (_, at) => `Heading${at}`);
    const rows = [
      headings.map((_, at) => `value number ${at}`),
      headings.map((_, at) => (at === 3 ? "" : "x")),
    ];
    const lines = tableLines(table(headings, rows), 40);
    expect(lines.slice(0, 3)).toEqual([
      "value number 0",
      "  Heading1: value number 1",
      "  Heading2: value number 2",
    ]);
    expect(lines.every((line) => widthOf(line) <= 40)).toBe(true);
    expect(lines.filter((line) => line.includes("Heading3"))).toHaveLength(1);
  });

  test("an empty table says so", () => {
    expect(tableLines(table(["Post"], []), 40)).toEqual(["Nothing."]);
  });
});
