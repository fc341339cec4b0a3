import { expect, test } from "vitest";
import type { GridColumn } from "./column.ts";
import { sortedRows } from "./sorted-rows.ts";

const columns: readonly GridColumn<{ readonly value: string | number | null }>[] = [
  { id: "value", heading: "Value", value: ({ value }) => value },
];
const rows = ["b10", null, "B2", "a"].map((value) => ({ value }));

test.each([
  ["ascending", ["a", "B2", "b10", null]],
  ["descending", ["b10", "B2", "a", null]],
] as const)("%s, what has no value last", (direction, expected) => {
  expect(sortedRows(rows, columns, { column: "value", direction }, "en").map(({ value }) => value)).toEqual(
    expected,
  );
});

test("rows stay as they came where nothing sorts them", () => {
  expect(sortedRows(rows, columns, null, "en")).toBe(rows);
});
