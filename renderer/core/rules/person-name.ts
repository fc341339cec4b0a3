// Names of people made comparable: without case, accents, word order and forms of address.
import { folded } from "../lib/fold-text.ts";
import { remembered } from "../lib/remembered.ts";
import { isLatin, nameSkeleton } from "./name-skeleton.ts";

/** Forms of address that are no part of a name, folded. */
const titles: ReadonlySet<string> = new Set(
  (
    "mr mrs ms miss mx dr prof professor sir dame lord lady he hh hrh hon honourable honorable amb ambassador minister " +
    "gen general col colonel maj capt lt adm m mme mlle monsieur madame maitre me herr frau sr sra srta don dona senor senora " +
    "sig signor signora dott ing sheikh shaikh shaykh sheikha emir amir haj haji hajj pan pani gospodin gospozha shri smt " +
    "datuk dato tan tun sri eng engr rev fr phd md jr junior excellency السيد السيده الدكتور دكتور د الشيخ سعاده معالي " +
    "господин госпожа г-н г-жа κυριος κυρια"
  ).split(" "),
);

/** Letters that are letters of their own and do not fold by taking their marks away. */
const letters: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ə: "e",
  // Arabic spellings that writers use for one another, and the stroke that only lengthens a word.
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
  ک: "ك",
  ی: "ي",
  "\u0640": "",
};

/** The words of a name in no order: lower case, without accents, titles and punctuation; "El Sayed" is "alsayed". */
export function nameWords(name: string): string[] {
  const plain = Array.from(folded(name.normalize("NFKC")), (char) => letters[char] ?? char)
    .join("")
    // "H.E." would fall apart into two initials.
    .replace(/^\s{0,9}h\. ?(?:[eh]|r\. ?h)\. /, "");
  const found = joinArticles(plain.replaceAll(/['’ʼ`´]/g, "").split(/[^\p{L}\p{N}]+/u)).filter(
    (word) => word !== "",
  );
  const named = found.filter((word) => !titles.has(word));
  // A name that is all titles ("Sheikh Amir") is better kept whole than emptied.
  return (named.length === 0 ? found : named).toSorted((a, b) => (a < b ? -1 : 1));
}

/** "al" and "el" belong to the word behind them, however the name is spaced. */
function joinArticles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let article = false;
  for (const word of words) {
    if (article) joined.push(`al${word}`);
    else if (word !== "al" && word !== "el") joined.push(word);
    article = !article && (word === "al" || word === "el");
  }
  return joined;
}

/** The same, kept for the next time a name is compared. */
export const wordsOfName: (name: string) => readonly string[] = remembered(nameWords);

/** 1 for equal words, less for another spelling or script, an initial or a slip of one letter, else 0. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.6 : 0;
  if (isOneSound(a, b)) return 0.9;
  return Math.min(a.length, b.length) >= 4 && isOneSlipApart(a, b) ? 0.85 : 0;
}

/** Two consonants say enough across scripts, where there is no other likeness; within one it takes three. */
function isOneSound(a: string, b: string): boolean {
  const sound = nameSkeleton(a);
  return sound === nameSkeleton(b) && sound.length >= (isLatin(a) === isLatin(b) ? 3 : 2);
}

/** True where one letter added, dropped, changed or swapped with its neighbour makes one word of the other. */
function isOneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2))
  );
}

/**
 * How alike two names are, 0 to 1. Word order, case, accents and titles do not count; a missing middle name or an
 * initial costs a little. A single shared family name is not enough to pass 0.7.
 */
export function nameLikeness(a: string, b: string): number {
  const [fewer, more] = [wordsOfName(a), wordsOfName(b)].toSorted((x, y) => x.length - y.length);
  if (!fewer || !more || fewer.length === 0) return 0;
  const left = [...more];
  let sum = 0;
  for (const word of fewer) {
    const likeness = left.map((other) => wordLikeness(word, other));
    const best = Math.max(0, ...likeness);
    if (best === 0) continue;
    left.splice(likeness.indexOf(best), 1);
    sum += best;
  }
  const coverage = sum / fewer.length;
  // Words the other name has beyond these: the more of them, the less is known to be the same.
  const size = fewer.length / more.length;
  if (fewer.length === 1 && more.length > 1) return coverage * 0.6;
  return coverage * (0.7 + 0.3 * size);
}
