// What a file is its bytes say; a person who opens it at the wrong door gets it as what it is.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readAsFound } from "#core/host/open-files.ts";
import type { FileKind } from "#core/host/shapes.ts";
import { readContent } from "./index.ts";
import { contentKindOf } from "./kind.ts";
import { zipOf } from "./made-workbook.ts";

const cable = "UNCLASSIFIED\nFM SECSTATE WASHDC\nTO AMEMBASSY ROME\nSUBJECT: TALKS\n1. ACTION REQUEST.\n";
const list = "name,city,country\nA,Rome,Italy\nB,Bern,Switzerland\n";

test.each([
  ["cards", Buffer.from("BEGIN:VCARD\nEND:VCARD"), "vcf"],
  ["cards behind blanks and a mark, in small letters", Buffer.from("\ufeff\r\n begin:vcard\n"), "vcf"],
  ["a calendar in UTF-16", Buffer.from("\ufeffBEGIN:VCALENDAR\n", "utf16le"), "ics"],
  ["a page behind a comment", Buffer.from("<!-- x -->\n<!DOCTYPE html><p>"), "html"],
  ["an RTF document", Buffer.from("{\\rtf1\\ansi words}"), "rtf"],
  ["a fragment of a page is a text", Buffer.from("<p>words</p>"), "other"],
  ["a mail", Buffer.from("From: a@b\nSubject: x\nMIME-Version: 1.0\n\nwords"), "mail"],
  [
    "a mail that says no more than its parts",
    Buffer.from("Content-Type: multipart/mixed; boundary=b\n\n--b"),
    "mail",
  ],
  [
    "a mail without its path",
    Buffer.from("From: a@b\nSubject: x\nContent-Type: text/plain\n\nwords"),
    "mail",
  ],
  ["a mail from a mailbox", Buffer.from("From a@b Tue Nov 24\nReceived: x\nFrom: a@b\n\nwords"), "mail"],
  [
    "a cable with lines like a mail's",
    Buffer.from("FROM: AMEMBASSY ROME\nTO: SECSTATE\nSUBJECT: TALKS\n\n1. WORDS"),
    "other",
  ],
  ["a document", zipOf([{ name: "word/document.xml", content: "" }]), "docx"],
  ["a workbook", zipOf([{ name: "xl/workbook.xml", content: "" }]), "xlsx"],
  ["a pouch", zipOf([{ name: "header.json", content: "{}" }]), "pouch"],
  ["a document of an old Office", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), "other"],
  ["nothing", new Uint8Array(), "other"],
])("%s", (_name, bytes, kind) => {
  expect(contentKindOf(bytes)).toBe(kind);
});

const kindAs = (kind: FileKind, bytes: Uint8Array): string =>
  readContent({ kind, bytes, ...readAsFound }).kind;

describe("doors", () => {
  test.each<[string, string, FileKind]>([
    ["a cable", cable, "text"],
    ["a list with commas", list, "table"],
    ["a list with semicolons", list.replaceAll(",", ";"), "table"],
    ["cards", "BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n", "table"],
    ["a page", "<html><body>words", "text"],
    ["an RTF document", "{\\rtf1 words}", "text"],
  ])("%s is the same at both", (_name, text, kind) => {
    expect([kindAs("text", Buffer.from(text)), kindAs("table", Buffer.from(text))]).toEqual([kind, kind]);
  });

  test("two columns are what they were opened as", () => {
    const text = Buffer.from("name,city\nA,Rome\nB,Bern\n");
    expect([kindAs("text", text), kindAs("table", text)]).toEqual(["text", "table"]);
  });
});

const data = new URL("../../../../../shared/data/", import.meta.url);
const kindsIn = (folder: string, ending: string): Set<string> => {
  const at = new URL(`${folder}/`, data);
  const files = readdirSync(at).filter((name) => name.endsWith(ending));
  return new Set(
    files.flatMap((name) =>
      (["text", "table"] as const).map((kind) => kindAs(kind, readFileSync(new URL(name, at)))),
    ),
  );
};

test.skipIf(!existsSync(data))(
  "real telegrams are texts, real lists are lists (skipped where ../shared/data is not there)",
  () => {
    expect([...kindsIn("cables", ".txt")]).toEqual(["text"]);
    expect([...kindsIn("posts", ".csv")]).toEqual(["table"]);
  },
);
