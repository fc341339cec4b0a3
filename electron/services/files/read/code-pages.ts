// Windows code pages by their numbers, as RTF and Outlook name them. What they cannot read becomes U+FFFD.
import { decodeDosPage } from "./dos-pages.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

const labels: Readonly<Record<number, string>> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  10007: "x-mac-cyrillic",
  20866: "koi8-r",
  20932: "euc-jp",
  21866: "koi8-u",
  50220: "iso-2022-jp",
  51949: "euc-kr",
  54936: "gb18030",
  65001: "utf-8",
};

/** ASCII, Latin-1 and what nobody has said are read as the web reads them. */
const western: ReadonlySet<number> = new Set([0, 1252, 20127, 28591]);

function labelOf(page: number): string {
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  if (page >= 28592 && page <= 28606) return `iso-8859-${page - 28590}`;
  return labels[page] ?? "";
}

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<number, Decoder | null>();

function decoderOf(page: number): Decoder | null {
  const known = decoders.get(page);
  if (known !== undefined) return known;
  let decoder: Decoder | null = null;
  try {
    decoder = new TextDecoder(labelOf(page), { ignoreBOM: true });
  } catch {
    // No decoder here knows the page, so that only its ASCII is sure.
  }
  decoders.set(page, decoder);
  return decoder;
}

export function decodeCodePage(bytes: Uint8Array, page: number): string {
  if (page === 437 || page === 850) return decodeDosPage(bytes, page);
  const text = western.has(page) ? decodeWindows1252(bytes) : decoderOf(page)?.decode(bytes);
  return (
    text ??
    Buffer.from(bytes)
      .toString("latin1")
      .replaceAll(/[\u0080-\u00ff]/g, "\ufffd")
  );
}

/** The code page that a font's character set of RTF is written in; null for the document's own. */
export function pageOfCharset(charset: number): number | null {
  return pagesByCharset[charset] ?? null;
}

const pagesByCharset: Readonly<Record<number, number>> = {
  // Signs of a symbol font stand where Latin letters do.
  2: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
