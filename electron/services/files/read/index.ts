// The kinds of file the app reads: one line each. Kinds are decided by content; extensions are only for the dialog.
import type { ReadFile, ReadJob } from "#core/host/open-files.ts";
import type { FileKind } from "#core/host/shapes.ts";
import { readPouch } from "./pouch.ts";
import { readTable } from "./table.ts";
import { readText } from "./text.ts";

export interface FileReader {
  /** Offered by the system's open dialog. */
  readonly extensions: readonly string[];
  /** Pure and synchronous: runs in the worker. */
  readonly read: (job: ReadJob) => ReadFile;
}

export const readers: Readonly<Record<FileKind, FileReader>> = {
  text: { extensions: ["txt", "text"], read: readText },
  table: { extensions: ["xlsx", "csv", "tsv", "txt"], read: readTable },
  pouch: { extensions: ["pouch"], read: readPouch },
};
