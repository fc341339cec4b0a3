// The order of a grid's rows: nothing sorts last whichever way; words by the language's own order, numbers in them counted.
import type { GridColumn, GridSort, GridValue } from "./column.ts";

export function gridCollator(locale: string): Intl.Collator {
  return new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
}

export function compareValues(a: GridValue, b: GridValue, collator: Intl.Collator): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}

/** The rows as the grid shows them, without its groups. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  sort: GridSort | null,
  locale: string,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.column);
  if (column === undefined || sort === null) return rows;
  const collator = gridCollator(locale);
  const turn = sort.direction === "descending" ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [column.value(a), column.value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return turn * compareValues(left, right, collator);
  });
}
