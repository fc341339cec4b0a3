import readWorkbook from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { markupFault, zipParts } from "./made-files.ts";
import { hostileTexts, listPaper, paperOf, smallPaper } from "./made-paper.ts";
import { sheetNames } from "./sheet-names.ts";
import { xlsx } from "./xlsx.ts";

const tools = { printHtml: () => Promise.reject(new Error("not asked for")) };

async function written(paper: typeof smallPaper) {
  const bytes = await xlsx.encode(paper, tools);
  return { parts: zipParts(bytes), sheets: await readWorkbook(Buffer.from(bytes)) };
}

describe.each(hostileTexts)("%s in every field", (_, text) => {
  test.each(["ltr", "rtl"] as const)("%s", async (direction) => {
    const { parts, sheets } = await written(paperOf(text, direction));
    for (const [name, xml] of parts) expect([name, markupFault(xml)]).toEqual([name, null]);
    expect([...parts.values()].join("")).not.toMatch(/<f[ >]/);
    expect(sheets).toHaveLength(3);
    const cells = sheets.flatMap(({ data }) => data.flat());
    expect(cells.every((cell) => cell === null || typeof cell === "string")).toBe(true);
    expect(Math.max(...cells.map((cell) => String(cell ?? "").length))).toBeLessThanOrEqual(32_767);
  });
});

describe("a report as a workbook", () => {
  test("has a summary and a sheet for each table, named after its section", async () => {
    const { sheets } = await written(smallPaper);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Extraction of models", "2. Post by post"]);
    const summary = sheets[0]?.data.map((row) => row.filter((cell) => cell !== null)) ?? [];
    expect(summary[0]).toEqual(["SENSITIVE BUT UNCLASSIFIED"]);
    expect(summary.at(-1)).toEqual(["SENSITIVE BUT UNCLASSIFIED"]);
    expect(summary).toContainEqual(["Delivered", "41 of 56", "14 exempt posts are not counted."]);
    expect(summary).toContainEqual(["Posts expected to act", "2. Post by post"]);
  });

  test("numbers are numbers, what is read as text stays text", async () => {
    const { sheets } = await written(smallPaper);
    expect(sheets[1]?.data).toEqual([
      ["SENSITIVE BUT UNCLASSIFIED", null, null],
      ["Posts expected to act", null, null],
      ["Post", "Days", "Points"],
      ["Nairobi", 12, "5 of 7"],
      ["الرياض", -3, null],
    ]);
  });

  test("headings stay in sight, and the marking prints on every sheet", async () => {
    const { parts } = await written(smallPaper);
    const table = parts.get("xl/worksheets/sheet2.xml") ?? "";
    expect(table).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
    for (const name of ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]) {
      const sheet = parts.get(name) ?? "";
      expect(sheet).toContain("<oddHeader>&amp;C&amp;BSENSITIVE BUT UNCLASSIFIED</oddHeader>");
      expect(sheet).toMatch(/<oddFooter>.*SENSITIVE BUT UNCLASSIFIED.*&amp;P \/ &amp;N<\/oddFooter>/);
      // The order of a worksheet's elements is fixed: a program that finds another calls the file damaged.
      const order = ["<sheetPr>", "<sheetViews>", "<cols>", "<sheetData>", "<pageSetup ", "<headerFooter>"];
      const places = order.map((element) => sheet.indexOf(element));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
    }
  });

  test("a sheet from right to left says so", async () => {
    const { parts } = await written({ ...smallPaper, direction: "rtl" });
    expect(parts.get("xl/worksheets/sheet2.xml")).toMatch(/rightToLeft="(?:1|true)"/);
  });
});

test("a list by itself is one sheet with its headings in the first row", async () => {
  const { sheets } = await written(listPaper);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Posts expected to act"]);
  expect(sheets[0]?.data[0]).toEqual(["Post", "Days", "Points"]);
  const empty = await written({
    ...listPaper,
    blocks: listPaper.blocks.map((block) => (block.kind === "table" ? { ...block, rows: [] } : block)),
  });
  expect(empty.sheets[0]?.data).toEqual([["Post", "Days", "Points"]]);
});

test.each<[string[], string[]]>([
  [
    ["Posts", "posts", "Posts"],
    ["Posts", "posts (2)", "Posts (3)"],
  ],
  [
    ["", "  ", "/"],
    ["1", "2", "3"],
  ],
  [["a/b\\c:d*e?f[g]"], ["a b c d e f g"]],
  [["'quoted'"], ["quoted"]],
  [["History"], ["History (2)"]],
  [
    ["Deliveries, reports and answers that are late", "Deliveries, reports and answers that are early"],
    ["Deliveries, reports and", "Deliveries, reports and (2)"],
  ],
  [["x".repeat(40)], ["x".repeat(31)]],
  [[`${"x".repeat(30)}😀`], ["x".repeat(30)]],
])("sheet names for %j", (wishes, names) => {
  expect(sheetNames(wishes)).toEqual(names);
});
