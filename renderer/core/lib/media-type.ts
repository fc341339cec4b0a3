// What a file is by its bytes. Its name may say anything.

interface Sign {
  readonly at: number;
  readonly bytes: string;
  readonly type: string;
}

/** Texts in Latin-1, as bytes stand in a file. The first that fits counts. */
const signs: readonly Sign[] = [
  { at: 0, bytes: "%PDF-", type: "application/pdf" },
  { at: 0, bytes: "\x89PNG\r\n\x1a\n", type: "image/png" },
  { at: 0, bytes: "\xff\xd8\xff", type: "image/jpeg" },
  { at: 0, bytes: "GIF8", type: "image/gif" },
  { at: 8, bytes: "WEBP", type: "image/webp" },
  { at: 0, bytes: "II*\0", type: "image/tiff" },
  { at: 0, bytes: "MM\0*", type: "image/tiff" },
  { at: 4, bytes: "ftypheic", type: "image/heic" },
  { at: 4, bytes: "ftypM4A", type: "audio/mp4" },
  { at: 4, bytes: "ftypqt", type: "video/quicktime" },
  { at: 4, bytes: "ftyp", type: "video/mp4" },
  { at: 0, bytes: "\x1aE\xdf\xa3", type: "video/webm" },
  { at: 0, bytes: "ID3", type: "audio/mpeg" },
  { at: 0, bytes: "\xff\xfb", type: "audio/mpeg" },
  { at: 0, bytes: "OggS", type: "audio/ogg" },
  { at: 8, bytes: "WAVE", type: "audio/wav" },
  { at: 0, bytes: "{\\rtf", type: "application/rtf" },
  { at: 0, bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", type: "application/x-ole-storage" },
  { at: 0, bytes: "7z\xbc\xaf\x27\x1c", type: "application/x-7z-compressed" },
  { at: 0, bytes: "Rar!\x1a\x07", type: "application/vnd.rar" },
  { at: 0, bytes: "\x1f\x8b", type: "application/gzip" },
  { at: 0, bytes: "MZ", type: "application/x-msdownload" },
  { at: 0, bytes: "\x7fELF", type: "application/x-executable" },
];

const zip = "PK\x03\x04";
/** What stands near the beginning or the end of a zip that is something more. */
const zipContents: readonly (readonly [mark: string, type: string])[] = [
  ["mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"],
  [
    "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.spreadsheet",
  ],
  [
    "mimetypeapplication/vnd.oasis.opendocument.presentation",
    "application/vnd.oasis.opendocument.presentation",
  ],
  ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
];

const looked = 8192;
const unknown = "application/octet-stream";
/** Control characters that texts do hold: tab, line feed, vertical tab, form feed, carriage return, escape. */
const inTexts: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 27]);

/** An IANA media type, or `application/octet-stream`. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const head = latin1(bytes.subarray(0, looked));
  const sign = signs.find(({ at, bytes: wanted }) => head.startsWith(wanted, at));
  if (sign) return sign.type;
  if (head.startsWith(zip)) return zipType(head + latin1(bytes.subarray(-looked)));
  if (head === "" || !isText(bytes.subarray(0, looked))) return unknown;
  return /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)/i.test(head) ? "text/html" : "text/plain";
}

function zipType(text: string): string {
  return zipContents.find(([mark]) => text.includes(mark))?.[1] ?? "application/zip";
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => (byte >= 32 && byte !== 127) || inTexts.has(byte));
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
