// A name's word by its consonants in Latin letters: what stays the same however it is spelled and in whichever script.
import anyAscii from "any-ascii";
import { folded } from "../lib/fold-text.ts";
import { remembered } from "../lib/remembered.ts";

/** Sounds that spellings and scripts write differently, longest first. Capitals stand for sounds of their own. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, "S"],
  [/tsch|tch|ch/g, "C"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/dh/g, "d"],
  [/zh|dj/g, "j"],
  [/ck|q|c/g, "k"],
  [/ts|tz/g, "z"],
  [/x/g, "ks"],
];

/** Alef and ayn open a word with a vowel that Latin letters write; the article is written together with its word. */
function vowelled(word: string): string {
  return word.replace(/^ال(?=.{2})/u, "al").replace(/^[اع]/u, "a");
}

export const nameSkeleton = remembered((word: string): string => {
  const latin = folded(anyAscii(vowelled(folded(word)))).replaceAll(/[^a-z]/g, "");
  const sounded = sounds.reduce((text, [pattern, sound]) => text.replaceAll(pattern, sound), latin);
  const start = /^[aeiouy]/.test(sounded) ? "a" : sounded.startsWith("w") ? "v" : sounded.slice(0, 1);
  const rest = sounded
    .slice(1)
    .replaceAll(/[aeiouyw]|[hj]$/g, "")
    .replaceAll("w", "v");
  return `${start}${rest}`.replaceAll(/(.)\1+/g, "$1");
});

/** True for a word written in Latin letters. */
export const isLatin = (word: string): boolean => /^[\p{Script=Latin}\p{N}\p{M}]+$/u.test(word);
