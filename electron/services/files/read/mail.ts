// Mails, as text files (EML) and as Outlook keeps them (MSG): a person chooses which of their parts is meant. Nothing of them
// is rendered, and no address in them is followed.
import msgReader, { type FieldsData } from "@kenjiuno/msgreader";
import PostalMime, { type Email } from "postal-mime";
import { AppError } from "#core/host/errors.ts";
import { decodeCodePage } from "./code-pages.ts";
import { decompressRtf } from "./compressed-rtf.ts";
import { textOfHtml } from "./html-text.ts";
import { refuseLarge } from "./limits.ts";
import { type MimeNode, settle } from "./mail-letters.ts";
import { textOfRtf } from "./rtf-text.ts";

/** A module of the old kind: bundlers hand over its class, Node the module that holds it. */
const MsgReader = (msgReader as unknown as { readonly default?: typeof msgReader }).default ?? msgReader;

/** The message itself, or a file that is attached to it. */
export interface MailPart {
  /** Of the file; empty for the message. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Mail {
  readonly body: string;
  readonly files: readonly MailPart[];
}

/** Attached files that are looked at. */
const mostFiles = 100;

/** Signatures, and what is sent beside an encrypted message, say nothing to a person. */
const unread: ReadonlySet<string> = new Set([
  "application/pgp-encrypted",
  "application/pgp-signature",
  "application/pkcs7-signature",
  "application/x-pkcs7-signature",
]);

/**
 * A mailbox of several mails has no message, and each of them as a file. Throws `file/too-large`, `file/bad-mail`, and
 * `file/encoding` where letters of the message cannot be read.
 */
export async function mailIn(bytes: Uint8Array, kind: "mail" | "msg"): Promise<Mail> {
  refuseLarge(bytes.byteLength);
  let mail: Mail;
  try {
    mail = kind === "mail" ? await mimeMail(bytes) : outlookMail(bytes);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("file/bad-mail", {}, { cause: error });
  }
  // Decoders put this sign where they could not read a letter.
  if (mail.body.includes("\ufffd")) throw new AppError("file/encoding", { encoding: "MIME" });
  return mail;
}

async function mimeMail(bytes: Uint8Array): Promise<Mail> {
  const mails = mailsIn(bytes);
  if (mails.length > 1) {
    return { body: "", files: mails.map((mail, at) => ({ name: `${at + 1}.eml`, bytes: mail })) };
  }
  const email = await parsed(bytes);
  const files = email.attachments
    .filter(({ mimeType }) => !unread.has(mimeType))
    .slice(0, mostFiles)
    .map(({ filename, mimeType, content }, at) => ({
      name: filename || nameless(at, mimeType === "message/rfc822" ? ".eml" : ""),
      bytes: typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content),
    }));
  return { body: bodyOf(email), files };
}

/** The mails of a mailbox: a line of "From" parts them, with the moment it came. Of one mail, that one. */
function mailsIn(bytes: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!text.startsWith("From ")) return [bytes];
  const starts = [0];
  for (const { index } of text.matchAll(/(?<=\n\r?\n)From \S{1,200} [^\r\n]{0,100}\d{4}\r?\n/g)) {
    if (starts.length === mostFiles) break;
    starts.push(index);
  }
  return starts.map((start, at) => bytes.subarray(start, starts[at + 1]));
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  const parser = new PostalMime({ forceRfc822Attachments: true, attachmentEncoding: "arraybuffer" });
  const inner = parser as unknown as Collector;
  const collect = inner.collectNode.bind(parser);
  inner.collectNode = (node, ...rest) => {
    settle(node);
    return collect(node, ...rest);
  };
  return parser.parse(bytes);
}

/** Where the library turns a part's bytes into letters. */
interface Collector {
  collectNode: (node: MimeNode, ...rest: readonly unknown[]) => Promise<void>;
}

function bodyOf({ text, html }: Email): string {
  const plain = (text ?? "").replaceAll(/\r\n?/g, "\n").trimEnd();
  return plain.trim() === "" ? textOfHtml(html ?? "") : plain;
}

/** The message alone has no name. */
function nameless(at: number, ending: string): string {
  return `${at + 1}${ending}`;
}

function outlookMail(bytes: Uint8Array): Mail {
  // It takes a buffer from its beginning, wherever in it the bytes stand.
  const reader = new MsgReader(Uint8Array.from(bytes).buffer);
  const fields = reader.getFileData();
  if (fields.error !== undefined) throw new Error(fields.error);
  const files = (fields.attachments ?? []).slice(0, mostFiles).map((attachment, at): MailPart => {
    const { fileName, content } = reader.getAttachment(attachment);
    return { name: fileName || attachment.name || nameless(at, ""), bytes: content };
  });
  return { body: outlookBody(fields), files };
}

/** The plain text, else the page, else what Outlook keeps instead of both. */
function outlookBody({ body, bodyHtml, html, internetCodepage, compressedRtf }: FieldsData): string {
  const plain = (body ?? "").replaceAll(/\r\n?/g, "\n").trimEnd();
  if (plain.trim() !== "") return plain;
  const page = textOfHtml(bodyHtml ?? lettersOf(html ?? new Uint8Array(), internetCodepage ?? utf8));
  if (page !== "" || compressedRtf === undefined) return page;
  return textOfRtf(decompressRtf(compressedRtf));
}

const utf8 = 65001;

/** UTF-8 where the bytes can be that, whatever the message says of them; else as it says. */
function lettersOf(bytes: Uint8Array, page: number): string {
  const text = decodeCodePage(bytes, utf8);
  return text.includes("\ufffd") ? decodeCodePage(bytes, page) : text;
}
