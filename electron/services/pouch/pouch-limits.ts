// How much one pouch holds: what is sealed here must open elsewhere, in a reader with limits of its own.
import { limits } from "../files/read/limits.ts";

export interface PouchLimits {
  /** Of the file. */
  readonly bytes: number;
  readonly entries: number;
  /** Characters of all entries. */
  readonly text: number;
  /** Segments and attachments. */
  readonly parts: number;
}

export const pouchLimits: PouchLimits = {
  bytes: limits.fileBytes,
  entries: 200_000,
  text: 200_000_000,
  parts: 1900,
};
