// Which column of a file is read into which field, and what stands there.
import type { Mapping } from "#core/exchange/column.ts";
import type { ReadTable } from "./import-table.ts";

/** The same mapping with one field read from another column, or from none. A column serves one field. */
export function withColumn(mapping: Mapping, field: string, column: number | null): Mapping {
  const next = new Map([...mapping].filter(([name, at]) => name !== field && at !== column));
  if (column !== null) next.set(field, column);
  return next;
}

/** What stands in a column: its first cell that is not empty among the first twenty rows. */
export function exampleOf(table: Pick<ReadTable, "rows">, column: number): string {
  for (const { cells } of table.rows.slice(0, 20)) {
    const cell = cells[column]?.trim() ?? "";
    if (cell !== "") return cell;
  }
  return "";
}
