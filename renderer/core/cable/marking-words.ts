// The words and marks that say how closely a text is held: banners, portion marks, captions. Closed lists.
import type { Marking } from "../model/enums.ts";

/** Banner words, the longer before those they begin with. LIMITED OFFICIAL USE became SBU in 1995. */
const bannerWords: readonly (readonly [string, Marking])[] = [
  ["TOPSECRET", "TS"],
  ["SECRET", "S"],
  ["CONFIDENTIAL", "C"],
  ["LIMITEDOFFICIALUSE", "SBU"],
  ["FOROFFICIALUSEONLY", "SBU"],
  ["SENSITIVEBUTUNCLASSIFIED", "SBU"],
  ["CONTROLLEDUNCLASSIFIEDINFORMATION", "SBU"],
  ["UNCLASSIFIED", "U"],
  ["UNCLAS", "U"],
  ["SBU", "SBU"],
  ["CUI", "SBU"],
  ["LOU", "SBU"],
];

function isLetter(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** Offset behind `letters` where `upper` has them at `from`, blanks between them or not; -1 where it has not. */
function spelledEnd(upper: string, from: number, letters: string): number {
  let at = from;
  for (let k = 0; k < letters.length; k += 1) {
    if (k > 0 && upper.charCodeAt(at) === 0x20) at += 1;
    if (upper.charCodeAt(at) !== letters.charCodeAt(k)) return -1;
    at += 1;
  }
  return isLetter(upper.charCodeAt(at)) ? -1 : at;
}

export interface Banner {
  readonly marking: Marking;
  readonly start: number;
  readonly end: number;
}

/** The banner a line begins with, spelled out ("C O N F I D E N T I A L") or not. */
export function bannerAt(upper: string): Banner | null {
  let start = 0;
  while (start < upper.length && "-/*<( ".includes(upper.charAt(start))) start += 1;
  for (const [letters, marking] of bannerWords) {
    const end = spelledEnd(upper, start, letters);
    if (end >= 0) return { marking, start, end };
  }
  return null;
}

const bannerTails = new Set(["", "POSS DUPE", "NOFORN", "FOUO", "SENSITIVE", "SBU"]);

/** True where a line holds a banner and nothing else ("CONFIDENTIAL", "SECRET//NOFORN"): it repeats at page breaks. */
export function isLoneBanner(upper: string): boolean {
  if (upper.length > 80) return false;
  const banner = bannerAt(upper);
  if (!banner) return false;
  const tail = upper
    .slice(banner.end)
    .replaceAll(/[-/*>).]/g, " ")
    .trim();
  return bannerTails.has(tail) || (upper.startsWith("//", banner.end) && !/\d/.test(tail));
}

/** Words that stand on lines of their own behind the message number and say who may see it. */
const captionWords = [
  "EXDIS",
  "NODIS",
  "LIMDIS",
  "STADIS",
  "NOFORN",
  "CHEROKEE",
  "SENSITIVE",
  "SIPDIS",
  "NOCONTRACT",
  "ROGER CHANNEL",
  "DISSENT CHANNEL",
  "DS CHANNEL",
  "EYES ONLY",
  "SPECAT",
  "TERREP",
  "AIDAC",
  "USIAC",
  "FODAG",
  "NESCO",
  "TOSEC",
  "SECTO",
  "NATUS",
  "CODEL",
  "NIACT",
  "INFORM ALL STATE EMPLOYEES",
  "INFORM CONSULS",
  "CORRECTED COPY",
  "SBU",
  "NF",
] as const;

export interface CaptionMatch {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function captionAt(upper: string, at: number): string | null {
  for (const word of captionWords) {
    if (upper.startsWith(word, at) && !/[A-Z0-9]/.test(upper.charAt(at + word.length))) return word;
  }
  return null;
}

/** The captions a line begins with, one after another, and where the rest of the line begins. */
export function captionsAt(upper: string, from = 0): { found: CaptionMatch[]; rest: number } {
  const found: CaptionMatch[] = [];
  let at = from;
  for (;;) {
    while (at < upper.length && "/-,;* ".includes(upper.charAt(at))) at += 1;
    const word = captionAt(upper, at);
    if (word === null) return { found, rest: at };
    found.push({ value: word, start: at, end: at + word.length });
    at += word.length;
  }
}

const portionMarks: Readonly<Record<string, Marking>> = {
  U: "U",
  UNCLASSIFIED: "U",
  SBU: "SBU",
  CUI: "SBU",
  LOU: "SBU",
  FOUO: "SBU",
  C: "C",
  S: "S",
  TS: "TS",
};

export interface Portion {
  readonly marking: Marking;
  /** True for "(C - ENTIRE TEXT)". */
  readonly entireText: boolean;
  /** Offset behind the mark and the blanks that follow it. */
  readonly end: number;
}

const longestPortion = 40;

/** The portion mark at `from`: "(SBU)", "(SBU/NF)", "(C-ENTIRE TEXT)." or bare "C-ENTIRE TEXT."; "(FYI)" is none. */
export function portionAt(upper: string, from: number): Portion | null {
  const inBrackets = upper.charAt(from) === "(";
  const closing = inBrackets ? from + upper.slice(from, from + longestPortion).indexOf(")") : from;
  if (inBrackets && closing < from) return null;
  const inside = (
    inBrackets ? upper.slice(from + 1, closing) : upper.slice(from, from + longestPortion)
  ).trim();
  const word = /^[A-Z]+/.exec(inside)?.[0] ?? "";
  const marking = Object.hasOwn(portionMarks, word) ? portionMarks[word] : undefined;
  if (marking === undefined) return null;
  let tail = inside.slice(word.length).trim();
  let end = closing + 1;
  if (!inBrackets) {
    const bare = /^ ?- ?ENTIRE TEXT\.?/.exec(inside.slice(word.length));
    if (!bare) return null;
    return { marking, entireText: true, end: skipBlanks(upper, from + word.length + bare[0].length) };
  }
  if (upper.startsWith(" ENTIRE TEXT", end)) {
    tail = "ENTIRE TEXT";
    end += " ENTIRE TEXT".length;
  }
  const entireText = /^[-, ]*ENTIRE TEXT\.?$/.test(tail);
  if (!entireText && !/^(?:\/\/?[A-Z, /]*|\.)?$/.test(tail)) return null;
  if (upper.charAt(end) === ".") end += 1;
  return { marking, entireText, end: skipBlanks(upper, end) };
}

function skipBlanks(upper: string, from: number): number {
  let at = from;
  while (upper.charAt(at) === " ") at += 1;
  return at;
}
