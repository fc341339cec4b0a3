// Reads a table, whatever kind of file it comes in: the bytes say which, not the name.
import type { ReadFile, ReadJob } from "#core/host/open-files.ts";
import { AppError } from "#core/host/errors.ts";
import { csvGrid } from "./csv.ts";
import { tableOf } from "./grid.ts";
import { limitMegabytes, limits } from "./limits.ts";
import { decodeChecked } from "./text.ts";
import { xlsxGrid } from "./xlsx.ts";
import { isZip } from "./zip.ts";

/** Throws as `decodeChecked`, the reader of the kind and `tableOf` do. */
export function readTable(job: ReadJob): ReadFile {
  if (isZip(job.bytes)) {
    if (job.bytes.byteLength > limits.fileBytes) throw new AppError("file/too-large", { limitMegabytes });
    return { encoding: null, text: "", table: tableOf(xlsxGrid(job.bytes, job.sheet), job.headingLine) };
  }
  const { encoding, text } = decodeChecked(job);
  return { encoding, text, table: tableOf(csvGrid(text), job.headingLine) };
}
