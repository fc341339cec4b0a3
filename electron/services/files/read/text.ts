// The text of a file that is nothing but text.
import { AppError } from "#core/host/errors.ts";
import type { ReadJob } from "#core/host/open-files.ts";
import { isMostlyControls, looksLike } from "./binary.ts";
import { type Decoded, decode } from "./encoding.ts";
import { limitMegabytes, limits } from "./limits.ts";

/**
 * The text of a file, checked for what no reader takes. Throws `file/empty`, `file/too-large` (facts: limitMegabytes),
 * `file/binary` (looksLike), `file/encoding` (encoding), `file/line-too-long` (line).
 */
export function decodeChecked({ bytes, encoding }: ReadJob): Decoded {
  if (bytes.byteLength > limits.fileBytes) throw new AppError("file/too-large", { limitMegabytes });
  const kind = looksLike(bytes);
  if (kind !== null) throw new AppError("file/binary", { looksLike: kind });
  const decoded = decode(bytes, encoding);
  if (decoded.text.trim() === "") throw new AppError("file/empty");
  checkText(decoded.text);
  return decoded;
}

/** What no text may be, wherever it comes from. Throws `file/binary` and `file/line-too-long`. */
export function checkText(text: string): void {
  if (text.includes("\u0000") || isMostlyControls(text)) {
    throw new AppError("file/binary", { looksLike: "unknown" });
  }
  refuseLongLines(text);
}

function refuseLongLines(text: string): void {
  let line = 1;
  let start = 0;
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r|$/g)) {
    if (index - start > limits.lineLength) throw new AppError("file/line-too-long", { line });
    start = index + ending.length;
    line += 1;
  }
}
