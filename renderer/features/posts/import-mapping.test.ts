import { expect, test } from "vitest";
import { exampleOf, withColumn } from "./import-mapping.ts";

const mapping = new Map([
  ["city", 0],
  ["country", 1],
]);

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
  expect(exampleOf({ rows: cells.map((cell, at) => ({ line: at + 2, cells: [cell] })) }, 0)).toBe(expected);
});
