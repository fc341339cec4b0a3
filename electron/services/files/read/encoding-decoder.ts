// Decoders that never replace what they cannot read, and the marks that say which is needed.
import { isUtf8 } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
import { AppError } from "#core/host/errors.ts";
import type { Encoding } from "#core/host/open-files.ts";
import { decodeDosPage } from "./dos-pages.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

const boms: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

/** What a byte order mark says. */
export function marked(bytes: Uint8Array): Encoding | null {
  return boms.find((bom) => bom.bytes.every((byte, at) => bytes[at] === byte))?.encoding ?? null;
}

type TakePiece = (piece: Uint8Array, isLast: boolean) => string;

/** Takes the pieces of `bytes` in their order. Throws `file/encoding` (facts: encoding). */
export function decoderOf(bytes: Uint8Array, encoding: Encoding): TakePiece {
  const wrong = (cause?: unknown) => new AppError("file/encoding", { encoding }, { cause });
  if (encoding === "windows-1252") {
    return (piece) => {
      const text = decodeWindows1252(piece);
      if (text === null) throw wrong();
      return text;
    };
  }
  if (encoding === "ibm437") return (piece) => decodeDosPage(piece, 437);
  if (encoding === "ibm850") return (piece) => decodeDosPage(piece, 850);
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
