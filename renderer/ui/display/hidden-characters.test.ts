import { describe, expect, it } from "vitest";
import { partsOf } from "./hidden-characters.ts";

const shown = (text: string) =>
  partsOf(text)
    .map((part) => (part.kind === "text" ? part.text : `[${part.code}]`))
    .join("");

describe("partsOf", () => {
  it.each([
    ["nothing", "", ""],
    ["a plain name", "Amina Odhiambo", "Amina Odhiambo"],
    ["an Arabic name", "عبد الله", "عبد الله"],
    ["a right-to-left override in a file name", "invoice\u202Egpj.exe", "invoice[U+202E]gpj.exe"],
    [
      "all embeddings and isolates",
      "\u202A\u202B\u202C\u202D\u2066\u2067\u2068\u2069",
      "[U+202A][U+202B][U+202C][U+202D][U+2066][U+2067][U+2068][U+2069]",
    ],
    ["a zero-width space", "Ab\u200Bdu", "Ab[U+200B]du"],
    ["marks of direction", "a\u200E\u200F\u061C", "a[U+200E][U+200F][U+061C]"],
    ["tag characters", "A\u{E0041}\u{E007F}", "A[U+E0041][U+E007F]"],
    ["a byte order mark", "\uFEFFname", "[U+FEFF]name"],
    ["a soft hyphen", "pass\u00ADword", "pass[U+00AD]word"],
    ["a NUL", "a\u0000b", "a[U+0000]b"],
    ["half of a pair", "a\uD800b", "a[U+D800]b"],
    ["a joiner between Latin letters", "pa\u200Cypal", "pa[U+200C]ypal"],
    ["a joiner inside a Persian word", "می\u200Cخواهم", "می\u200Cخواهم"],
    ["a joiner at the end of a Persian word", "می\u200C", "می[U+200C]"],
    ["a joiner inside a Hindi word", "क्\u200Dष", "क्\u200Dष"],
    ["a letter outside the first plane", "𝔸ntoine 🇫🇷", "𝔸ntoine 🇫🇷"],
    ["tab and line feed", "a\tb\nc", "a\tb\nc"],
    ["a lone carriage return", "a\rb", "a[U+000D]b"],
  ])("shows %s", (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("loses no character", () => {
    const text = "x\u202Ey\u{E0041}\u200Bz";
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});
