// A sheet of a workbook as a table.
import { AppError } from "#core/host/errors.ts";
import type { ReadJob } from "#core/host/open-files.ts";
import { tableOf } from "./grid.ts";
import { refuseLarge } from "./limits.ts";
import type { PackedFile, PackedTable } from "./packed-rows.ts";
import { type Tell, within } from "./tell.ts";
import { type OpenBook, openBook, sheetGrid } from "./xlsx.ts";

/** What a sheet is passed over for where nobody has chosen one: a cover, or a form nobody has filled in. */
const passedOver: ReadonlySet<string> = new Set(["file/empty", "file/no-rows"]);

/** Throws `file/too-large`, and as `openBook`, `sheetGrid` and `tableOf` do. */
export function readXlsx({ bytes, sheet, headingLine }: ReadJob, tell: Tell): PackedFile {
  refuseLarge(bytes.byteLength);
  const opened = openBook(bytes, within(tell, 0, 0.35));
  const table =
    sheet === null
      ? firstTable(opened, headingLine, within(tell, 0.35, 1))
      : sheetTable(opened, sheet, headingLine, within(tell, 0.35, 1));
  return { kind: "table", encoding: null, text: "", parts: [], part: 0, table };
}

/** Of the first sheet that holds rows; where none does, what is wrong with the first is thrown. */
function firstTable(opened: OpenBook, headingLine: number | null, tell: Tell): PackedTable {
  const { length } = opened.book.sheets;
  let fault: AppError | null = null;
  for (let at = 0; at < length; at += 1) {
    try {
      // Of the share as if it were the only one: what is passed over takes no time.
      return sheetTable(opened, at, headingLine, tell);
    } catch (error) {
      if (!(error instanceof AppError) || !passedOver.has(error.code)) throw error;
      fault ??= error;
    }
  }
  throw fault ?? new AppError("file/empty");
}

function sheetTable(opened: OpenBook, at: number, headingLine: number | null, tell: Tell): PackedTable {
  return tableOf(sheetGrid(opened, at, within(tell, 0, 0.8)), headingLine, within(tell, 0.8, 1));
}
