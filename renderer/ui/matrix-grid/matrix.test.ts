import { describe, expect, it } from "vitest";
import { groupBeside, linesOf, tableOf, type MatrixRow } from "./matrix.ts";

const rows: readonly MatrixRow[] = [
  { id: "1", label: "Nairobi", groupId: "af" },
  { id: "2", label: "Paris", groupId: "eur" },
  { id: "3", label: "Accra", groupId: "af" },
  { id: "4", label: "Nowhere", groupId: "gone" },
];
const groups = [
  { id: "eur", label: "Europe" },
  { id: "af", label: "Africa" },
  { id: "eap", label: "East Asia" },
];
const none: ReadonlySet<string> = new Set();
const names = (folded: ReadonlySet<string>) =>
  linesOf(rows, groups, folded).map((line) =>
    line.kind === "group" ? `# ${line.group.label}` : line.row.label,
  );

describe("linesOf", () => {
  it("stands rows under their groups in the groups' order, strangers first, no empty group", () => {
    expect(names(none)).toEqual(["Nowhere", "# Europe", "Paris", "# Africa", "Nairobi", "Accra"]);
  });

  it("folds a group away", () => {
    expect(names(new Set(["af"]))).toEqual(["Nowhere", "# Europe", "Paris", "# Africa"]);
  });
});

it.each([
  [0, 1, 1],
  [1, 1, 3],
  [4, -1, 3],
  [3, 1, null],
  [1, -1, null],
] as const)("from line %i by %i the group beside is %o", (from, step, expected) => {
  expect(groupBeside(linesOf(rows, groups, none), from, step)).toBe(expected);
});

it("makes a table of words of what is in sight", () => {
  const columns = [{ id: "a", label: "1.", title: "First point" }];
  const table = tableOf("Post", linesOf(rows.slice(0, 1), groups, none), columns, (row) => ({
    text: `${row.label} 3`,
    meaning: "",
    drawn: null,
  }));
  expect(table).toEqual([["Post", "First point"], ["Africa"], ["Nairobi", "Nairobi 3"]]);
});
