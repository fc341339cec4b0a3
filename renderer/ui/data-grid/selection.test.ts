import { expect, it } from "vitest";
import { withRange, withToggled } from "./selection.ts";

const shown = ["a", "b", "c", "d", "e"];

it("adds and takes away without touching the set it was given", () => {
  const before: ReadonlySet<string> = new Set(["a"]);
  expect([...withToggled(before, "b")]).toEqual(["a", "b"]);
  expect([...withToggled(before, "a")]).toEqual([]);
  expect([...before]).toEqual(["a"]);
});

it.each([
  ["downwards", "b", "d", ["b", "c", "d"]],
  ["upwards", "d", "b", ["b", "c", "d"]],
  ["without an anchor", null, "c", ["c"]],
  ["with an anchor that is no longer shown", "z", "c", ["c"]],
  ["to a row that is not shown", "b", "z", []],
])("selects a range %s", (_, anchor, key, expected) => {
  expect([...withRange(new Set(), shown, anchor, key)].sort()).toEqual(expected);
});

it("keeps what was selected before a range", () => {
  expect([...withRange(new Set(["e"]), shown, "a", "b")].sort()).toEqual(["a", "b", "e"]);
});
