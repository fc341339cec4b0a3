// A file without a signature of its own: a cable or a list, as a person opened it, unless it plainly is the other.
import type { ReadFile, ReadJob } from "#core/host/open-files.ts";
import { isCable, isList } from "./door.ts";
import { csvTable } from "./table.ts";
import { decodeChecked } from "./text.ts";

/** Throws as `decodeChecked` and `csvTable` do. */
export function readPlain(job: ReadJob): ReadFile {
  const { encoding, text } = decodeChecked(job);
  const isTable = job.kind === "table" ? !isCable(text) : isList(text);
  const table = isTable ? csvTable(text, job.headingLine) : null;
  return { kind: isTable ? "table" : "text", encoding, text, parts: [], part: 0, table };
}
