// Opens a mail for what a person came for: a cable in its message or attached to it, or a list that is attached.
import { AppError } from "#core/host/errors.ts";
import type { ReadJob } from "#core/host/open-files.ts";
import type { FileKind } from "#core/host/shapes.ts";
import { decode } from "./encoding.ts";
import { isList } from "./door.ts";
import { type ContentKind, contentKindOf } from "./kind.ts";
import { type Mail, mailIn, type MailPart } from "./mail.ts";
import { isPgpMessage, isSealed, isTnef } from "./mail-seals.ts";
import type { PackedFile } from "./packed-rows.ts";
import type { Tell } from "./tell.ts";
import { checkText } from "./text.ts";

/** Reads a file that is no mail. */
type PlainReader = (job: ReadJob, tell: Tell) => PackedFile;

/** Mails within mails that are opened. */
const deepest = 5;

const kindsAs: Readonly<Record<Exclude<ContentKind, "other">, FileKind>> = {
  pouch: "pouch",
  xlsx: "table",
  vcf: "table",
  ics: "table",
  docx: "text",
  html: "text",
  rtf: "text",
  mail: "text",
  msg: "text",
};

/** `sheet` of the job chooses among the parts. Throws as `mailIn` and the readers do, and `file/unread-mail` (facts: why, name, more). */
export async function readEnvelope(
  job: ReadJob,
  kind: "mail" | "msg",
  read: PlainReader,
  tell: Tell,
  depth = 0,
): Promise<PackedFile> {
  const mail = await mailIn(job.bytes, kind);
  const { body, files } = mail;
  const tables = files.filter((file) => kindOf(file) === "table");
  if (job.kind === "table" && tables.length > 0) return readTableIn(job, tables, read, tell);
  const message: MailPart[] =
    body.trim() === "" || isPgpMessage(body) ? [] : [{ name: "", bytes: new TextEncoder().encode(body) }];
  const texts = [...message, ...files.filter((file) => kindOf(file) === "text")];
  if (texts.length === 0 && tables.length > 0) return readTableIn(job, tables, read, tell);
  const part = Math.min(job.sheet ?? 0, texts.length - 1);
  const chosen = texts[part];
  if (chosen === undefined) throw refusalOf(mail);
  const parts = texts.map(({ name }) => name);
  if (chosen.name === "") {
    checkText([body]);
    return { kind: "text", encoding: null, text: body, parts, part, table: null };
  }
  const inner = { ...job, kind: "text" as const, bytes: chosen.bytes, sheet: null };
  return { ...(await readInner(inner, read, tell, depth)), parts, part };
}

/** Why there is nothing to read in a mail. */
function refusalOf({ body, files }: Mail): AppError {
  if (isPgpMessage(body) || files.some(({ bytes }) => isSealed(bytes))) {
    return new AppError("file/unread-mail", { why: "sealed" });
  }
  if (files.some(({ bytes }) => isTnef(bytes))) return new AppError("file/unread-mail", { why: "tnef" });
  const [first] = files;
  if (first === undefined) return new AppError("file/unread-mail", { why: "blank" });
  return new AppError("file/unread-mail", { why: "files", name: first.name, more: files.length - 1 });
}

async function readInner(job: ReadJob, read: PlainReader, tell: Tell, depth: number): Promise<PackedFile> {
  const kind = contentKindOf(job.bytes);
  if (kind !== "mail" && kind !== "msg") return read(job, tell);
  if (depth >= deepest) throw new AppError("file/bad-mail");
  return readEnvelope(job, kind, read, tell, depth + 1);
}

/** A list that is attached is read as if it had been chosen itself; of several, its name is chosen like a sheet. */
function readTableIn(job: ReadJob, tables: readonly MailPart[], read: PlainReader, tell: Tell): PackedFile {
  const isOne = tables.length === 1;
  const at = isOne ? 0 : Math.min(job.sheet ?? 0, tables.length - 1);
  const bytes = tables[at]?.bytes ?? new Uint8Array();
  const file = read({ ...job, kind: "table", bytes, sheet: isOne ? job.sheet : null }, tell);
  if (file.table === null) throw new AppError("file/not-a-table");
  const sheets = tables.map(({ name }, index) => name || String(index + 1));
  return { ...file, source: bytes, table: isOne ? file.table : { ...file.table, sheets, sheet: at } };
}

/** What an attached file can be opened as; null for what is neither (a picture, a signature). */
function kindOf({ bytes }: MailPart): FileKind | null {
  const kind = contentKindOf(bytes);
  if (kind !== "other") return kindsAs[kind];
  if (isSealed(bytes) || isTnef(bytes)) return null;
  try {
    const { text } = decode(bytes, null);
    if (text.trim() === "") return null;
    checkText([text]);
    return isList(text) ? "table" : "text";
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
