// File names every system takes.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { freeName, nameParts, safeFileName } from "./safe-name.ts";

test.each([
  ["Status report", "Status report.docx"],
  ["Paris: 41/56 <draft>", "Paris- 41-56 -draft-.docx"],
  ["../../etc/passwd", "-..-etc-passwd.docx"],
  ["C:\\Windows", "C--Windows.docx"],
  ["CON", "_CON.docx"],
  ["com1.report", "_com1.report.docx"],
  ["COM¹", "_COM¹.docx"],
  ["Concord", "Concord.docx"],
  ["ends with dots...  ", "ends with dots.docx"],
  ["...", "untitled.docx"],
  ["", "untitled.docx"],
  ["a\u0000b\u202ec\u200bd\nf", "abcdf.docx"],
  ["  many   spaces ", "many spaces.docx"],
  ["Démarche à Pékin", "Démarche à Pékin.docx"],
  ["e\u0301", "é.docx"],
  ["مذكرة", "مذكرة.docx"],
  ["half \ud800 pair", "half pair.docx"],
])("%j -> %j", (title, name) => {
  expect(safeFileName(title, "docx")).toBe(name);
});

test.each([
  ["letter.pdf", "letter", "pdf"],
  ["minutes.final.DOCX", "minutes.final", "DOCX"],
  ["README", "README", ""],
  [".profile", ".profile", ""],
  ["ends with a sentence. And more", "ends with a sentence. And more", ""],
  ["\u202egnp.exe", "\u202egnp", "exe"],
])("%j is %j and the ending %j", (name, title, extension) => {
  expect(nameParts(name)).toEqual({ title, extension });
  expect(safeFileName(title, extension)).not.toMatch(/\.$|\p{Cf}/u);
});

test("is cut to what file systems hold, between characters", () => {
  const name = safeFileName("é🌍".repeat(100), "docx");
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(name.isWellFormed()).toBe(true);
});

test("takes the next free name beside what is there, whatever its capitals", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "chancery-names-"));
  try {
    expect(await freeName(folder, "Vienna.pouch")).toBe("Vienna.pouch");
    await writeFile(path.join(folder, "VIENNA.pouch"), "");
    expect(await freeName(folder, "Vienna.pouch")).toBe("Vienna (2).pouch");
    await writeFile(path.join(folder, "Vienna (2).pouch"), "");
    expect(await freeName(folder, "Vienna.pouch")).toBe("Vienna (3).pouch");
  } finally {
    await rm(folder, { recursive: true });
  }
});
