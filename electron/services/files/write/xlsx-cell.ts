// Cells of a workbook: texts are texts, numbers are numbers, rows are as tall as their text.
import type { CellObject, Row } from "write-excel-file/node";
import { withoutIsolates } from "./clean-paper.ts";
import { widthOf, wrap } from "./text-width.ts";

/** The most characters a cell may hold. */
const cellLimit = 32_767;
const lineHeight = 13.5;
/** The most points a row may be tall. */
const tallest = 400;

export type CellStyle = Partial<CellObject>;

export const quiet = "#3d4551";

/**
 * The text as a workbook spells it. "_x0041_" would be read as "A", so its underscore is spelled out; and the library
 * keeps its texts in an object, so that "constructor" would find what every object has: its first letter is spelled out.
 */
function spelled(text: string): string {
  const safe = withoutIsolates(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  if (!(safe in Object.prototype)) return safe;
  return `_x${safe.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_${safe.slice(1)}`;
}

/** A text cell, never a formula. */
export function textCell(text: string, style: CellStyle = {}): CellObject {
  const safe = spelled(text);
  const value = safe.length > cellLimit ? `${safe.slice(0, cellLimit - 1).toWellFormed()}…` : safe;
  return { value, type: String, alignVertical: "top", wrap: true, ...style };
}

export function numberCell(value: number, style: CellStyle = {}): CellObject {
  return { value, type: Number, alignVertical: "top", ...style };
}

function linesOf(cell: CellObject, width: number): number {
  const { value } = cell;
  if (typeof value !== "string" || value === "") return 1;
  // Bold and broad letters take more than a column's nominal width, which is counted in digits.
  const columns = Math.max(4, Math.floor(width * 0.95));
  return value.length > 4000 ? Math.ceil(widthOf(value) / columns) : wrap(value, columns).length;
}

/** The row with its height set from the longest cell: programs keep a row of unknown height at one line. */
export function sized(row: readonly (CellObject | null)[], widths: readonly number[]): Row {
  const heights = row.map((cell, at) => {
    if (cell === null) return 0;
    const span = cell.columnSpan ?? 1;
    const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
    return linesOf(cell, width) * lineHeight * ((cell.fontSize ?? 10) / 10) + 2;
  });
  const height = Math.min(tallest, Math.max(lineHeight, ...heights));
  return row.map((cell) => (cell === null ? null : { ...cell, height }));
}
