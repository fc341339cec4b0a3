// The line that names a cable: marking, section, post and serial ("CONFIDENTIAL SECTION 01 OF 03 WARSAW 1634 EXDIS").
import { bannerAt, captionsAt, type CaptionMatch } from "./marking-words.ts";
import { monthOf } from "./days.ts";
import { plainName, placeOf, isPostPrefix } from "./post-names.ts";
import type { SourceLine } from "./lines.ts";
import type { Marking } from "../model/enums.ts";

/** Offsets are in the line's text. */
export interface Identity {
  readonly marking: { readonly value: Marking; readonly start: number; readonly end: number } | null;
  readonly section: {
    readonly part: number;
    readonly of: number;
    readonly start: number;
    readonly end: number;
  } | null;
  readonly mrn: {
    readonly value: string;
    readonly post: string;
    readonly start: number;
    readonly end: number;
  } | null;
  readonly captions: readonly CaptionMatch[];
  /** Where a pass line behind the captions begins ("EXDIS FOR AMBASSADOR"); the line's length where none does. */
  readonly rest: number;
}

const sectionWords =
  /^(?:FINAL )?SECTION (\d{1,3}) OF (\d{1,3})(?![0-9])|^FINAL SECTION OF (\d{1,3})(?![0-9])/;
const nameWord = /^[A-Z][A-Z'-]*$/;
const notNames = new Set([
  "PAGE",
  "PARA",
  "PARAS",
  "PARAGRAPH",
  "SECTION",
  "PART",
  "NO",
  "ARTICLE",
  "RESOLUTION",
]);

function sectionAt(upper: string, at: number): Identity["section"] {
  const match = sectionWords.exec(upper.slice(at, at + 40));
  if (!match) return null;
  const of = Number(match[2] ?? match[3]);
  return { part: match[1] === undefined ? of : Number(match[1]), of, start: at, end: at + match[0].length };
}

/** "STATE 115833", "26 STATE 118204", "IAEA VIENNA 6457", "STATE 207669/TOSEC 100402" at `at`. */
function numberAt(upper: string, at: number): Identity["mrn"] {
  const words: { text: string; start: number; end: number }[] = [];
  for (const match of upper.slice(at, at + 60).matchAll(/[^ ]+/g)) {
    words.push({ text: match[0], start: at + match.index, end: at + match.index + match[0].length });
    if (words.length === 7) break;
  }
  const year = /^\d{2}$/.test(words[0]?.text ?? "") && nameWord.test(words[1]?.text ?? "") ? 1 : 0;
  let k = year;
  while (k < words.length && nameWord.test(words[k]?.text ?? "")) k += 1;
  const serial = /^\d{1,6}(?=$|\/)/.exec(words[k]?.text ?? "")?.[0];
  const [first, last] = [words[0], words[k]];
  const names = words.slice(year, k).map((word) => word.text);
  if (serial === undefined || !first || !last || names.length === 0 || names.length > 4) return null;
  if (names.some((name) => notNames.has(name)) || (names.length === 1 && monthOf(names[0] ?? "") !== null))
    return null;
  const post = names.join(" ");
  return {
    value: `${year ? `${first.text} ` : ""}${post} ${serial}`,
    post,
    start: first.start,
    end: last.start + serial.length,
  };
}

function afterBlanks(upper: string, at: number): number {
  let next = at;
  while (next < upper.length && " /-".includes(upper.charAt(next))) next += 1;
  return next;
}

/** Reads a line as one that names the cable; null where it does not. A banner or a section alone counts. */
export function identityOf(upper: string): Identity | null {
  if (upper.length > 160) return null;
  const banner = bannerAt(upper);
  let at = banner ? afterBlanks(upper, banner.end) : 0;
  const before = captionsAt(upper, at);
  if (banner && before.found.length > 0) at = before.rest;
  let section = sectionAt(upper, at);
  if (section) at = afterBlanks(upper, section.end);
  const mrn = numberAt(upper, at);
  if (mrn) at = afterBlanks(upper, mrn.end);
  section ??= sectionAt(upper, at);
  if (section && section.start >= at) at = afterBlanks(upper, section.end);
  if (!banner && !section && !mrn) return null;
  if (mrn) at = secondNumberEnd(upper, at);
  const behind = captionsAt(upper, at);
  if (behind.rest < upper.length && behind.found.length === 0 && !section) return null;
  return {
    marking: banner && { value: banner.marking, start: banner.start, end: banner.end },
    section,
    mrn,
    captions: [...(banner ? before.found : []), ...behind.found],
    rest: behind.rest,
  };
}

/** "STATE 207669 TOSEC 100402": the traveller's series numbers the same cable a second time. */
function secondNumberEnd(upper: string, at: number): number {
  const match = /^(?:TOSEC|SECTO|TODEP|CAP|TOHAK|HAKTO) ?\d{1,6}/.exec(upper.slice(at, at + 20));
  return match ? afterBlanks(upper, at + match[0].length) : at;
}

/** How a sender is called in the numbers of its cables: "SECSTATE WASHDC" numbers its own as STATE. */
function senderWords(from: string): readonly string[] {
  const place = placeOf(from);
  if (/\b(?:SEC)?STATE\b/.test(plainName(from))) return ["STATE"];
  return place.split(" ");
}

/** The likeliest naming line among `lines`, by what it holds and what follows it; null where none fits. */
export function bestIdentity(
  lines: readonly SourceLine[],
  from: string | null,
  isAddress: (line: SourceLine) => boolean,
): { index: number; identity: Identity } | null {
  const sender = from === null ? [] : senderWords(from);
  let best: { index: number; identity: Identity; score: number } | null = null;
  let lastAddress = -1;
  lines.forEach((line, k) => {
    if (isAddress(line)) lastAddress = k;
  });
  for (const [index, line] of lines.entries()) {
    const identity = identityOf(line.upper);
    if (!identity) continue;
    const post = identity.mrn?.post.split(" ") ?? [];
    const own = post.length > 0 && post.every((word) => sender.includes(word));
    let score =
      (identity.marking ? 4 : 0) + (own ? 5 : 0) + (identity.section ? 2 : 0) + (identity.mrn ? 1 : 0);
    if (index < lastAddress) score -= 5;
    if (!own && isPostPrefix(post[0] ?? "")) score -= 6;
    if (!own && !identity.marking && (identity.mrn?.value.split(" ").at(-1)?.length ?? 0) < 3) score -= 2;
    if (score > 0 && score > (best?.score ?? 0)) best = { index, identity, score };
  }
  return best && { index: best.index, identity: best.identity };
}
