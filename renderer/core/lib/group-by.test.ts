import { expect, test } from "vitest";
import { groupBy } from "./group-by.ts";

test("groups keep the order of their first value, and values theirs", () => {
  const groups = groupBy(["b1", "a1", "b2", "constructor"], (value) => value[0] ?? null);
  expect([...groups]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
    ["c", ["constructor"]],
  ]);
  expect(groupBy([], (value) => value)).toEqual(new Map());
});
