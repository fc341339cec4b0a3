// The cells of one sheet as texts: values as they were last reckoned, never formulas.
import { AppError } from "#core/host/errors.ts";
import type { GridLine } from "./grid.ts";
import { limits } from "./limits.ts";
import type { Tell } from "./tell.ts";
import { unescaped, type Workbook } from "./workbook.ts";
import { readXml } from "./xml.ts";

export interface SheetLine {
  readonly line: number;
  readonly cells: string[];
  fault?: GridLine["fault"];
}

/** A merged range: rows 1-based, columns 0-based, all inclusive. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  /** Only rows with a cell in them. */
  readonly lines: SheetLine[];
  readonly merges: readonly Merge[];
  readonly hasFormulas: boolean;
}

const mostMerges = 10_000;

/** Throws `file/bad-workbook`, `file/too-many-rows`, `file/too-many-columns`. */
export function readSheet(xml: string, part: string, book: Workbook, tell: Tell): Sheet {
  const lines: SheetLine[] = [];
  const merges: Merge[] = [];
  let hasFormulas = false;
  let line: SheetLine | null = null;
  let lastRow = 0;
  let nextColumn = 0;
  let aids = 0;
  let cell = { column: 0, type: "", style: 0, text: "" };
  let isValue = false;
  const fault = () => new AppError("file/bad-workbook", { part });
  readXml(xml, part, {
    tell,
    open: (name, attribute) => {
      if (name === "row") {
        const row = Number(attribute("r") || lastRow + 1);
        if (!Number.isInteger(row) || row < lastRow) throw fault();
        // Some programs begin a row anew for each of its cells.
        line = (lines.at(-1)?.line === row ? lines.pop() : null) ?? { line: row, cells: [] };
        if (row > lastRow) nextColumn = 0;
        lastRow = row;
      } else if (name === "c" && line) {
        const column = columnOf(attribute("r")) ?? nextColumn;
        nextColumn = column + 1;
        cell = { column, type: attribute("t"), style: Number(attribute("s") || 0), text: "" };
      } else if (name === "f") hasFormulas = true;
      else if (name === "rPh") aids += 1;
      else if (name === "mergeCell" && merges.length < mostMerges) {
        const merge = mergeOf(attribute("ref"));
        if (merge) merges.push(merge);
      }
      isValue = name === "v" || (name === "t" && cell.type === "inlineStr" && aids === 0);
    },
    text: (text) => {
      if (isValue) cell.text += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") isValue = false;
      if (name === "rPh") aids -= 1;
      if (name === "c" && line && cell.text !== "") put(line, cell.column, textOf(cell, book));
      if (name === "row" && line) {
        if (line.fault !== undefined || line.cells.some((text) => text.trim() !== "")) lines.push(line);
        if (lines.length > limits.rows + 1) {
          throw new AppError("file/too-many-rows", { limit: limits.rows, line: line.line });
        }
        line = null;
      }
    },
  });
  return { lines, merges, hasFormulas };
}

function put(line: SheetLine, column: number, text: string | null): void {
  if (text === null) line.fault = "file/bad-cell";
  if (column >= limits.columns) {
    throw new AppError("file/too-many-columns", {
      limit: limits.columns,
      found: column + 1,
      line: line.line,
    });
  }
  while (line.cells.length < column) line.cells.push("");
  line.cells[column] = text ?? "";
}

interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly text: string;
}

/** What the cell shows; null where it points to a text there is not. */
function textOf({ type, style, text }: RawCell, { texts, formats, is1904 }: Workbook): string | null {
  if (type === "s") return texts[Number(text)] ?? null;
  if (type === "str" || type === "inlineStr") return unescaped(text);
  if (type === "b") return text === "1" ? "TRUE" : "FALSE";
  if (type === "e") return text;
  if (type === "d") return text.replace(/T00:00(?::00(?:\.0{1,9})?)?Z?$/, "");
  const value = Number(text);
  if (!Number.isFinite(value)) return null;
  const shown = formats[style]?.(value, is1904) ?? null;
  // Spreadsheets keep more digits than they show: 0.1 + 0.2 is 0.3 to whoever wrote it.
  return shown ?? String(Number(value.toPrecision(15)));
}

/** "C" of "C12" is 2; null where the cell does not say. */
function columnOf(reference: string): number | null {
  const [, letters] = /^([A-Z]{1,3})\d/.exec(reference) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

function mergeOf(reference: string): Merge | null {
  const [from = "", to = ""] = reference.split(":");
  const [left, right] = [columnOf(from), columnOf(to)];
  const [top, bottom] = [from, to].map((corner) => Number(/\d{1,7}$/.exec(corner)?.[0] ?? NaN));
  if (left === null || right === null || !top || !bottom || left > right || top > bottom) return null;
  return { top, bottom, left, right };
}
