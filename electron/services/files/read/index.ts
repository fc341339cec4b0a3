// The kinds of content the app reads: one line each. The bytes decide which, not the name.
import type { ReadFile, ReadJob } from "#core/host/open-files.ts";
import type { FileKind } from "#core/host/shapes.ts";
import { readPouch } from "./pouch.ts";
import { type ContentKind, contentKindOf } from "./kind.ts";
import { readCalendar } from "./calendar.ts";
import { readDocx } from "./docx.ts";
import { readEnvelope } from "./envelope.ts";
import { readHtml } from "./html-text.ts";
import { readPlain } from "./plain.ts";
import { readVcard } from "./vcard.ts";
import { readXlsx } from "./table.ts";

/** Pure and synchronous: runs in the worker. */
type ContentReader = (job: ReadJob) => ReadFile;

const contentReaders: Readonly<Record<Exclude<ContentKind, "mail" | "msg">, ContentReader>> = {
  pouch: readPouch,
  xlsx: readXlsx,
  vcf: readVcard,
  docx: readDocx,
  ics: readCalendar,
  html: readHtml,
  other: readPlain,
};

interface FileReader {
  /** The answer says of which kind the file is: it may be another than it was opened as. */
  readonly read: (job: ReadJob) => Promise<ReadFile>;
}

/** Whatever is no mail. A mail that stands where none is looked for is a text. */
export function readContent(job: ReadJob): ReadFile {
  const kind = contentKindOf(job.bytes);
  return contentReaders[kind === "mail" || kind === "msg" ? "other" : kind](job);
}

async function readFile(job: ReadJob): Promise<ReadFile> {
  const kind = contentKindOf(job.bytes);
  return kind === "mail" || kind === "msg" ? readEnvelope(job, kind, readContent) : readContent(job);
}

/** By what a person is about to open. */
export const readers: Readonly<Record<FileKind, FileReader>> = {
  text: { read: readFile },
  table: { read: readFile },
  pouch: { read: async (job) => readPouch(job) },
};
