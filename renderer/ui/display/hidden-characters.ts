// Finds characters that show nothing but change what a reader sees: direction controls, zero-width and tag characters.

export type TextPart =
  | { readonly kind: "text"; readonly text: string }
  /** `code` is "U+202E". */
  | { readonly kind: "hidden"; readonly text: string; readonly code: string };

const hidden = new RegExp(
  [
    "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f", // controls, but tab and line feed
    "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f", // soft hyphen, joiners, fillers
    "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\uffff", // zero width, bidi, specials
    "\\ud800-\\udfff", // half of a pair
    "\\u{e0000}-\\u{e0fff}]", // tags and supplementary variation selectors
  ].join(""),
  "u",
);

/** Persian and many Indian scripts need the joiners inside words; there they are ordinary spelling. */
const joiner = /[\u200c\u200d]/;
const joiningLetter =
  /[\p{sc=Arabic}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Khmer}\p{sc=Mongolian}\p{sc=Syriac}]/u;

function isOrdinary(character: string, before: string, after: string): boolean {
  return joiner.test(character) && joiningLetter.test(before) && joiningLetter.test(after);
}

/** "ab\u202Ec" -> text "ab", hidden "U+202E", text "c". */
export function partsOf(text: string): readonly TextPart[] {
  if (!hidden.test(text)) return text === "" ? [] : [{ kind: "text", text }];
  const characters = Array.from(text);
  const parts: TextPart[] = [];
  let run = "";
  characters.forEach((character, at) => {
    if (
      !hidden.test(character) ||
      isOrdinary(character, characters[at - 1] ?? "", characters[at + 1] ?? "")
    ) {
      run += character;
      return;
    }
    if (run !== "") parts.push({ kind: "text", text: run });
    run = "";
    const point = character.codePointAt(0) ?? 0;
    parts.push({
      kind: "hidden",
      text: character,
      code: `U+${point.toString(16).toUpperCase().padStart(4, "0")}`,
    });
  });
  if (run !== "") parts.push({ kind: "text", text: run });
  return parts;
}
