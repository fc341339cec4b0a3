// Parts of a mail that the library does not decode: letters the mail does not name, or names by what none can be read by;
// and files in uuencode.
import { isUtf8 } from "node:buffer";
import { AppError } from "#core/host/errors.ts";
import { declaredCharset } from "./html-text.ts";
import { uudecoded } from "./uuencode.ts";

/** A part of a mail, as the library keeps it. */
export interface MimeNode {
  content: ArrayBuffer | null;
  readonly contentTransferEncoding: { readonly encoding: string };
  readonly contentType: {
    readonly parsed: { readonly value: string; readonly params: Record<string, string | undefined> };
  };
}

/** They say nothing: programs name them whatever they send, or where they do not know. */
const unsaid: ReadonlySet<string> = new Set([
  "",
  "us-ascii",
  "ascii",
  "ansi_x3.4-1968",
  "unknown",
  "x-unknown",
  "unknown-8bit",
  "8bit",
  "default",
]);

/** Throws as `settleLetters` does. */
export function settle(node: MimeNode): void {
  const { content, contentTransferEncoding } = node;
  if (content !== null && /^(?:x-)?uu(?:e|encode)$/.test(contentTransferEncoding.encoding)) {
    node.content = uudecoded(Buffer.from(content).toString("latin1"))?.slice().buffer ?? content;
  }
  settleLetters(node);
}

/**
 * Gives a part of the message a letter set where it has none: what a page says of itself, UTF-8 where the bytes can be
 * that, else Windows-1252. Throws `file/encoding` (fact: encoding) for UTF-7, which the library would show undecoded.
 */
function settleLetters({ content, contentType }: MimeNode): void {
  const { value, params } = contentType.parsed;
  if (content === null || !/^text\/(?:plain|html)$/.test(value)) return;
  const said = (params["charset"] ?? "").trim().toLowerCase();
  const bytes = new Uint8Array(content);
  // Letters of ASCII but for its sign stand as they are.
  if (/^(?:x-)?(?:unicode-1-1-)?utf-?7$/.test(said) && bytes.includes(0x2b)) {
    throw new AppError("file/encoding", { encoding: said });
  }
  if (!unsaid.has(said)) return;
  const ofPage = value === "text/html" ? declaredCharset(bytes) : null;
  params["charset"] = ofPage ?? (isUtf8(bytes) ? "utf-8" : "windows-1252");
}
