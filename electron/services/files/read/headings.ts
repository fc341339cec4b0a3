// The first row of a table: names that are there, differ, and cannot be mistaken for a part of an object.
import { AppError } from "#core/host/errors.ts";
import { limits } from "./limits.ts";

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** The names, trimmed. Throws with the line and the 1-based column where one will not do. */
export function checkedHeadings(cells: readonly string[], line: number): readonly string[] {
  if (cells.length > limits.columns) {
    throw new AppError("file/too-many-columns", { limit: limits.columns, found: cells.length, line });
  }
  const headings = cells.map((cell) => cell.trim());
  const seen = new Map<string, number>();
  headings.forEach((heading, at) => {
    const column = at + 1;
    if (heading === "") throw new AppError("file/no-heading", { line, column });
    if (forbidden.has(heading)) throw new AppError("file/forbidden-heading", { heading, line, column });
    const first = seen.get(heading);
    if (first !== undefined) throw new AppError("file/duplicate-heading", { heading, line, column, first });
    seen.set(heading, column);
  });
  return headings;
}
