// The kinds of content the app reads: one line each. The bytes decide which; extensions are only for the dialog.
import type { ReadFile, ReadJob } from "#core/host/open-files.ts";
import type { FileKind } from "#core/host/shapes.ts";
import { readPouch } from "./pouch.ts";
import { type ContentKind, contentKindOf } from "./kind.ts";
import { readCalendar } from "./calendar.ts";
import { readPlain } from "./plain.ts";
import { readVcard } from "./vcard.ts";
import { readXlsx } from "./table.ts";

/** Pure and synchronous: runs in the worker. */
type ContentReader = (job: ReadJob) => ReadFile;

const contentReaders: Readonly<Record<ContentKind, ContentReader>> = {
  xlsx: readXlsx,
  vcf: readVcard,
  docx: readPlain,
  msg: readPlain,
  ics: readCalendar,
  mail: readPlain,
  html: readPlain,
  other: readPlain,
};

interface FileReader {
  /** Offered by the system's open dialog. */
  readonly extensions: readonly string[];
  /** The answer says of which kind the file is: it may be another than it was opened as. */
  readonly read: ContentReader;
}

export function readContent(job: ReadJob): ReadFile {
  return contentReaders[contentKindOf(job.bytes)](job);
}

/** By what a person is about to open. */
export const readers: Readonly<Record<FileKind, FileReader>> = {
  text: { extensions: ["txt", "text"], read: readContent },
  table: { extensions: ["xlsx", "csv", "tsv", "txt", "vcf", "ics"], read: readContent },
  pouch: { extensions: ["pouch"], read: readPouch },
};
