// RTF in its pieces: groups, control words and signs, bytes of text. Bytes that follow a length are passed over unread.

export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  /** A control word, with its number where it has one. */
  | { readonly kind: "word"; readonly word: string; readonly number: number | null }
  /** A control sign: what follows the backslash where that is no letter. */
  | { readonly kind: "sign"; readonly sign: string }
  /** Text as it stands. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  /** One byte of text, written in hexadecimals. */
  | { readonly kind: "byte"; readonly byte: number };

const codes = { open: 0x7b, close: 0x7d, backslash: 0x5c, quote: 0x27, blank: 0x20, minus: 0x2d } as const;

/** Letters of the longest control word, and digits of the longest number, of which the rest is no part. */
const mostLetters = 32;
const mostDigits = 10;

const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** Line breaks of the file say nothing, and NULs are filling. */
const isNothing = (code: number): boolean => code === 0x0a || code === 0x0d || code === 0;
const isMark = (code: number): boolean =>
  code === codes.open || code === codes.close || code === codes.backslash;

export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken, void> {
  let at = 0;
  const codeAt = (index: number): number => bytes[index] ?? 0;
  while (at < bytes.length) {
    const code = codeAt(at);
    if (isNothing(code)) {
      at += 1;
    } else if (code === codes.open || code === codes.close) {
      at += 1;
      yield { kind: code === codes.open ? "open" : "close" };
    } else if (code !== codes.backslash) {
      const from = at;
      while (at < bytes.length && !isMark(codeAt(at)) && !isNothing(codeAt(at))) at += 1;
      yield { kind: "bytes", bytes: bytes.subarray(from, at) };
    } else if (isLetter(codeAt(at + 1))) {
      const { word, number, end } = wordAt(bytes, at + 1);
      at = end + (word === "bin" ? Math.max(0, number ?? 0) : 0);
      yield { kind: "word", word, number };
    } else if (codeAt(at + 1) === codes.quote) {
      const byte = byteOf(codeAt(at + 2), codeAt(at + 3));
      at += 4;
      // Two signs that are no number stand for a letter nobody can read.
      if (byte === null) yield { kind: "sign", sign: "\ufffd" };
      else yield { kind: "byte", byte };
    } else {
      at += 2;
      if (at <= bytes.length) yield { kind: "sign", sign: String.fromCharCode(codeAt(at - 1)) };
    }
  }
}

function wordAt(bytes: Uint8Array, from: number) {
  let at = from;
  while (at < from + mostLetters && isLetter(bytes[at] ?? 0)) at += 1;
  const word = Buffer.from(bytes.subarray(from, at)).toString("latin1");
  const numberFrom = at;
  if (bytes[at] === codes.minus && isDigit(bytes[at + 1] ?? 0)) at += 1;
  while (at < numberFrom + mostDigits && isDigit(bytes[at] ?? 0)) at += 1;
  const digits = Buffer.from(bytes.subarray(numberFrom, at)).toString("latin1");
  // One blank ends the word and is no text.
  return {
    word,
    number: digits === "" ? null : Number(digits),
    end: bytes[at] === codes.blank ? at + 1 : at,
  };
}

function byteOf(high: number, low: number): number | null {
  const pair = String.fromCharCode(high, low);
  return /^[\da-f]{2}$/i.test(pair) ? Number.parseInt(pair, 16) : null;
}
