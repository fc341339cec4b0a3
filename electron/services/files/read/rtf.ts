// The text of an RTF document, as other programs than Word save one. What is drawn, embedded or deleted is left alone.
import { AppError } from "#core/host/errors.ts";
import type { ReadJob } from "#core/host/open-files.ts";
import { refuseLarge } from "./limits.ts";
import type { PackedFile } from "./packed-rows.ts";
import { textOfRtf } from "./rtf-text.ts";
import { checkText } from "./text.ts";

/**
 * Throws `file/too-large`, `file/bad-document` (fact: part) for what is cut off or too deep, `file/encoding` where letters
 * cannot be read, and as `checkText` does.
 */
export function readRtf({ bytes }: ReadJob): PackedFile {
  refuseLarge(bytes.byteLength);
  const text = textIn(bytes);
  if (text.includes("\ufffd")) throw new AppError("file/encoding", { encoding: "RTF" });
  checkText([text]);
  return { kind: "text", encoding: null, text, parts: [], part: 0, table: null };
}

function textIn(bytes: Uint8Array): string {
  try {
    return textOfRtf(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError("file/bad-document", { part: "RTF" }, { cause: error });
  }
}
