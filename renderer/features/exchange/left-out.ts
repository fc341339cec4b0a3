// Rows that an import did not take, in the shape of the file they came from, so that they can be mended and read again.
import type { Fate, PlanRow } from "#core/exchange/plan.ts";
import type { ListColumn } from "#core/report/table-paper.ts";
import type { ImportFile } from "./import-file.ts";

const leftOutFates: ReadonlySet<Fate> = new Set(["reject", "duplicate", "conflict"]);

/** Rejected, or nobody decided on them. What a person chose to leave out is not brought up again. */
export function leftOut(rows: readonly PlanRow[]): readonly PlanRow[] {
  return rows.filter(({ fate, way }) => leftOutFates.has(fate) && way === null);
}

export interface LeftOutWords {
  readonly line: string;
  readonly reason: string;
  readonly textOf: (row: PlanRow) => string;
}

/** The file's own columns, then the line and the reason. */
export function leftOutColumns(file: ImportFile, words: LeftOutWords): readonly ListColumn<PlanRow>[] {
  const cellsAt = new Map([...file.table.rejects, ...file.rows].map(({ line, cells }) => [line, cells]));
  return [
    ...file.table.headings.map((heading, at) => ({
      heading,
      width: 1,
      cell: (row: PlanRow) => cellsAt.get(row.line)?.[at] ?? "",
    })),
    { heading: words.line, width: 1, cell: (row) => row.line },
    { heading: words.reason, width: 1, cell: words.textOf },
  ];
}
