// A sheet of a workbook as a table.
import type { ReadJob } from "#core/host/open-files.ts";
import { tableOf } from "./grid.ts";
import { refuseLarge } from "./limits.ts";
import type { PackedFile } from "./packed-rows.ts";
import { type Tell, within } from "./tell.ts";
import { xlsxGrid } from "./xlsx.ts";

/** Throws `file/too-large`, and as `xlsxGrid` and `tableOf` do. */
export function readXlsx({ bytes, sheet, headingLine }: ReadJob, tell: Tell): PackedFile {
  refuseLarge(bytes.byteLength);
  const grid = xlsxGrid(bytes, sheet, within(tell, 0, 0.9));
  const table = tableOf(grid, headingLine, within(tell, 0.9, 1));
  return { kind: "table", encoding: null, text: "", parts: [], part: 0, table };
}
