// Every text of every language: it parses, it has all keys and no others, and it keeps the house's way of speaking.
import { createIntl } from "react-intl";
import { describe, expect, it } from "vitest";
import { errorCodes } from "#core/host/errors.ts";
import en from "#locales/en.json" with { type: "json" };
import { languages } from "#locales/index.ts";

const english: Readonly<Record<string, string>> = en;
const files = await Promise.all(
  languages.map(async (language) => {
    const messages: Readonly<Record<string, string>> =
      language.load === undefined ? english : await language.load();
    return { code: language.code, messages };
  }),
);

/** Names in braces, in any order: what the code fills in. */
function placeholders(text: string): readonly string[] {
  const found = [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] ?? "");
  return [...new Set(found)].sort();
}

/** A value for each name, so that only the text itself can be at fault. */
function fillings(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(placeholders(text).map((name) => [name, 2]));
}

describe.each(files)("the texts in $code", ({ code, messages }) => {
  it("parse, all of them", () => {
    const faults: string[] = [];
    const intl = createIntl({ locale: code, messages, onError: (error) => faults.push(error.message) });
    for (const [id, text] of Object.entries(messages)) intl.formatMessage({ id }, fillings(text));
    expect(faults).toEqual([]);
  });

  it("are the same keys as in English, with the same names to fill in", () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    const different = Object.entries(messages).filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english[key] ?? "").join(),
    );
    expect(different).toEqual([]);
  });
});

it("every error code has a text, and every such text a code", () => {
  const texts = Object.keys(english).filter((key) => key.startsWith("error."));
  expect(texts.sort()).toEqual(errorCodes.map((code) => `error.${code}`).sort());
});

it("speak plainly in English: no exclamation, no apology", () => {
  const wrong = Object.entries(english).filter(([, text]) =>
    /!|\boops\b|invalid input|something went wrong|\bsorry\b/i.test(text),
  );
  expect(wrong).toEqual([]);
});
