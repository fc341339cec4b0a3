// The kinds of content the app reads: one line each. The bytes decide which, not the name.
import type { ReadJob } from "#core/host/open-files.ts";
import type { FileKind } from "#core/host/shapes.ts";
import type { PackedFile } from "./packed-rows.ts";
import { readPouch } from "./pouch.ts";
import { type ContentKind, contentKindOf } from "./kind.ts";
import { readCalendar } from "./calendar.ts";
import { readDocx } from "./docx.ts";
import { readEnvelope } from "./envelope.ts";
import { readHtml } from "./html-text.ts";
import { limits } from "./limits.ts";
import { readPlain } from "./plain.ts";
import { readRtf } from "./rtf.ts";
import { readVcard } from "./vcard.ts";
import { readXlsx } from "./table.ts";
import { type Tell, untold } from "./tell.ts";

/** Pure and synchronous: runs in the worker. */
type ContentReader = (job: ReadJob, tell: Tell) => PackedFile;

const contentReaders: Readonly<Record<Exclude<ContentKind, "mail" | "msg">, ContentReader>> = {
  pouch: readPouch,
  xlsx: readXlsx,
  vcf: readVcard,
  docx: readDocx,
  ics: readCalendar,
  html: readHtml,
  rtf: readRtf,
  other: readPlain,
};

interface FileReader {
  /** The answer says of which kind the file is: it may be another than it was opened as. */
  readonly read: (job: ReadJob, tell?: Tell) => Promise<PackedFile>;
}

/** Whatever is no mail. A mail that stands where none is looked for is a text. */
export function readContent(job: ReadJob, tell: Tell = untold): PackedFile {
  const found = contentKindOf(job.bytes);
  const kind = found === "mail" || found === "msg" ? "other" : found;
  return contentReaders[kind](kind === "other" ? job : withOwnBytes(job), tell);
}

async function readFile(job: ReadJob, tell: Tell = untold): Promise<PackedFile> {
  const kind = contentKindOf(job.bytes);
  return kind === "mail" || kind === "msg"
    ? readEnvelope(withOwnBytes(job), kind, readContent, tell)
    : readContent(job, tell);
}

/** Libraries and the platform's decoders take no bytes that threads share. Plain text is read without them. */
function withOwnBytes(job: ReadJob): ReadJob {
  const isShared = job.bytes.buffer instanceof SharedArrayBuffer;
  return isShared && job.bytes.byteLength <= limits.fileBytes ? { ...job, bytes: job.bytes.slice() } : job;
}

/** By what a person is about to open. */
export const readers: Readonly<Record<FileKind, FileReader>> = {
  text: { read: readFile },
  table: { read: readFile },
  pouch: { read: async (job) => readPouch(withOwnBytes(job)) },
};
