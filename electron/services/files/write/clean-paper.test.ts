import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine, cleanPaper, cleanText } from "./clean-paper.ts";
import { paperOf } from "./made-paper.ts";

test.each<[string, string]>([
  ["plain", "plain"],
  ["tab\tand\nline", "tab\tand\nline"],
  ["a\r\nb\rc\u2028d", "a\nb\nc\nd"],
  ["a\u0000b\u001bc", "abc"],
  ["\ud83dx", "\ufffdx"],
  ["😀", "😀"],
  ["\u202eabc\u202c", "abc"],
  ["a\u2068b\u2069c", "a\u2068b\u2069c"],
  ["a\u2068b", "ab"],
  ["a\u2069b\u2068c", "abc"],
  ["whole \u2068b\u2069\nopen \u2067c", "whole \u2068b\u2069\nopen c"],
  ["keeps \u200f mark and \u200d joiner", "keeps \u200f mark and \u200d joiner"],
])("%j becomes %j", (text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

test("a line has no line ends", () => {
  expect(cleanLine(" a\n\tb ")).toBe("a b");
});

test("cleaning twice is cleaning once, and nothing forbidden is left", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = cleanText(text);
      expect(cleanText(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
    }),
  );
});

test("no field is forgotten", () => {
  expect(JSON.stringify(cleanPaper(paperOf("\u0007x")))).not.toContain("\\u0007");
});

test("what stands on every page is cut to what a page has room for", () => {
  const cleaned = cleanPaper(paperOf("x".repeat(10_000)));
  expect(
    [cleaned.marking, cleaned.asOf, cleaned.pageLabel, cleaned.footer].map((text) => text.length),
  ).toEqual([240, 240, 240, 240]);
  expect(cleaned.title).toHaveLength(10_000);
});

test.each([
  ["en", "en"],
  ["pt-BR", "pt-BR"],
  ["zh-Hans-CN", "zh-Hans-CN"],
  ["", "und"],
  ['"><script>', "und"],
])("language %j becomes %j", (language, expected) => {
  expect(cleanPaper({ ...paperOf("x"), language }).language).toBe(expected);
});
