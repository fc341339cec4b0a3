// From bytes to text: finds the encoding, and never replaces what it cannot read.
import { isUtf8 } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
import { AppError } from "#core/host/errors.ts";
import type { Encoding } from "#core/host/open-files.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

export interface Decoded {
  readonly encoding: Encoding;
  /** Without a byte order mark. */
  readonly text: string;
}

const boms: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

/** Share of one half of the byte pairs that must be NUL before bytes without a mark count as UTF-16. */
const nulShare = 0.4;

/**
 * Mark first, then the pattern of NULs, then UTF-8, and Windows-1252 where UTF-8 does not fit. `chosen` overrules all
 * of it. Throws `file/binary` for NULs.
 */
export function encodingOf(bytes: Uint8Array, chosen: Encoding | null): Encoding {
  const said = chosen ?? marked(bytes);
  if (said) return said;
  if (!bytes.includes(0)) return isUtf8(bytes) ? "utf-8" : "windows-1252";
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

function marked(bytes: Uint8Array): Encoding | null {
  return boms.find((bom) => bom.bytes.every((byte, at) => bytes[at] === byte))?.encoding ?? null;
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

type TakePiece = (piece: Uint8Array, isLast: boolean) => string;

function decoderOf(bytes: Uint8Array, encoding: Encoding): TakePiece {
  const wrong = (cause?: unknown) => new AppError("file/encoding", { encoding }, { cause });
  if (encoding === "windows-1252") {
    return (piece) => {
      const text = decodeWindows1252(piece);
      if (text === null) throw wrong();
      return text;
    };
  }
  if (encoding === "utf-8") {
    if (!isUtf8(bytes)) throw wrong();
    const decoder = new StringDecoder("utf8");
    return (piece) => {
      const isMarked = piece.byteOffset === bytes.byteOffset && marked(piece) === "utf-8";
      return decoder.write(isMarked ? piece.subarray(3) : piece);
    };
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (piece, isLast) => {
    try {
      return decoder.decode(piece, { stream: !isLast });
    } catch (error) {
      throw wrong(error);
    }
  };
}
