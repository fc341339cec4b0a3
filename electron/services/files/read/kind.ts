// What a file is, by its bytes: its name may say anything.
import { isZip, ZipArchive } from "./zip.ts";

export type ContentKind =
  | "pouch"
  | "xlsx"
  | "docx"
  | "rtf"
  | "msg"
  | "vcf"
  | "ics"
  | "mail"
  | "html"
  | "other";

/** As much of a file as its kind is looked for in. */
const sampleBytes = 16 * 1024;

export function contentKindOf(bytes: Uint8Array): ContentKind {
  if (isZip(bytes)) return zipKindOf(bytes);
  if (isCompoundFile(bytes)) return holdsMessage(bytes) ? "msg" : "other";
  const sample = sampleOf(bytes);
  if (/^\{\\rtf\d/.test(sample)) return "rtf";
  if (/^BEGIN[ \t]*:[ \t]*VCARD\b/i.test(sample)) return "vcf";
  if (/^BEGIN[ \t]*:[ \t]*VCALENDAR\b/i.test(sample)) return "ics";
  if (
    /^(?:<!doctype html|<html|<head|<body)\b/i.test(
      sample.replace(/^(?:<\?xml[^>]{0,200}>|<!--[\s\S]*?-->|\s)+/, ""),
    )
  ) {
    return "html";
  }
  return isMail(sample) ? "mail" : "other";
}

/** Latin letters of the beginning, whatever it is encoded in. */
function sampleOf(bytes: Uint8Array): string {
  const first = bytes.subarray(0, sampleBytes);
  return Buffer.from(first)
    .toString("latin1")
    .replaceAll("\u0000", "")
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .trimStart();
}

function zipKindOf(bytes: Uint8Array): ContentKind {
  let names: readonly string[];
  try {
    names = new ZipArchive(bytes).names;
  } catch {
    // The reader of workbooks says what is wrong with the archive.
    return "xlsx";
  }
  if (names.includes("header.json")) return "pouch";
  return names.some((name) => name.startsWith("word/")) ? "docx" : "xlsx";
}

const compoundSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function isCompoundFile(bytes: Uint8Array): boolean {
  return compoundSignature.every((byte, at) => bytes[at] === byte);
}

/** Outlook's messages keep each property in a stream of that name, in UTF-16. */
function holdsMessage(bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (
    whole.includes(Buffer.from("__substg1.0_", "utf16le")) ||
    whole.includes(Buffer.from("__properties_version1.0", "utf16le"))
  );
}

/** Fields that only a mail program writes. A cable has lines of FROM and SUBJECT as well. */
const mailOnly =
  /^(?:mime-version|message-id|received|return-path|delivered-to|x-mailer|content-transfer-encoding|dkim-signature)$/i;

function isMail(sample: string): boolean {
  const lines = sample.replace(/^From .*\r?\n/, "").split(/\r\n|\n|\r/);
  let fields = 0;
  let isSure = false;
  for (const line of lines) {
    if (line === "") break;
    if (/^[ \t]/.test(line)) continue;
    const [, name = ""] = /^([A-Za-z][A-Za-z0-9-]{0,70}):/.exec(line) ?? [];
    if (name === "") break;
    // What says that it has parts, or a mail in it, is no cable's.
    fields += /^content-type:\s*(?:multipart|message)\//i.test(line) ? 2 : 1;
    isSure ||=
      mailOnly.test(name) ||
      /^content-type:\s*[a-z]+\/[a-z]/i.test(line) ||
      /^date: (?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}/i.test(line);
  }
  return isSure && fields >= 2;
}
