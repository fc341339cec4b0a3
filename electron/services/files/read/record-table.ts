// Records of a file that knows its own fields (cards, events), as a table: a column for each field that any of them fills.
import { AppError } from "#core/host/errors.ts";
import type { RejectedLine, TableInfo } from "#core/host/shapes.ts";
import { cellFault, Rejects } from "./grid.ts";
import { limits } from "./limits.ts";
import { type PackedTable, RowPacker } from "./packed-rows.ts";

/** One record, by heading; what it leaves out is empty. */
export interface FoundRecord {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface RecordsFile extends Pick<
  PackedTable,
  "format" | "sheets" | "sheet" | "ignored" | "notes" | "spans"
> {
  /** In their order; the first stands even where nothing fills it. */
  readonly headings: readonly string[];
  readonly records: readonly FoundRecord[];
  readonly rejects: readonly RejectedLine[];
}

/** Throws `file/too-many-rows` (facts: limit, line). */
export function recordTable({ headings, records, rejects, ...info }: RecordsFile): PackedTable {
  const beyond = records[limits.rows];
  if (beyond) throw new AppError("file/too-many-rows", { limit: limits.rows, line: beyond.line });
  const filled = new Set(
    records.flatMap(({ cells }) => [...cells].flatMap(([name, cell]) => (cell ? [name] : []))),
  );
  const used = headings.filter((heading, at) => at === 0 || filled.has(heading));
  const rows = new RowPacker();
  const refused: RejectedLine[] = [...rejects];
  for (const { line, cells: byName } of records) {
    const cells = used.map((heading) => byName.get(heading) ?? "");
    const fault = cellFault({ line, cells }, used);
    if (fault) refused.push(fault);
    else rows.add({ line, cells });
  }
  const inOrder = new Rejects();
  for (const reject of refused.toSorted((a, b) => a.line - b.line)) inOrder.add(reject);
  return { ...info, ...unlined, headings: used, rows: rows.packed(), rejects: inOrder.listed() };
}

/** Such files have no line of headings. */
const unlined: Pick<TableInfo, "delimiter" | "headingLine" | "head"> = {
  delimiter: "",
  headingLine: 0,
  head: [],
};

export function rejectedAt(line: number, code: string, facts: RejectedLine["facts"] = {}): RejectedLine {
  return { line, cells: [], column: null, code, facts };
}
