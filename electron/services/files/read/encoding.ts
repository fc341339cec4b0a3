// From bytes to text: finds the encoding, and never replaces what it cannot read.
import { isUtf8 } from "node:buffer";
import { AppError } from "#core/host/errors.ts";
import type { Encoding } from "#core/host/open-files.ts";
import { decoderOf, marked } from "./encoding-decoder.ts";
import { guessEncoding } from "./encoding-guess.ts";

export interface Decoded {
  readonly encoding: Encoding;
  /** Without a byte order mark. */
  readonly text: string;
}

/** Share of one half of the byte pairs that must be NUL before bytes without a mark count as UTF-16. */
const nulShare = 0.4;

/**
 * Mark first, then the pattern of NULs, then UTF-8, and where that does not fit what the letters look like. `chosen`
 * overrules all of it. Throws `file/binary` for NULs.
 */
export function encodingOf(bytes: Uint8Array, chosen: Encoding | null): Encoding {
  const said = chosen ?? marked(bytes);
  if (said) return said;
  if (!bytes.includes(0)) return isUtf8(bytes) ? "utf-8" : guessEncoding(bytes);
  const wide = unmarkedUtf16(bytes);
  if (wide === null) throw new AppError("file/binary", { looksLike: "unknown" });
  return wide;
}

/** Throws as `encodingOf` and `piecesOf` do. */
export function decode(bytes: Uint8Array, chosen: Encoding | null): Decoded {
  const encoding = encodingOf(bytes, chosen);
  return { encoding, text: [...piecesOf(bytes, encoding)].join("") };
}

/** Small enough to be forgotten as soon as it has been read. */
export const pieceBytes = 64 * 1024;

/**
 * The text piece by piece, without a byte order mark; a piece may end within a line, never within a letter. Throws
 * `file/encoding` (facts: encoding) at the latest where the bytes are not valid under it.
 */
export function* piecesOf(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const take = decoderOf(bytes, encoding);
  for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
    yield take(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.byteLength);
  }
}

/** The UTF-16 that bytes are marked as, or look like. */
export function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const found = marked(bytes) ?? unmarkedUtf16(bytes);
  return found === "utf-16le" || found === "utf-16be" ? found : null;
}

function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.byteLength % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < bytes.byteLength; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const enough = (bytes.byteLength / 2) * nulShare;
  if (odd > enough && even === 0) return "utf-16le";
  if (even > enough && odd === 0) return "utf-16be";
  return null;
}
