// Texts in every dress they come in, and what is no text at all.
import { describe, expect, test } from "vitest";
import { type Encoding, readAsFound } from "#core/host/open-files.ts";
import { limits } from "./limits.ts";
import { readContent } from "./index.ts";

const cable = "FM AMEMBASSY PARIS\r\nTO SECSTATE\r\n“Démarche” – 41 €\n";
const ascii = "FM AMEMBASSY PARIS\nTO SECSTATE\n";

function utf16(text: string, order: "le" | "be", mark: boolean): Buffer {
  const little = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return order === "le" ? little : Buffer.from(little).swap16();
}

function latin(...bytes: number[]): Buffer {
  return Buffer.concat([Buffer.from("NOTE "), Buffer.from(bytes)]);
}

function read(bytes: Uint8Array, encoding: Encoding | null = null) {
  return readContent({ kind: "text", bytes, ...readAsFound, encoding });
}

describe("encodings", () => {
  test.each<[string, Buffer, Encoding, string]>([
    ["UTF-8", Buffer.from(cable), "utf-8", cable],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${cable}`), "utf-8", cable],
    ["UTF-16 LE with a mark", utf16(cable, "le", true), "utf-16le", cable],
    ["UTF-16 BE with a mark", utf16(cable, "be", true), "utf-16be", cable],
    ["UTF-16 LE without", utf16(ascii, "le", false), "utf-16le", ascii],
    ["UTF-16 BE without", utf16(ascii, "be", false), "utf-16be", ascii],
    ["Windows-1252", latin(0x93, 0xe9, 0x94, 0x20, 0x96, 0x20, 0x80), "windows-1252", "NOTE “é” – €"],
    ["Latin-1, the same where they agree", latin(0xc9, 0x74, 0xe9), "windows-1252", "NOTE Été"],
    ["a text in Arabic", Buffer.from("مذكرة"), "utf-8", "مذكرة"],
    ["carriage returns alone", Buffer.from("a\rb\r"), "utf-8", "a\rb\r"],
    ["a form feed between pages", Buffer.from("page 1\fpage 2"), "utf-8", "page 1\fpage 2"],
  ])("%s", (_name, bytes, encoding, text) => {
    expect(read(bytes)).toMatchObject({ kind: "text", encoding, text, table: null });
  });

  test("every sign of Windows-1252", () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte).filter(
      (byte) => byte >= 0x80 && ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte),
    );
    const { text, encoding } = read(latin(...bytes));
    expect(encoding).toBe("windows-1252");
    expect(text.slice(5)).toBe(
      "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ" +
        Array.from({ length: 96 }, (_, at) => String.fromCharCode(0xa0 + at)).join(""),
    );
  });

  test("a chosen encoding overrules what was found", () => {
    expect(read(Buffer.from("é"), "windows-1252").text).toBe("Ã©");
    expect(read(utf16("Привет мир", "be", false), "utf-16be").text).toBe("Привет мир");
  });

  test.each<[string, Buffer, Encoding]>([
    ["UTF-8 with a stray byte", latin(0xe9), "utf-8"],
    ["overlong UTF-8", latin(0xc0, 0xaf), "utf-8"],
    ["half a surrogate pair", Buffer.from([0x41, 0x00, 0x00, 0xd8, 0x41, 0x00]), "utf-16le"],
    ["bytes Windows-1252 has no sign for", latin(0x81), "windows-1252"],
  ])("%s is not valid when chosen", (_name, bytes, encoding) => {
    expect(() => read(bytes, encoding)).toThrow(
      expect.objectContaining({ code: "file/encoding", facts: { encoding } }),
    );
  });
});

describe("what is refused", () => {
  test.each<[string, Uint8Array, string, Record<string, unknown>]>([
    ["nothing", Buffer.alloc(0), "file/empty", {}],
    ["a mark alone", Buffer.from("\ufeff"), "file/empty", {}],
    ["white space alone", Buffer.from(" \r\n\t\n"), "file/empty", {}],
    [
      "a zip, as DOCX and XLSX are",
      Buffer.from("PK\u0003\u0004rest"),
      "file/bad-archive",
      { fault: "damaged" },
    ],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "file/binary", { looksLike: "PDF" }],
    [
      "an old Word file",
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      "file/binary",
      { looksLike: "DOC, XLS, MSG" },
    ],
    ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), "file/binary", { looksLike: "PNG" }],
    ["NULs", Buffer.from("text\u0000text\u0000\u0000"), "file/binary", { looksLike: "unknown" }],
    [
      "noise",
      Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 37) % 32)),
      "file/binary",
      { looksLike: "unknown" },
    ],
    ["no encoding at all", latin(0x81, 0xfe), "file/encoding", { encoding: "windows-1252" }],
    ["more than 50 MB", new Uint8Array(limits.fileBytes + 1), "file/too-large", { limitMegabytes: 50 }],
    [
      "a line of 50 MB",
      Buffer.concat([Buffer.from("a\r\nb\n"), Buffer.alloc(limits.fileBytes - 100, "x")]),
      "file/line-too-long",
      { line: 3 },
    ],
  ])("%s", (_name, bytes, code, facts) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code, facts }));
  });
});
