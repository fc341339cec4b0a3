// The text of a file that is nothing but text.
import { AppError } from "#core/host/errors.ts";
import type { ReadJob } from "#core/host/open-files.ts";
import { isMostlyControls, looksLike, sampleLength } from "./binary.ts";
import { type Decoded, decode } from "./encoding.ts";
import { limits, refuseLarge } from "./limits.ts";

/**
 * The text of a file, checked for what no reader takes. Throws `file/empty`, `file/too-large` (facts: limitMegabytes),
 * `file/binary` (looksLike), `file/encoding` (encoding), `file/line-too-long` (line).
 */
export function decodeChecked({ bytes, encoding }: ReadJob): Decoded {
  refuseLarge(bytes.byteLength);
  refuseBinary(bytes);
  const decoded = decode(bytes, encoding);
  checkText([decoded.text]);
  return decoded;
}

/**
 * Throws `file/binary` (facts: looksLike) for what the first bytes tell to be no text, and `file/bad-archive` (fault) where
 * it is kept under a password.
 */
export function refuseBinary(bytes: Uint8Array): void {
  const kind = looksLike(bytes);
  if (kind !== null && isEncryptedPackage(bytes))
    throw new AppError("file/bad-archive", { fault: "encrypted" });
  if (kind !== null) throw new AppError("file/binary", { looksLike: kind });
}

/** A workbook or document with a password is a stream of this name in a file as old programs wrote them. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes[0] === 0xd0 && whole.includes(Buffer.from("EncryptedPackage", "utf16le"));
}

/** What no text may be, wherever it comes from, in whatever pieces. Throws `file/empty`, `file/binary` and `file/line-too-long`. */
export function checkText(pieces: Iterable<string>): void {
  let sample = "";
  let isEmpty = true;
  let hasNul = false;
  const lines = new LineLengths();
  for (const piece of pieces) {
    if (sample.length < sampleLength) sample += piece.slice(0, sampleLength - sample.length);
    isEmpty &&= piece.trim() === "";
    hasNul ||= piece.includes("\u0000");
    lines.take(piece);
  }
  if (isEmpty) throw new AppError("file/empty");
  if (hasNul || isMostlyControls(sample)) throw new AppError("file/binary", { looksLike: "unknown" });
  if (lines.tooLong !== null) throw new AppError("file/line-too-long", { line: lines.tooLong });
}

class LineLengths {
  /** The first line that is longer than any may be. */
  tooLong: number | null = null;
  #line = 1;
  #length = 0;
  #endsInReturn = false;

  take(piece: string): void {
    let start = 0;
    for (const { index, 0: ending } of piece.matchAll(/\r\n|\n|\r/g)) {
      // The second half of a line break that two pieces share.
      const isRest = index === 0 && ending === "\n" && this.#endsInReturn;
      this.#grow(index - start);
      if (!isRest) this.#line += 1;
      this.#length = 0;
      start = index + ending.length;
    }
    this.#grow(piece.length - start);
    if (piece !== "") this.#endsInReturn = piece.endsWith("\r");
  }

  #grow(letters: number): void {
    this.#length += letters;
    if (this.#length > limits.lineLength) this.tooLong ??= this.#line;
  }
}
