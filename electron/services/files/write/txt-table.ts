// A table in fixed pitch: aligned columns where they fit, one block of lines a row where they do not.
import type { TableBlock } from "#core/report/blocks.ts";
import { pad, widthOf, wrap } from "./text-width.ts";

const gap = 2;
const narrowest = 7;

/** Column widths that fill at most `columns`: each as wide as its text needs, the rest cut down by its share. */
function widthsOf(block: TableBlock, columns: number): number[] {
  const room = columns - gap * (block.columns.length - 1);
  const needs = block.columns.map((column, index) =>
    Math.max(
      1,
      ...[column.heading, ...block.rows.map((row) => row[index]?.text ?? "")].flatMap((text) =>
        text.split("\n").map(widthOf),
      ),
    ),
  );
  const total = needs.reduce((sum, need) => sum + need, 0);
  if (total <= room) return needs;
  // Columns that need less than their share keep what they need; the others share what is left.
  const widths = [...needs];
  const open = new Set(needs.keys());
  let left = room;
  for (let changed = true; changed;) {
    changed = false;
    const shares = [...open].reduce((sum, index) => sum + (block.columns[index]?.width ?? 1), 0);
    for (const index of open) {
      const share = Math.max(narrowest, Math.floor((left * (block.columns[index]?.width ?? 1)) / shares));
      if ((needs[index] ?? 0) <= share) {
        open.delete(index);
        left -= needs[index] ?? 0;
        changed = true;
        break;
      }
      widths[index] = share;
    }
  }
  return widths;
}

function isTooWide(widths: readonly number[], columns: number): boolean {
  return widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1) > columns;
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
  return isTooWide(widths, columns) ? stackedRows(block, columns) : alignedRows(block, widths);
}
