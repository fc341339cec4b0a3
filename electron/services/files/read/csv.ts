// Reads delimited text: CSV, TSV and their relatives.
import Papa from "papaparse";
import { AppError } from "#core/host/errors.ts";
import { declaredDelimiter, refuseWrongDelimiter } from "./delimiter.ts";
import type { Grid, GridLine } from "./grid.ts";
import { limits } from "./limits.ts";

/** Throws `file/wrong-delimiter`, `file/too-many-rows`, `file/unclosed-quote`, each with the line, and `file/empty`. */
export function csvGrid(given: string): Grid {
  const text = given.replaceAll(/\r\n?/g, "\n");
  const declared = declaredDelimiter(text);
  const data = declared ? text.slice(declared.lineLength) : text;
  const delimiter = declared?.delimiter ?? guessDelimiter(data);
  const lines = parse(data, delimiter, declared ? 2 : 1);
  const [first] = lines;
  if (!first) throw new AppError("file/empty");
  const shown = lines.slice(0, 20);
  const whole = shown.filter(({ cells }) => cells.length === 1).length;
  if (whole * 2 > shown.length) refuseWrongDelimiter(delimiter, data, first.line);
  return { format: "csv", delimiter, sheets: [], sheet: 0, ignored: [], lines, isPadded: false };
}

/** By the first rows; a comma where they do not tell. */
function guessDelimiter(text: string): string {
  return Papa.parse(text, { preview: 10, skipEmptyLines: true, newline: "\n" }).meta.delimiter;
}

/** All rows but blank ones. */
function parse(text: string, delimiter: string, firstLine: number): readonly GridLine[] {
  const lines: GridLine[] = [];
  let line = firstLine;
  let start = 0;
  let unclosed: number | null = null;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data, errors, meta }, parser) => {
      if (errors.some(({ code }) => code === "MissingQuotes")) unclosed = line;
      if (data.some((cell) => cell.trim() !== "")) {
        const isBad = errors.some(({ type }) => type === "Quotes");
        lines.push({ line, cells: data.map(unguarded), ...(isBad ? { fault: "file/bad-quote" } : {}) });
      }
      line += newlinesIn(text, start, meta.cursor);
      start = meta.cursor;
      if (unclosed !== null || lines.length > limits.rows + 1) parser.abort();
    },
  });
  if (unclosed !== null) throw new AppError("file/unclosed-quote", { line: unclosed });
  if (lines.length > limits.rows + 1) throw new AppError("file/too-many-rows", { limit: limits.rows, line });
  return lines;
}

/** Exports put an apostrophe before what a spreadsheet would run; it is no part of the text. */
const guarded = /^'(?=[\s\ufeff']*[=+\-@|＝＋－＠])/;

function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.replace(guarded, "") : cell;
}

function newlinesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
