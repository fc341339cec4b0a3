// The lines of a table before its headings are known, and the table that follows once they are.
import { AppError } from "#core/host/errors.ts";
import type { RejectedLine, TableInfo, TableRow } from "#core/host/shapes.ts";
import { controlsIn } from "./binary.ts";
import { headingNames } from "./headings.ts";
import { limits } from "./limits.ts";
import { type PackedRows, type PackedTable, RowPacker } from "./packed-rows.ts";
import type { Tell } from "./tell.ts";

export interface GridLine {
  /** 1-based, where the row starts in the file. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the line cannot be told apart into cells. */
  readonly fault?: RejectedLine["code"];
  /** A heading that spans columns of the line below: the headings go on there. */
  readonly spansBelow?: boolean;
}

type GridInfo = Pick<TableInfo, "format" | "delimiter" | "sheets" | "sheet" | "ignored">;

export interface Grid extends GridInfo {
  /** None of them blank. */
  readonly lines: readonly GridLine[];
}

const linesShown = 20;
/** Share of the widest line that a line of headings fills; titles above a table fill less. */
const headingShare = 0.6;

interface Heading {
  readonly line: GridLine;
  /** As `headingNames` gives them, up to the last that is not blank. */
  readonly names: readonly string[];
}

/** How many rows are put together anew at a time. */
const rowsAtOnce = 1000;

/**
 * The table of lines that come one by one. The headings are on `headingLine`, else on the first line about as full as the
 * fullest. Single rows that do not fit become rejects.
 */
export class TableMaker {
  readonly #headingLine: number | null;
  readonly #isPadded: boolean;
  readonly #rows = new RowPacker();
  /** Columns without a heading that hold something all the same, from 0. */
  readonly #unnamed = new Set<number>();
  readonly #rejects = new Rejects();
  /** As many as the headings are looked for in. */
  readonly #first: GridLine[] = [];
  #heading: Heading | null = null;
  /** Columns left of the last heading that have none. */
  #blank: readonly number[] = [];
  /** How many columns the widest row has that is not blank at its end. */
  #width = 0;
  #below = 0;

  /** Where `isPadded`, rows may be shorter and longer than the headings: what is missing is empty. */
  constructor(how: { readonly headingLine: number | null; readonly isPadded: boolean }) {
    this.#headingLine = how.headingLine;
    this.#isPadded = how.isPadded;
  }

  /** The first lines that were taken. */
  get first(): readonly GridLine[] {
    return this.#first.slice(0, linesShown);
  }

  /** `line` is not blank. */
  take(line: GridLine): void {
    if (this.#first.length <= linesShown) this.#first.push(line);
    if (this.#heading !== null) this.#row(line);
    else if (this.#headingLine === null) {
      if (this.#first.length > linesShown) this.#guess();
    } else if (line.line === this.#headingLine) this.#found(line);
  }

  /** Throws `file/empty`, `file/ragged-rows` (no row fits the headings), `file/no-rows`, and as `headingNames` does. */
  table(info: GridInfo): PackedTable {
    if (this.#heading === null && this.#headingLine === null) this.#guess();
    const heading = this.#heading;
    if (heading === null) throw new AppError("file/empty");
    const { line, cells } = heading.line;
    if (this.#below === 0) throw new AppError("file/no-rows", { line });
    const { first: sample } = this.#rejects;
    if (this.#rows.length === 0 && sample?.code === "file/ragged-rows") {
      throw new AppError("file/ragged-rows", { ...sample.facts, line: sample.line });
    }
    const head = this.first.map((one) => ({ line: one.line, cells: one.cells.map(shortened) }));
    const names = headingNames(cellsOf(cells, this.#width), line);
    const used = names.flatMap((_, at) =>
      (cells[at] ?? "").trim() !== "" || this.#unnamed.has(at) ? [at] : [],
    );
    return {
      ...info,
      headingLine: line,
      head,
      headings: used.map((at) => names[at] ?? ""),
      notes: [],
      spans: [],
      rows: this.#rowsOf(used),
      rejects: this.#rejects.listed(),
    };
  }

  #guess(): void {
    const at = guessedHeading(this.#first);
    const heading = this.#first[at];
    if (heading === undefined) return;
    this.#found(heading);
    for (const line of this.#first.slice(at + 1)) this.#row(line);
  }

  /** Spreadsheets write empty columns at the right edge: those without a heading and without a single cell are left out. */
  #found(line: GridLine): void {
    const last = line.cells.findLastIndex((cell) => cell.trim() !== "");
    this.#width = Math.max(1, last + 1);
    const said = line.cells.slice(0, this.#width);
    this.#heading = { line, names: headingNames(said, line.line) };
    this.#blank = said.flatMap((cell, at) => (cell.trim() === "" ? [at] : []));
  }

  #row(row: GridLine): void {
    if (this.#heading === null) return;
    const { line, names } = this.#heading;
    this.#below += 1;
    const reject = rejectOf(row, names, this.#isPadded ? null : line.cells.length);
    if (reject) {
      this.#rejects.add(reject);
      return;
    }
    for (const at of this.#blank) this.#use(at, row.cells);
    for (let at = names.length; at < row.cells.length; at += 1) this.#use(at, row.cells);
    // Too many of them: the table will be refused.
    if (this.#width > limits.columns) return;
    this.#rows.add({ line: row.line, cells: cellsOf(row.cells, this.#width) });
  }

  /** Notes that a column without a heading is filled. */
  #use(at: number, cells: readonly string[]): void {
    if ((cells[at] ?? "").trim() === "") return;
    this.#unnamed.add(at);
    this.#width = Math.max(this.#width, at + 1);
  }

  /** The rows with these columns alone: of most tables they are all there are, and what is packed stays as it is. */
  #rowsOf(columns: readonly number[]): PackedRows {
    const packed = this.#rows.packed();
    if (columns.length === this.#heading?.names.length && columns.length === this.#width) return packed;
    const anew = new RowPacker();
    for (let from = 0; from < packed.length; from += rowsAtOnce) {
      for (const { line, cells } of packed.slice(from, from + rowsAtOnce)) {
        anew.add({ line, cells: columns.map((at) => cells[at] ?? "") });
      }
    }
    return anew.packed();
  }
}

/** Throws as `TableMaker` does. */
export function tableOf({ lines, ...info }: Grid, headingLine: number | null, tell: Tell): PackedTable {
  const maker = new TableMaker({ headingLine, isPadded: true });
  for (const [at, line] of lines.entries()) {
    maker.take(line);
    tell(at / lines.length);
  }
  return maker.table(info);
}

function guessedHeading(lines: readonly GridLine[]): number {
  // There is nothing below the last line, however full it is.
  const first = lines.slice(0, Math.min(linesShown, Math.max(1, lines.length - 1)));
  const filled = first.map(({ cells }) => cells.filter((cell) => cell.trim() !== "").length);
  const fullest = Math.max(...filled);
  // A column of running numbers in front has no heading, often.
  const isFirst = first.some(({ cells: [cell = ""] }) => cell.trim() !== "");
  const isUnnumbered = (at: number, count: number): boolean =>
    isFirst && count > 0 && count + 1 === fullest && (first[at]?.cells[0] ?? "").trim() === "";
  let at = Math.max(
    0,
    filled.findIndex((count, index) => count >= fullest * headingShare || isUnnumbered(index, count)),
  );
  while (first[at]?.spansBelow && at + 1 < lines.length) at += 1;
  return at;
}

/** A line of the preview is there to be recognised, not to be read. */
function shortened(cell: string): string {
  return cell.length > 80 ? `${cell.slice(0, 79)}…` : cell;
}

function cellsOf(cells: readonly string[], width: number): readonly string[] {
  return cells.length >= width
    ? cells.slice(0, width)
    : [...cells, ...Array.from({ length: width - cells.length }, () => "")];
}

/** `width` is what every row must have; null where any row is whole. */
function rejectOf(
  { line, cells, fault }: GridLine,
  headings: readonly string[],
  width: number | null,
): RejectedLine | null {
  if (fault !== undefined) return { line, cells, column: null, code: fault, facts: {} };
  // Separators behind the last cell part nothing.
  if (width !== null && (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== ""))) {
    const facts = { expected: headings.length, found: cells.length };
    return { line, cells, column: null, code: "file/ragged-rows", facts };
  }
  return cellFault({ line, cells }, headings);
}

/** What no cell may hold. */
export function cellFault({ line, cells }: TableRow, headings: readonly string[]): RejectedLine | null {
  for (const [at, cell] of cells.entries()) {
    const column = headings[at] ?? null;
    if (cell.length > limits.cellLength) {
      return {
        line,
        cells: [],
        column,
        code: "file/cell-too-long",
        facts: { limit: limits.cellLength },
      };
    }
    if (controlsIn(cell) > 0) {
      return { line, cells, column, code: "file/control-character", facts: {} };
    }
  }
  return null;
}

/** The first of many, then how many more there are. */
export class Rejects {
  readonly #first: RejectedLine[] = [];
  #count = 0;

  get first(): RejectedLine | undefined {
    return this.#first[0];
  }

  add(reject: RejectedLine): void {
    if (this.#count <= limits.rejects) this.#first.push(reject);
    this.#count += 1;
  }

  listed(): readonly RejectedLine[] {
    const next = this.#first[limits.rejects];
    if (!next) return this.#first;
    const facts = { count: this.#count - limits.rejects };
    return [
      ...this.#first.slice(0, limits.rejects),
      { line: next.line, cells: [], column: null, code: "file/more-rejects", facts },
    ];
  }
}
