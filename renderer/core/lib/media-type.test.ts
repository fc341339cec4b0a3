// What a file is by its first bytes, whatever it is called.
import { expect, test } from "vitest";
import { mediaTypeOf } from "./media-type.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test.each([
  ["%PDF-1.7\n", "application/pdf"],
  ["\x89PNG\r\n\x1a\nrest", "image/png"],
  ["RIFF\x10\0\0\0WEBPVP8 ", "image/webp"],
  ["RIFF\x10\0\0\0WAVEfmt ", "audio/wav"],
  ["\0\0\0\x18ftypmp42", "video/mp4"],
  [
    "PK\x03\x04\x14\0\0\0[Content_Types].xml" + "x".repeat(20_000) + "PK\x01\x02word/document.xml",
    wordType(),
  ],
  ["PK\x03\x04\x14\0a.txt", "application/zip"],
  ["MZ\x90\0", "application/x-msdownload"],
  ["  <!DOCTYPE html><p>", "text/html"],
  ["FM AMEMBASSY PARIS\r\n\xc3\xa9", "text/plain"],
  ["", "application/octet-stream"],
  ["\x01\x02\x03", "application/octet-stream"],
  // Says it is a PDF further down, and is a text.
  ["see %PDF-1.7", "text/plain"],
])("%j is %s", (text, wanted) => {
  expect(mediaTypeOf(bytes(text))).toBe(wanted);
});

function wordType(): string {
  return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
