// Reads a table from delimited text: CSV, TSV and their relatives.
import Papa from "papaparse";
import { AppError } from "#core/host/errors.ts";
import type { ReadFile, ReadJob, ReadTable } from "#core/host/open-files.ts";
import type { RejectedLine, TableRow } from "#core/host/shapes.ts";
import { controlsIn } from "./binary.ts";
import { declaredDelimiter, refuseWrongDelimiter } from "./delimiter.ts";
import { checkedHeadings } from "./headings.ts";
import { limits } from "./limits.ts";
import { decodeChecked } from "./text.ts";

/**
 * Throws as `decodeChecked` does, and `file/wrong-delimiter`, `file/no-heading`, `file/duplicate-heading`,
 * `file/forbidden-heading`, `file/too-many-columns`, `file/too-many-rows`, `file/unclosed-quote`, `file/ragged-rows`
 * (no row fits the headings), `file/no-rows`, each with the line. Single rows that do not fit become rejects.
 */
export function readTable(job: ReadJob): ReadFile {
  const { encoding, text } = decodeChecked(job);
  return { encoding, text, table: tableOf(text.replaceAll(/\r\n?/g, "\n")) };
}

interface Line {
  /** 1-based, where the row starts in the file. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly hasBadQuote: boolean;
}

function tableOf(text: string): ReadTable {
  const declared = declaredDelimiter(text);
  const data = declared ? text.slice(declared.lineLength) : text;
  const delimiter = declared?.delimiter ?? guessDelimiter(data);
  const lines = parse(data, delimiter, declared ? 2 : 1);
  const [first, ...rest] = lines;
  if (!first) throw new AppError("file/empty");
  if (first.cells.length === 1) refuseWrongDelimiter(delimiter, data, first.line);
  const width = usedWidth(first.cells, rest);
  const headings = checkedHeadings(first.cells.slice(0, width), first.line);
  if (rest.length === 0) throw new AppError("file/no-rows", { line: first.line });

  const rows: TableRow[] = [];
  const rejects: RejectedLine[] = [];
  for (const line of rest) {
    const reject = rejectOf(line, headings, first.cells.length);
    if (reject) rejects.push(reject);
    else rows.push({ line: line.line, cells: line.cells.slice(0, width) });
  }
  const [sample] = rejects;
  if (rows.length === 0 && sample?.code === "file/ragged-rows") {
    throw new AppError("file/ragged-rows", { ...sample.facts, line: sample.line });
  }
  return { delimiter, headings, rows, rejects: listed(rejects) };
}

/** By the first rows; a comma where they do not tell. */
function guessDelimiter(text: string): string {
  return Papa.parse(text, { preview: 10, skipEmptyLines: true, newline: "\n" }).meta.delimiter;
}

/** All rows but blank ones. */
function parse(text: string, delimiter: string, firstLine: number): readonly Line[] {
  const lines: Line[] = [];
  let line = firstLine;
  let start = 0;
  let unclosed: number | null = null;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data, errors, meta }, parser) => {
      if (errors.some(({ code }) => code === "MissingQuotes")) unclosed = line;
      if (data.some((cell) => cell.trim() !== "")) {
        lines.push({ line, cells: data, hasBadQuote: errors.some(({ type }) => type === "Quotes") });
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

function newlinesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Spreadsheets write empty columns at the right edge: those without a heading and without a single cell are left out. */
function usedWidth(headings: readonly string[], rows: readonly Line[]): number {
  let width = headings.length;
  const isUnused = (at: number): boolean =>
    (headings[at] ?? "").trim() === "" && rows.every(({ cells }) => (cells[at] ?? "").trim() === "");
  while (width > 1 && isUnused(width - 1)) width -= 1;
  return width;
}

function rejectOf(
  { line, cells, hasBadQuote }: Line,
  headings: readonly string[],
  width: number,
): RejectedLine | null {
  if (hasBadQuote) return { line, column: null, code: "file/bad-quote", facts: {} };
  if (cells.length !== width) {
    const facts = { expected: headings.length, found: cells.length };
    return { line, column: null, code: "file/ragged-rows", facts };
  }
  for (const [at, heading] of headings.entries()) {
    const cell = cells[at] ?? "";
    if (cell.length > limits.cellLength) {
      return { line, column: heading, code: "file/cell-too-long", facts: { limit: limits.cellLength } };
    }
    if (controlsIn(cell) > 0) return { line, column: heading, code: "file/control-character", facts: {} };
  }
  return null;
}

/** The first of many, then how many more there are. */
function listed(rejects: readonly RejectedLine[]): readonly RejectedLine[] {
  const next = rejects[limits.rejects];
  if (!next) return rejects;
  const facts = { count: rejects.length - limits.rejects };
  return [
    ...rejects.slice(0, limits.rejects),
    { line: next.line, column: null, code: "file/more-rejects", facts },
  ];
}
