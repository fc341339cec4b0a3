// Markings: their order, the mark of a whole, and markings found in text that somebody pastes.
import { type Marking, markings } from "../model/enums.ts";

/** Negative where `a` is less restrictive than `b`. */
export function compareMarkings(a: Marking, b: Marking): number {
  return markings.indexOf(a) - markings.indexOf(b);
}

export function isAbove(marking: Marking, ceiling: Marking): boolean {
  return compareMarkings(marking, ceiling) > 0;
}

/** The mark of a paper made of parts: the most restrictive of theirs; of none, U. */
export function rollUp(parts: Iterable<Marking>): Marking {
  let highest: Marking = "U";
  for (const part of parts) if (isAbove(part, highest)) highest = part;
  return highest;
}

/** A marking in a text: offsets in UTF-16 code units, `end` exclusive. */
export interface FoundMarking {
  readonly marking: Marking;
  readonly kind: "banner" | "portion" | "caption";
  /** As printed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const bannerMarks: Readonly<Record<string, Marking>> = {
  UNCLASSIFIED: "U",
  UNCLAS: "U",
  "SENSITIVE BUT UNCLASSIFIED": "SBU",
  SBU: "SBU",
  "LIMITED OFFICIAL USE": "SBU",
  "OFFICIAL USE ONLY": "SBU",
  "FOR OFFICIAL USE ONLY": "SBU",
  FOUO: "SBU",
  CUI: "SBU",
  "CONTROLLED UNCLASSIFIED INFORMATION": "SBU",
  OFFICIAL: "SBU",
  "OFFICIAL SENSITIVE": "SBU",
  RESTRICTED: "C",
  "NATO RESTRICTED": "C",
  "RESTREINT UE": "C",
  "DIFFUSION RESTREINTE": "C",
  CONFIDENTIAL: "C",
  "NATO CONFIDENTIAL": "C",
  "CONFIDENTIEL UE": "C",
  CONFIDENTIEL: "C",
  "CONFIDENTIEL DEFENSE": "C",
  SECRET: "S",
  "NATO SECRET": "S",
  "SECRET UE": "S",
  "SECRET DEFENSE": "S",
  "TOP SECRET": "TS",
  "COSMIC TOP SECRET": "TS",
  "TRES SECRET": "TS",
  "TRES SECRET UE": "TS",
  "TRES SECRET DEFENSE": "TS",
};

/** Captions that limit distribution to classified channels, whatever else the text says. */
const restrictedCaptions: ReadonlySet<string> = new Set([
  "NODIS",
  "EXDIS",
  "STADIS",
  "ROGER CHANNEL",
  "DISSENT CHANNEL",
]);
/** Words that stand behind a marking in its line. */
const controls: ReadonlySet<string> = new Set([
  ...restrictedCaptions,
  "NOFORN",
  "ORCON",
  "LIMDIS",
  "SENSITIVE",
  "EYES ONLY",
]);
/** Controls that make an unclassified text a sensitive one. */
const sensitiveControl = /\b(?:SBU|FOUO|CUI|SENSITIVE)\b/;

const portions: Readonly<Record<string, Marking>> = {
  U: "U",
  SBU: "SBU",
  CUI: "SBU",
  C: "C",
  S: "S",
  TS: "TS",
};

/** Longest line looked at: a banner is short, and a longer line is running text. */
const bannerLength = 160;
// A mark right behind a paragraph number, a dash or a subject label; "(C)" in mid-sentence is none.
const numberedMark =
  /^[ \t>]{0,12}(?:\d{1,3}[.)]|[-–—•*]{1,3}|SUBJ(?:ECT)?:)[ \t]{0,4}\((U|SBU|CUI|C|S|TS)(?:\/{1,2}[A-Z, /-]{1,30})?(?:[ -]{1,3}ENTIRE TEXT)?\.?\)/i;
// A mark that opens its line alone. It looks like the letter of a list, and is one where "(A)" or "(B)" stands so too.
const bareMark = /^[ \t>]{0,12}\((U|SBU|CUI|C|S|TS)(?:\/{1,2}[A-Z, /-]{1,30})?\)/;
const listLetter = /^[ \t>]{0,12}\([ABD]\)/m;
const subjectMark = /^[ \t>]{0,12}SUBJ(?:ECT)?:.{1,300}\((U|SBU|C|S|TS)\)[ \t.]{0,4}$/i;

/** "S E C R E T" joined, accents dropped, upper case; what stands behind a slash apart. */
function bannerParts(line: string): { readonly head: string; readonly tail: string } {
  const plain = line.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase();
  const slash = plain.indexOf("/");
  const [first, tail] = slash < 0 ? [plain, ""] : [plain.slice(0, slash), plain.slice(slash)];
  const words = first
    .replaceAll(/[-–—*_=#.:[\]()]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const joined = words.replaceAll(/\b(?:[A-Z] ){4,}[A-Z]\b/g, (spaced) => spaced.replaceAll(" ", ""));
  return { head: joined.replace(/^TOPSECRET\b/, "TOP SECRET"), tail };
}

/** "STATE 261234", "SECTION 01 OF 03 ROME 12867": what follows the marking in a cable's line of number. */
function isMessageNumber(rest: string): boolean {
  // "SECRET TALKS BEGAN IN 1971" is a sentence: no post's name ends in a word that leads up to a number.
  if (
    / (?:IN|ON|BY|OF|TO|NO|AT|SINCE|UNTIL|FROM|AFTER|BEFORE|PARA|PARAGRAPH|ARTICLE|RESOLUTION) \d+$/.test(
      rest,
    )
  )
    return false;
  return /^(?:SECTION \d{1,2} OF \d{1,2} )?[A-Z][A-Z ]{1,40} \d{3,7}$/.test(rest);
}

function markOf(words: string, tail: string): Marking {
  const marking = bannerMarks[words] ?? "U";
  return marking === "U" && sensitiveControl.test(tail) ? "SBU" : marking;
}

function bannerOf(line: string): { marking: Marking; kind: "banner" | "caption" } | null {
  // A banner is short and in capitals: "secret" on a line of its own may be a sentence broken short.
  if (line.length > bannerLength || !/[A-Z]/.test(line) || /\p{Ll}/u.test(line)) return null;
  const { head, tail } = bannerParts(line);
  if (restrictedCaptions.has(head)) return { marking: "C", kind: "caption" };
  if (Object.hasOwn(bannerMarks, head)) return { marking: markOf(head, tail), kind: "banner" };
  for (let cut = head.indexOf(" "); cut >= 0; cut = head.indexOf(" ", cut + 1)) {
    const words = head.slice(0, cut);
    const rest = head.slice(cut + 1);
    if (!Object.hasOwn(bannerMarks, words)) continue;
    if (isMessageNumber(rest)) return { marking: markOf(words, tail), kind: "banner" };
    if (controls.has(rest)) return { marking: markOf(words, rest), kind: "banner" };
  }
  return null;
}

function portionOf(line: string, listed: boolean): { marking: Marking; open: number; end: number } | null {
  const opening = line.slice(0, 100);
  const mark =
    numberedMark.exec(opening) ??
    (listed ? null : bareMark.exec(opening)) ??
    subjectMark.exec(line.slice(0, 400));
  const marking = portions[mark?.[1]?.toUpperCase() ?? ""];
  if (!mark || !marking) return null;
  const open = mark[0].lastIndexOf("(");
  return { marking, open, end: mark[0].lastIndexOf(")") + 1 };
}

/** Banners, captions and portion marks, in the order they stand. Reads each line once. */
export function markingsIn(text: string): FoundMarking[] {
  const found: FoundMarking[] = [];
  const listed = listLetter.test(text);
  let start = 0;
  for (const line of text.split("\n")) {
    const banner = bannerOf(line);
    if (banner) {
      const shown = line.trim();
      const at = start + line.indexOf(shown);
      found.push({ ...banner, text: shown, start: at, end: at + shown.length });
    } else {
      const portion = portionOf(line, listed);
      if (portion) {
        const span = { start: start + portion.open, end: start + portion.end };
        found.push({
          marking: portion.marking,
          kind: "portion",
          text: text.slice(span.start, span.end),
          ...span,
        });
      }
    }
    start += line.length + 1;
  }
  return found;
}

/**
 * The first marking above the ceiling: a possible spill, to be refused before anything is kept. `historical`: the
 * workspace welcomes declassified texts, whose old marks no longer bind.
 */
export function spillIn(text: string, ceiling: Marking, historical: boolean): FoundMarking | null {
  if (historical) return null;
  return markingsIn(text).find((found) => isAbove(found.marking, ceiling)) ?? null;
}
