// A table in fixed pitch: aligned columns where they fit, one block of lines a row where they do not.
import type { TableBlock } from "#core/report/blocks.ts";
import { pad, widthOf, wrap } from "./text-width.ts";

const gap = 2;
/** A column that needs no more than this gets it: days, counts and states stay on one line. */
const small = 12;
/** No column is made wider for the sake of one long word than this. */
const longestWord = 18;

interface Need {
  /** To show every text on one line. */
  readonly whole: number;
  /** To cut no word. */
  readonly least: number;
}

function needOf(texts: readonly string[]): Need {
  const lines = texts.flatMap((text) => text.split("\n"));
  const whole = Math.max(1, ...lines.map(widthOf));
  const words = lines.flatMap((line) => line.split(/\s+/)).map(widthOf);
  return { whole, least: whole <= small ? whole : Math.min(longestWord, Math.max(1, ...words)) };
}

/** Column widths that fill at most `columns`; null where the table does not fit without cutting its words. */
function widthsOf(block: TableBlock, columns: number): number[] | null {
  const room = columns - gap * (block.columns.length - 1);
  const needs = block.columns.map((column, at) =>
    needOf([column.heading, ...block.rows.map((row) => row[at]?.text ?? "")]),
  );
  const widths = needs.map((need) => need.least);
  let left = room - widths.reduce((sum, width) => sum + width, 0);
  if (left < 0) return null;
  // What is left goes, a character at a time, to the column that lacks most for its share.
  while (left > 0) {
    let neediest = -1;
    let most = 0;
    for (const [at, need] of needs.entries()) {
      const width = widths[at] ?? 1;
      const lack = width < need.whole ? need.whole / width : 0;
      if (lack > most) [neediest, most] = [at, lack];
    }
    if (neediest < 0) break;
    widths[neediest] = (widths[neediest] ?? 0) + 1;
    left -= 1;
  }
  return widths;
}

function alignedRows(block: TableBlock, widths: readonly number[]): string[] {
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => pad(cell, widths[index] ?? 0, block.columns[index]?.align ?? "start"))
      .join(" ".repeat(gap))
      .trimEnd();
  const rowOf = (texts: readonly string[]): string[] => {
    const wrapped = widths.map((width, index) => wrap(texts[index] ?? "", width));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) => lineOf(wrapped.map((lines) => lines[at] ?? "")));
  };
  const tall = block.rows.map((row) => rowOf(row.map((cell) => cell.text)));
  // A blank line between rows helps only where rows take several lines.
  const spread = tall.some((lines) => lines.length > 1);
  return [
    ...rowOf(block.columns.map((column) => column.heading)),
    widths.map((width) => "-".repeat(width)).join(" ".repeat(gap)),
    ...tall.flatMap((lines, index) => (spread && index > 0 ? ["", ...lines] : lines)),
  ];
}

function stackedRows(block: TableBlock, columns: number): string[] {
  return block.rows.flatMap((row, at) => {
    const lines = block.columns.flatMap((column, index) => {
      const text = row[index]?.text ?? "";
      if (text === "") return [];
      if (index === 0) return wrap(text, columns);
      return wrap(`${column.heading}: ${text}`, columns - 2).map((line) => `  ${line}`);
    });
    return at > 0 ? ["", ...lines] : lines;
  });
}

/** Lines of at most `columns`, without caption. */
export function tableLines(block: TableBlock, columns: number): string[] {
  if (block.rows.length === 0) return wrap(block.empty, columns);
  const widths = widthsOf(block, columns);
  return widths === null ? stackedRows(block, columns) : alignedRows(block, widths);
}
