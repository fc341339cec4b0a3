import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csv, csvOf } from "./csv.ts";
import { hostileTexts, listPaper, paperOf, smallPaper } from "./made-paper.ts";

function rowsOf(text: string): string[][] {
  return Papa.parse<string[]>(text.slice(1), { newline: "\r\n", delimiter: "," }).data;
}

/** A spreadsheet takes a cell for a formula by its first character that is no blank. */
function looksLikeFormula(cell: string): boolean {
  return /^[=+\-@|＝＋－＠]/.test(cell.trimStart()) || /^[\t\r\n\0]/.test(cell);
}

describe.each(hostileTexts)("%s in every field", (_, text) => {
  test("reads back whole, with no cell a spreadsheet would run", () => {
    const rows = rowsOf(csvOf(paperOf(text)));
    expect(rows.flat().filter(looksLikeFormula)).toEqual([]);
    expect(rows.filter((row) => row.length > 3)).toEqual([]);
  });
});

test("whatever the text, it comes back with at most an apostrophe before it", () => {
  const texts = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\s=+\-@|＝']{1,4}.{0,5}$/u));
  fc.assert(
    fc.property(texts, (text) => {
      const table = {
        kind: "table" as const,
        caption: "",
        columns: [{ heading: "h", align: "start" as const, width: 1 }],
        rows: [
          [{ text, number: null, tone: "plain" as const }],
          [{ text: "last", number: null, tone: "plain" as const }],
        ],
        empty: "",
      };
      const rows = rowsOf(csvOf({ ...listPaper, blocks: [table] }));
      expect(rows.map((row) => row.length)).toEqual([1, 1, 1, 1]);
      expect(rows[2]).toEqual(["last"]);
      expect(looksLikeFormula(rows[1]?.[0] ?? "")).toBe(false);
    }),
  );
});

test.each([
  ["=1+1", "'=1+1"],
  ["  @x", "'@x"],
  ["+44 20", "'+44 20"],
  ["|calc", "'|calc"],
  ["＝1", "'＝1"],
  ["5 of 7", "5 of 7"],
  ["O'Neill", "O'Neill"],
])("%j is written as %j", (text, expected) => {
  const table = {
    kind: "table" as const,
    caption: "",
    columns: [{ heading: "h", align: "start" as const, width: 1 }],
    rows: [[{ text, number: null, tone: "plain" as const }]],
    empty: "",
  };
  expect(rowsOf(csvOf({ ...listPaper, blocks: [table] }))[1]).toEqual([expected]);
});

test("a list by itself is its headings and its rows", () => {
  expect(csvOf(listPaper)).toBe('\ufeff"Post","Days","Points"\r\n"Nairobi",12,"5 of 7"\r\n"الرياض",-3,\r\n');
});

test("a report begins and ends with its marking, and its figures are there", () => {
  const rows = rowsOf(csvOf(smallPaper)).filter((row) => row.join("") !== "");
  expect(rows[0]).toEqual(["SENSITIVE BUT UNCLASSIFIED"]);
  expect(rows.at(-1)).toEqual(["SENSITIVE BUT UNCLASSIFIED"]);
  expect(rows).toContainEqual(["Delivered", "41 of 56", "14 exempt posts are not counted."]);
  expect(rows).toContainEqual(["Nairobi", "12", "5 of 7"]);
});

test("the bytes are UTF-8 with a mark", async () => {
  const bytes = await csv.encode(listPaper, { printHtml: () => Promise.reject(new Error("not asked for")) });
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
});
