// The first row of a table: names that differ, and cannot be mistaken for a part of an object.
import { AppError } from "#core/host/errors.ts";
import { limits } from "./limits.ts";

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/**
 * A name for each column, trimmed. One without, or with a name that stood before, has its 1-based number in it: "(3)",
 * "Phone (5)". Throws `file/too-many-columns` and `file/forbidden-heading` with the line and the column.
 */
export function headingNames(cells: readonly string[], line: number): readonly string[] {
  if (cells.length > limits.columns) {
    throw new AppError("file/too-many-columns", { limit: limits.columns, found: cells.length, line });
  }
  const said = cells.map((cell) => cell.trim());
  // A number must not make of one column what another is called.
  const taken = new Set(said);
  const seen = new Set([""]);
  return said.map((heading, at) => {
    const column = at + 1;
    if (forbidden.has(heading)) throw new AppError("file/forbidden-heading", { heading, line, column });
    if (!seen.has(heading)) {
      seen.add(heading);
      return heading;
    }
    let name = heading;
    do name = `${name} (${column})`.trim();
    while (taken.has(name));
    taken.add(name);
    return name;
  });
}
