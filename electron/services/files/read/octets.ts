// The bytes of a file of content lines as a text that keeps their places: letters are told only value by value, because
// one file may hold several encodings, and a folded line may break in the middle of a letter.
import { AppError } from "#core/host/errors.ts";
import type { Encoding } from "#core/host/open-files.ts";
import { encodings } from "#core/host/shapes.ts";
import { wideEncoding } from "./encoding.ts";
import { decoderOf } from "./encoding-decoder.ts";
import { guessEncoding } from "./encoding-guess.ts";
import { refuseLarge } from "./limits.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

export class Octets {
  /** One unit a byte (Latin-1), or a UTF-16 code unit where the file is written in those. No byte order mark. */
  readonly text: string;
  /** Where `text` begins, and how many bytes a unit has. */
  readonly #start: number;
  readonly #unit: 1 | 2;
  readonly #chosen: Encoding | null;
  /** Of values that are not UTF-8 and do not say what they are; null as long as none was met. */
  #likely: Encoding | null = null;

  /** Throws `file/too-large`, `file/empty`, and `file/encoding` where bytes are not valid UTF-16 though they say so. */
  constructor(bytes: Uint8Array, chosen: Encoding | null) {
    refuseLarge(bytes.byteLength);
    const wide = chosen === null ? wideEncoding(bytes) : chosen.startsWith("utf-16") ? chosen : null;
    this.#chosen = wide ?? chosen;
    this.#unit = wide === null ? 1 : 2;
    this.#start = markLength(bytes, wide);
    const body = bytes.subarray(this.#start);
    this.text = wide === null ? latin1(body) : decoded(body, wide);
    if (this.text.trim() === "") throw new AppError("file/empty");
  }

  /** By which the file was read: what was chosen, else UTF-8, or what its letters look like where a value was not UTF-8. */
  get encoding(): Encoding {
    return this.#chosen ?? this.#likely ?? "utf-8";
  }

  /** The place in the file of a place in `text`. */
  byteAt(unit: number): number {
    return this.#start + unit * this.#unit;
  }

  /** The letters of a part of `text`; null where they cannot be read. `charset` is what the value says of itself. */
  letters(part: string, charset: string): string | null {
    if (this.#unit === 2) return part;
    return isAscii(part) ? part : this.lettersOf(Buffer.from(part, "latin1"), charset);
  }

  /** The same of bytes a value was written as. */
  lettersOf(bytes: Uint8Array, charset: string): string | null {
    if (charset !== "") return lettersAs(bytes, charset);
    if (this.#chosen !== null && this.#unit === 1) return lettersAs(bytes, this.#chosen);
    const text = lettersAs(bytes, "utf-8");
    if (text !== null) return text;
    this.#likely ??= guessEncoding(unprinted(this.text.slice(0, mostGuessed)));
    return lettersAs(bytes, this.#likely);
  }
}

/** As much of a file as is looked at for its letters. */
const mostGuessed = 4_000_000;

/** Bytes of quoted-printable, of a text of one unit a byte. What is no code stays as it stands. */
export function unprinted(raw: string): Uint8Array {
  const text = raw.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(text, "latin1");
}

function lettersAs(bytes: Uint8Array, charset: string): string | null {
  const name = charset.trim().toLowerCase();
  // What calls itself Latin-1 is Windows-1252 in practice, and by the WHATWG's list.
  if (/^(?:windows-1252|cp-?1252|iso-?8859-1|latin-?1|us-ascii)$/.test(name)) return decodeWindows1252(bytes);
  const own = encodings.find((encoding) => encoding === name);
  try {
    return own ? decoderOf(bytes, own)(bytes, true) : new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markLength(bytes: Uint8Array, wide: Encoding | null): number {
  if (wide === null) return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const [first, second] = wide === "utf-16le" ? [0xff, 0xfe] : [0xfe, 0xff];
  return bytes[0] === first && bytes[1] === second ? 2 : 0;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError("file/encoding", { encoding }, { cause: error });
  }
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
