import { expect, test } from "vitest";
import { paper as paperSchema } from "./blocks.ts";
import { tablePaper } from "./table-paper.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly days: number | null;
}

const paperOf = (rows: readonly Row[]) =>
  tablePaper({
    title: "Posts",
    columns: [
      { heading: "Id", width: 10, cell: (row: Row) => row.id },
      { heading: "Name", width: 30, cell: (row: Row) => row.name },
      { heading: "Days", width: 10, cell: (row: Row) => row.days },
    ],
    rows,
    empty: "No post.",
    marking: "UNCLASSIFIED",
    markingHeading: "Marking",
    language: "en",
    direction: "ltr",
    asOf: "",
    pageLabel: "",
    footer: "",
  });

test("a list is one table; its marking stands in every row, last", () => {
  const paper = paperOf([
    { id: "p1", name: "Nairobi", days: 12 },
    { id: "p2", name: "الرياض", days: null },
  ]);
  expect(() => paperSchema.parse(paper)).not.toThrow();
  const [table, ...others] = paper.blocks;
  expect(others).toEqual([]);
  expect(table?.kind === "table" && table.columns.map(({ heading, align }) => `${heading} ${align}`)).toEqual(
    ["Id start", "Name start", "Days end", "Marking start"],
  );
  expect(
    table?.kind === "table" && table.rows.map((row) => row.map(({ text, number }) => number ?? text)),
  ).toEqual([
    ["p1", "Nairobi", 12, "UNCLASSIFIED"],
    ["p2", "الرياض", "", "UNCLASSIFIED"],
  ]);
});

test("an empty list keeps its headings", () => {
  const [table] = paperOf([]).blocks;
  expect(table?.kind === "table" && [table.columns.length, table.rows.length, table.empty]).toEqual([
    4,
    0,
    "No post.",
  ]);
});
