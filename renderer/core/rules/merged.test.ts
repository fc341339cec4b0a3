import { expect, test } from "vitest";
import { keptById, keptId, keptOnly, mergedUnder } from "./merged.ts";

const rows = [
  { id: "kept", mergedIntoId: null },
  { id: "twin", mergedIntoId: "kept" },
  { id: "triplet", mergedIntoId: "twin" },
  { id: "b", mergedIntoId: "a" },
  { id: "a", mergedIntoId: "b" },
  { id: "tail", mergedIntoId: "b" },
  { id: "orphan", mergedIntoId: "not here" },
];
const byId = new Map(rows.map((row) => [row.id, row]));

test.each([
  ["kept", "kept"],
  ["triplet", "kept"],
  ["stranger", "stranger"],
  ["a", "a"],
  ["b", "a"],
  ["tail", "a"],
  ["orphan", "orphan"],
])("%s is kept as %s", (id, kept) => {
  expect(keptId(id, byId)).toBe(kept);
});

test("everybody is found once, and by every id", () => {
  expect(keptOnly(rows).map(({ id }) => id)).toEqual(["kept", "a", "orphan"]);
  expect(keptById(rows).get("triplet")).toBe(rows[0]);
  expect([...mergedUnder(rows)].map(([id, some]) => [id, some.map((row) => row.id)])).toEqual([
    ["kept", ["twin", "triplet"]],
    ["a", ["b", "tail"]],
  ]);
});
