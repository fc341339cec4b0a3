import { describe, expect, it } from "vitest";
import { moveInGrid, type CellAt, type GridPress, type GridSize } from "./grid-keys.ts";

const size: GridSize = { lines: 100, columns: 5, page: 10, isRtl: false, hasHeading: true };
const press = (key: string, more: Partial<GridPress> = {}): GridPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const at = (line: number, column: number): CellAt => ({ line, column });

describe("moveInGrid", () => {
  it.each<[string, CellAt, GridPress, CellAt | null]>([
    ["down", at(3, 2), press("ArrowDown"), at(4, 2)],
    ["down by j", at(3, 2), press("j"), at(4, 2)],
    ["down at the end stays", at(99, 2), press("ArrowDown"), at(99, 2)],
    ["up into the heading", at(0, 2), press("ArrowUp"), at(-1, 2)],
    ["k stops at the first row", at(0, 2), press("k"), at(0, 2)],
    ["forward", at(3, 2), press("ArrowRight"), at(3, 3)],
    ["forward at the edge stays", at(3, 4), press("ArrowRight"), at(3, 4)],
    ["back at the edge stays", at(3, 0), press("ArrowLeft"), at(3, 0)],
    ["first column", at(3, 2), press("Home"), at(3, 0)],
    ["last column", at(3, 2), press("End"), at(3, 4)],
    ["first cell", at(3, 2), press("Home", { ctrlKey: true }), at(0, 0)],
    ["last cell", at(3, 2), press("End", { ctrlKey: true }), at(99, 4)],
    ["a page down keeps one row in sight", at(3, 2), press("PageDown"), at(12, 2)],
    ["a page up stops at the first row", at(3, 2), press("PageUp"), at(0, 2)],
    ["a page down stops at the last row", at(95, 2), press("PageDown"), at(99, 2)],
    ["Alt is not ours", at(3, 2), press("ArrowLeft", { altKey: true }), null],
    ["Shift is not ours", at(3, 2), press("ArrowDown", { shiftKey: true }), null],
    ["Ctrl+J is not ours", at(3, 2), press("j", { ctrlKey: true }), null],
    ["another key", at(3, 2), press("q"), null],
  ])("%s", (_, from, pressed, expected) => {
    expect(moveInGrid(from, pressed, size)).toEqual(expected);
  });

  it("mirrors left and right", () => {
    const mirrored = { ...size, isRtl: true };
    expect(moveInGrid(at(3, 2), press("ArrowLeft"), mirrored)).toEqual(at(3, 3));
    expect(moveInGrid(at(3, 2), press("ArrowRight"), mirrored)).toEqual(at(3, 1));
  });

  it("stays in the heading of an empty grid", () => {
    expect(moveInGrid(at(-1, 0), press("ArrowDown"), { ...size, lines: 0 })).toEqual(at(-1, 0));
  });
});
