// Rows that an import left out, in the shape of the file they came from, so that they can be mended and read again.
import type { PlanRow } from "#core/exchange/plan.ts";
import type { Cell, TableBlock } from "#core/report/blocks.ts";
import type { ReadTable } from "./import-table.ts";

export interface RejectWords {
  readonly line: string;
  readonly reason: string;
  readonly textOf: (row: PlanRow) => string;
}

const plain = (text: string, number: number | null = null): Cell => ({ text, number, tone: "plain" });

/** The file's own columns with the line and the reason after them. Rows the reader could not part have only these two. */
export function rejectsTable(rejects: readonly PlanRow[], table: ReadTable, words: RejectWords): TableBlock {
  const cellsAt = new Map(table.rows.map(({ line, cells }) => [line, cells]));
  return {
    kind: "table",
    caption: "",
    columns: [...table.headings, words.line, words.reason].map((heading) => ({
      heading,
      align: "start",
      width: 1,
    })),
    rows: rejects.map((row) => [
      ...table.headings.map((_, at) => plain(cellsAt.get(row.line)?.[at] ?? "")),
      plain(String(row.line), row.line),
      plain(words.textOf(row)),
    ]),
    empty: "",
  };
}
