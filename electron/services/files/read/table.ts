// Tables as they come: delimited text, and workbooks.
import type { ReadFile, ReadJob, ReadTable } from "#core/host/open-files.ts";
import { AppError } from "#core/host/errors.ts";
import { csvGrid } from "./csv.ts";
import { tableOf } from "./grid.ts";
import { limitMegabytes, limits } from "./limits.ts";
import { xlsxGrid } from "./xlsx.ts";

/** Throws as `csvGrid` and `tableOf` do. */
export function csvTable(text: string, headingLine: number | null): ReadTable {
  return tableOf(csvGrid(text), headingLine);
}

/** Throws `file/too-large`, and as `xlsxGrid` and `tableOf` do. */
export function readXlsx({ bytes, sheet, headingLine }: ReadJob): ReadFile {
  if (bytes.byteLength > limits.fileBytes) throw new AppError("file/too-large", { limitMegabytes });
  const table = tableOf(xlsxGrid(bytes, sheet), headingLine);
  return { kind: "table", encoding: null, text: "", parts: [], part: 0, table };
}
