// Rows that an import left out, in the shape of the file they came from, so that they can be mended and read again.
import type { PlanRow } from "#core/exchange/plan.ts";
import type { ListColumn } from "#core/report/table-paper.ts";
import type { ReadTable } from "./import-table.ts";

export interface RejectWords {
  readonly line: string;
  readonly reason: string;
  readonly textOf: (row: PlanRow) => string;
}

/** The file's own columns, then the line and the reason. Rows the reader could not part have only these two. */
export function rejectColumns(table: ReadTable, words: RejectWords): readonly ListColumn<PlanRow>[] {
  const cellsAt = new Map(table.rows.map(({ line, cells }) => [line, cells]));
  return [
    ...table.headings.map((heading, at) => ({
      heading,
      width: 1,
      cell: (row: PlanRow) => cellsAt.get(row.line)?.[at] ?? "",
    })),
    { heading: words.line, width: 1, cell: (row) => row.line },
    { heading: words.reason, width: 1, cell: words.textOf },
  ];
}
