// Reads a table, whatever kind of file it comes in: the bytes say which, not the name.
import type { ReadFile, ReadJob } from "#core/host/open-files.ts";
import { csvGrid } from "./csv.ts";
import { tableOf } from "./grid.ts";
import { decodeChecked } from "./text.ts";

/** Throws as `decodeChecked`, the reader of the kind and `tableOf` do. */
export function readTable(job: ReadJob): ReadFile {
  const { encoding, text } = decodeChecked(job);
  return { encoding, text, table: tableOf(csvGrid(text), job.headingLine) };
}
