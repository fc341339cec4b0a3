// A pouch as a file: whether it is one, for this version. What is in it, only a key can tell.
import type { ReadJob } from "#core/host/open-files.ts";
import { readPouchHeader } from "#services/pouch/pouch-header.ts";
import type { PackedFile } from "./packed-rows.ts";

/** Throws `pouch/not-a-pouch`, `pouch/newer`, `file/bad-archive`. */
export function readPouch({ bytes }: ReadJob): PackedFile {
  readPouchHeader(bytes);
  return { kind: "pouch", encoding: null, text: "", parts: [], part: 0, table: null };
}
