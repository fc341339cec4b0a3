// The lines of a table before its headings are known, and the table that follows once they are.
import { AppError } from "#core/host/errors.ts";
import type { RejectedLine, TableInfo, TableRow } from "#core/host/shapes.ts";
import { controlsIn } from "./binary.ts";
import { checkedHeadings } from "./headings.ts";
import { limits } from "./limits.ts";
import { type PackedTable, RowPacker } from "./packed-rows.ts";
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
  /** Trimmed, up to the last that is not blank. */
  readonly names: readonly string[];
}

/**
 * The table of lines that come one by one. The headings are on `headingLine`, else on the first line about as full as the
 * fullest. Single rows that do not fit become rejects.
 */
export class TableMaker {
  readonly #headingLine: number | null;
  readonly #isPadded: boolean;
  readonly #rows = new RowPacker();
  readonly #rejects = new Rejects();
  /** As many as the headings are looked for in. */
  readonly #first: GridLine[] = [];
  #heading: Heading | null = null;
  /** How many columns are in use: named, or filled in any row. */
  #width = 0;
  #below = 0;

  /** Where `isPadded`, rows may be shorter than the headings: what is missing is empty. */
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

  /**
   * Throws `file/empty`, `file/no-heading`, `file/duplicate-heading`, `file/forbidden-heading`, `file/too-many-columns`,
   * `file/ragged-rows` (no row fits the headings), `file/no-rows`, each with the line.
   */
  table(info: GridInfo): PackedTable {
    if (this.#heading === null && this.#headingLine === null) this.#guess();
    const heading = this.#heading;
    if (heading === null) throw new AppError("file/empty");
    const { line, cells } = heading.line;
    const headings = checkedHeadings(cells.slice(0, this.#width), line);
    if (this.#below === 0) throw new AppError("file/no-rows", { line });
    const { first: sample } = this.#rejects;
    if (this.#rows.length === 0 && sample?.code === "file/ragged-rows") {
      throw new AppError("file/ragged-rows", { ...sample.facts, line: sample.line });
    }
    const head = this.first.map((one) => ({ line: one.line, cells: one.cells.map(shortened) }));
    const shown = { headingLine: line, head, headings };
    return {
      ...info,
      ...shown,
      notes: [],
      spans: [],
      rows: this.#rows.packed(),
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
    this.#heading = { line, names: line.cells.slice(0, this.#width).map((cell) => cell.trim()) };
  }

  #row(row: GridLine): void {
    if (this.#heading === null) return;
    const { line, names } = this.#heading;
    this.#below += 1;
    for (let at = this.#width; at < line.cells.length; at += 1) {
      if ((row.cells[at] ?? "").trim() !== "") this.#width = at + 1;
    }
    // A column without a heading that is in use, or too many of them: the table will be refused.
    if (this.#width > names.length || this.#width > limits.columns) return;
    const reject = rejectOf(row, names, this.#isPadded ? null : line.cells.length);
    if (reject) this.#rejects.add(reject);
    else this.#rows.add({ line: row.line, cells: padded(row.cells, names.length) });
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
  const first = lines.slice(0, linesShown);
  const filled = first.map(({ cells }) => cells.filter((cell) => cell.trim() !== "").length);
  const enough = Math.max(...filled) * headingShare;
  let at = Math.max(
    0,
    filled.findIndex((count) => count >= enough),
  );
  while (first[at]?.spansBelow && at + 1 < lines.length) at += 1;
  return at;
}

/** A line of the preview is there to be recognised, not to be read. */
function shortened(cell: string): string {
  return cell.length > 80 ? `${cell.slice(0, 79)}…` : cell;
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length >= width
    ? cells.slice(0, width)
    : [...cells, ...Array.from({ length: width - cells.length }, () => "")];
}

/** `width` is what every row must have; null where short rows are whole. */
function rejectOf(
  { line, cells, fault }: GridLine,
  headings: readonly string[],
  width: number | null,
): RejectedLine | null {
  if (fault !== undefined) return { line, cells, column: null, code: fault, facts: {} };
  const isRagged =
    width === null ? cells.slice(headings.length).some((cell) => cell !== "") : cells.length !== width;
  if (isRagged) {
    const facts = { expected: headings.length, found: cells.length };
    return { line, cells, column: null, code: "file/ragged-rows", facts };
  }
  return cellFault({ line, cells }, headings);
}

/** What no cell may hold. */
export function cellFault({ line, cells }: TableRow, headings: readonly string[]): RejectedLine | null {
  for (const [at, heading] of headings.entries()) {
    const cell = cells[at] ?? "";
    if (cell.length > limits.cellLength) {
      return {
        line,
        cells: [],
        column: heading,
        code: "file/cell-too-long",
        facts: { limit: limits.cellLength },
      };
    }
    if (controlsIn(cell) > 0)
      return { line, cells, column: heading, code: "file/control-character", facts: {} };
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
