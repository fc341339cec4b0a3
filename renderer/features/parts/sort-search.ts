// The sort of a table as it stands in the link: "subject", or "-subject" from the end.
import type { GridSort } from "#ui/data-grid/column.ts";

export function sortOf(text: string): GridSort | null {
  if (text === "") return null;
  return text.startsWith("-")
    ? { column: text.slice(1), direction: "descending" }
    : { column: text, direction: "ascending" };
}

export function sortText({ column, direction }: GridSort): string {
  return direction === "descending" ? `-${column}` : column;
}
