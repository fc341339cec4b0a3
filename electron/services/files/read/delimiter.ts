// Which sign parts the columns of a table, and whether another would have done it better.
import { AppError } from "#core/host/errors.ts";

const candidates = [",", ";", "\t", "|", ":", "^", "~", "\u001f"];
const rowsLookedAt = 20;

/** Excel's own first line `sep=;`, which says the delimiter and holds no data. */
export function declaredDelimiter(
  text: string,
): { readonly delimiter: string; readonly lineLength: number } | null {
  const match = /^sep=([^\n])\n/i.exec(text);
  return match?.[1] === undefined ? null : { delimiter: match[1], lineLength: match[0].length };
}

/**
 * Throws `file/wrong-delimiter` (facts: delimiter, likely, line) where the headings came out as one column though
 * another sign stands in them and, as often, in most of the rows.
 */
export function refuseWrongDelimiter(used: string, text: string, headingLine: number): void {
  const [heading = "", ...rows] = text.split("\n", rowsLookedAt + 1).filter((line) => line.trim() !== "");
  for (const other of candidates) {
    const signs = heading.split(other).length - 1;
    if (other === used || signs === 0) continue;
    const alike = rows.filter((row) => row.split(other).length - 1 === signs).length;
    if (rows.length > 0 && alike * 2 > rows.length) {
      throw new AppError("file/wrong-delimiter", { delimiter: used, likely: other, line: headingLine });
    }
  }
}
