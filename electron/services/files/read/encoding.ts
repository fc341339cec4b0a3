// From bytes to text: finds the encoding, and never replaces what it cannot read.
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
 * of it. Throws `file/encoding` (facts: encoding) where the bytes are not valid under it, `file/binary` for NULs.
 */
export function decode(bytes: Uint8Array, chosen: Encoding | null): Decoded {
  const encoding = chosen ?? marked(bytes) ?? unmarkedUtf16(bytes);
  if (encoding) return { encoding, text: decodeAs(bytes, encoding) };
  if (bytes.includes(0)) throw new AppError("file/binary", { looksLike: "unknown" });
  try {
    return { encoding: "utf-8", text: decodeAs(bytes, "utf-8") };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { encoding: "windows-1252", text: decodeAs(bytes, "windows-1252") };
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

function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === "windows-1252") {
    const text = decodeWindows1252(bytes);
    if (text === null) throw new AppError("file/encoding", { encoding });
    return text;
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError("file/encoding", { encoding }, { cause: error });
  }
}
