// Mails, as text files (EML) and as Outlook keeps them (MSG): a person chooses which of their parts is meant. Nothing of them
// is rendered, and no address in them is followed.
import msgReader, { type FieldsData } from "@kenjiuno/msgreader";
import PostalMime, { type Email } from "postal-mime";
import { AppError } from "#core/host/errors.ts";
import { decodeCodePage } from "./code-pages.ts";
import { decompressRtf } from "./compressed-rtf.ts";
import { textOfHtml } from "./html-text.ts";
import { refuseLarge } from "./limits.ts";
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

/** Throws `file/too-large`, `file/bad-mail`, and `file/encoding` where letters of the message cannot be read. */
export async function mailIn(bytes: Uint8Array, kind: "mail" | "msg"): Promise<Mail> {
  refuseLarge(bytes.byteLength);
  let mail: Mail;
  try {
    mail = kind === "mail" ? await mimeMail(bytes) : outlookMail(bytes);
  } catch (error) {
    throw new AppError("file/bad-mail", {}, { cause: error });
  }
  // Decoders put this sign where they could not read a letter.
  if (mail.body.includes("\ufffd")) throw new AppError("file/encoding", { encoding: "MIME" });
  return mail;
}

async function mimeMail(bytes: Uint8Array): Promise<Mail> {
  const email = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    attachmentEncoding: "arraybuffer",
  });
  const files = email.attachments.slice(0, mostFiles).map(({ filename, mimeType, content }, at) => ({
    name: filename ?? nameless(mimeType, at),
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content),
  }));
  return { body: bodyOf(email), files };
}

function bodyOf({ text, html }: Email): string {
  const plain = (text ?? "").replaceAll(/\r\n?/g, "\n").trimEnd();
  return plain.trim() === "" ? textOfHtml(html ?? "") : plain;
}

function nameless(mimeType: string, at: number): string {
  return mimeType === "message/rfc822" ? `${at + 1}.eml` : `${at + 1}`;
}

function outlookMail(bytes: Uint8Array): Mail {
  // It takes a buffer from its beginning, wherever in it the bytes stand.
  const reader = new MsgReader(Uint8Array.from(bytes).buffer);
  const fields = reader.getFileData();
  if (fields.error !== undefined) throw new Error(fields.error);
  const files = (fields.attachments ?? []).slice(0, mostFiles).flatMap((attachment): MailPart[] => {
    const { fileName, content } = reader.getAttachment(attachment);
    return [{ name: fileName || attachment.name || "", bytes: content }];
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
