// Reads delimited text: CSV, TSV and their relatives. The text comes in pieces and is forgotten row by row.
import Papa from "papaparse";
import { AppError } from "#core/host/errors.ts";
import { declaredDelimiter, refuseWrongDelimiter } from "./delimiter.ts";
import { type GridLine, TableMaker } from "./grid.ts";
import { limits } from "./limits.ts";
import type { PackedTable } from "./packed-rows.ts";

/** As much of a text as its delimiter is told from. */
const usualHeadLength = 512 * 1024;

/**
 * Throws `file/wrong-delimiter`, `file/too-many-rows`, `file/unclosed-quote`, each with the line, `file/empty`, and what
 * `TableMaker` does.
 */
export function csvTable(
  text: Iterable<string>,
  headingLine: number | null,
  headLength = usualHeadLength,
): PackedTable {
  const pieces = oneKindOfLines(text);
  const { head, isWhole } = headOf(pieces, headLength);
  const declared = declaredDelimiter(head);
  const data = declared ? head.slice(declared.lineLength) : head;
  const sample = isWhole ? data : data.slice(0, data.lastIndexOf("\n") + 1) || data;
  const delimiter = declared?.delimiter ?? guessDelimiter(sample);
  const maker = new TableMaker({ headingLine, isPadded: false });
  const layout = { delimiter, firstLine: declared ? 2 : 1 };
  readLines(data.replace(/^\ufeff/, ""), pieces, layout, (line) => maker.take(line));
  const [first] = maker.first;
  if (!first) throw new AppError("file/empty");
  const whole = maker.first.filter(({ cells }) => cells.length === 1).length;
  if (whole * 2 > maker.first.length) refuseWrongDelimiter(delimiter, sample, first.line);
  return maker.table({ format: "csv", delimiter, sheets: [], sheet: 0, ignored: [] });
}

/** Every line break a line feed; one that two pieces share is one. */
function* oneKindOfLines(pieces: Iterable<string>): Generator<string, undefined> {
  let held = "";
  for (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith("\r") ? "\r" : "";
    const whole = held === "" ? text : text.slice(0, -1);
    yield whole.includes("\r") ? whole.replaceAll(/\r\n?/g, "\n") : whole;
  }
  if (held !== "") yield "\n";
  return undefined;
}

function headOf(
  pieces: Iterator<string, undefined>,
  headLength: number,
): { readonly head: string; readonly isWhole: boolean } {
  const parts: string[] = [];
  for (let length = 0; length < headLength;) {
    const { value } = pieces.next();
    if (value === undefined) return { head: parts.join(""), isWhole: true };
    parts.push(value);
    length += value.length;
  }
  return { head: parts.join(""), isWhole: false };
}

/** By the first rows; a comma where they do not tell. */
function guessDelimiter(text: string): string {
  return Papa.parse(text, { preview: 10, skipEmptyLines: true, newline: "\n" }).meta.delimiter;
}

interface Layout {
  readonly delimiter: string;
  /** The number of the line the text begins on. */
  readonly firstLine: number;
}

/** All rows but blank ones. `begun` is what has been taken of the pieces already. */
function readLines(
  begun: string,
  pieces: Iterator<string, undefined>,
  { delimiter, firstLine }: Layout,
  take: (line: GridLine) => void,
): void {
  let line = firstLine;
  let count = 0;
  let text = begun;
  let isLast = false;
  while (!isLast) {
    const next = longer(text, pieces);
    ({ text, isLast } = next);
    let start = 0;
    // Row by row, though they come as lists of one.
    const step = ({ data: [row = []], errors, meta }: Papa.ParseResult<string[]>): void => {
      if (errors.some(({ code }) => code === "MissingQuotes"))
        throw new AppError("file/unclosed-quote", { line });
      const isBlank = row.every((cell) => cell.trim() === "");
      const isBad = errors.some(({ type }) => type === "Quotes");
      if (!isBlank) take({ line, cells: row.map(unguarded), ...(isBad ? { fault: "file/bad-quote" } : {}) });
      count += isBlank ? 0 : 1;
      line += newlinesIn(text, start, meta.cursor);
      start = meta.cursor;
      if (count > limits.rows + 1) throw new AppError("file/too-many-rows", { limit: limits.rows, line });
    };
    new Papa.Parser({ delimiter, newline: "\n", step }).parse(text, 0, !isLast);
    // The row that is not whole yet.
    text = text.slice(start);
  }
}

/** A row longer than a piece must not be begun anew with each of them: what comes is as long as what is there. */
function longer(
  text: string,
  pieces: Iterator<string, undefined>,
): { readonly text: string; readonly isLast: boolean } {
  const parts = [text];
  for (let added = 0; added <= text.length;) {
    const { value } = pieces.next();
    if (value === undefined) return { text: parts.join(""), isLast: true };
    parts.push(value);
    added += value.length;
  }
  return { text: parts.join(""), isLast: false };
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
