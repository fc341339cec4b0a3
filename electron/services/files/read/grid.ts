// The lines of a table before its headings are known, and the table that follows once they are.
import { AppError } from "#core/host/errors.ts";
import type { ReadTable } from "#core/host/open-files.ts";
import type { RejectedLine, TableInfo, TableRow } from "#core/host/shapes.ts";
import { controlsIn } from "./binary.ts";
import { checkedHeadings } from "./headings.ts";
import { limits } from "./limits.ts";

export interface GridLine {
  /** 1-based, where the row starts in the file. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the line cannot be told apart into cells. */
  readonly fault?: RejectedLine["code"];
  /** A heading that spans columns of the line below: the headings go on there. */
  readonly spansBelow?: boolean;
}

export interface Grid extends Pick<TableInfo, "format" | "delimiter" | "sheets" | "sheet" | "ignored"> {
  /** None of them blank. */
  readonly lines: readonly GridLine[];
  /** Rows may be shorter than the headings: what is missing is empty. */
  readonly isPadded: boolean;
}

const linesShown = 20;
/** Share of the widest line that a line of headings fills; titles above a table fill less. */
const headingShare = 0.6;

/**
 * The headings are on `headingLine`, else on the first line about as full as the fullest. Throws `file/no-heading`,
 * `file/duplicate-heading`, `file/forbidden-heading`, `file/too-many-columns`, `file/ragged-rows` (no row fits the
 * headings), `file/no-rows`, each with the line. Single rows that do not fit become rejects.
 */
export function tableOf(grid: Grid, headingLine: number | null): ReadTable {
  const { lines, isPadded, ...info } = grid;
  const at =
    headingLine === null ? guessedHeading(lines) : lines.findIndex(({ line }) => line === headingLine);
  const heading = lines[at];
  if (!heading) throw new AppError("file/empty");
  const rest = lines.slice(at + 1);
  const width = usedWidth(heading.cells, rest);
  const headings = checkedHeadings(heading.cells.slice(0, width), heading.line);
  if (rest.length === 0) throw new AppError("file/no-rows", { line: heading.line });
  const rows: TableRow[] = [];
  const rejects: RejectedLine[] = [];
  for (const line of rest) {
    const reject = rejectOf(line, headings, isPadded ? null : heading.cells.length);
    if (reject) rejects.push(reject);
    else rows.push({ line: line.line, cells: padded(line.cells, width) });
  }
  const [sample] = rejects;
  if (rows.length === 0 && sample?.code === "file/ragged-rows") {
    throw new AppError("file/ragged-rows", { ...sample.facts, line: sample.line });
  }
  const head = lines.slice(0, linesShown).map(({ line, cells }) => ({ line, cells: cells.map(shortened) }));
  const shown = { headingLine: heading.line, head, headings };
  return { ...info, ...shown, notes: [], spans: [], rows, rejects: listed(rejects) };
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

/** Spreadsheets write empty columns at the right edge: those without a heading and without a single cell are left out. */
function usedWidth(headings: readonly string[], rows: readonly GridLine[]): number {
  let width = headings.length;
  const isUnused = (at: number): boolean =>
    (headings[at] ?? "").trim() === "" && rows.every(({ cells }) => (cells[at] ?? "").trim() === "");
  while (width > 1 && isUnused(width - 1)) width -= 1;
  return width;
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
export function listed(rejects: readonly RejectedLine[]): readonly RejectedLine[] {
  const next = rejects[limits.rejects];
  if (!next) return rejects;
  const facts = { count: rejects.length - limits.rejects };
  return [
    ...rejects.slice(0, limits.rejects),
    { line: next.line, cells: [], column: null, code: "file/more-rejects", facts },
  ];
}
