// Stretches a text fences in: BEGIN x ... END x, FYI ... END FYI, QUOTE ... UNQUOTE, SUMMARY ... END SUMMARY.
import { laidOut, spanIn, type BodyText } from "./body-text.ts";
import type { Fence } from "./reading.ts";
import type { Word } from "./words.ts";

type FenceKind = Fence["kind"];

/** Offsets in the flow; `inside` leaves the fencing words out. */
export interface FlowFence {
  readonly kind: FenceKind;
  readonly start: number;
  readonly end: number;
  readonly insideStart: number;
  readonly insideEnd: number;
}

const quoteWords = new Set(["QUOTE", "QTE"]);
const unquoteWords = new Set(["UNQUOTE", "UNQTE", "ENDQUOTE", "ENDQTE"]);
const textWords = new Set([
  "TEXT",
  "LETTER",
  "MESSAGE",
  "NONPAPER",
  "NON",
  "AIDE",
  "NOTE",
  "STATEMENT",
  "UNOFFICIAL",
  "TRANSLATION",
]);
const selfOpening = new Set(["FYI", "SUMMARY", "COMMENT"]);
/** Fences open at once; deeper nesting is no cable. */
const deepest = 12;

function kindOf(word: string): FenceKind {
  if (quoteWords.has(word)) return "quote";
  if (word === "FYI") return "fyi";
  if (word === "SUMMARY") return "summary";
  if (word === "TALKING" || word === "POINTS" || word === "POINT") return "talkingPoints";
  return textWords.has(word) ? "text" : "other";
}

/** What BEGIN or END names, so that the two can be matched: "QTE" ends what "QUOTE" began. */
function keyOf(word: string): string {
  if (quoteWords.has(word)) return "QUOTE";
  if (word === "POINTS" || word === "POINT") return "TALKING";
  return word;
}

interface Open {
  readonly key: string;
  readonly kind: FenceKind;
  readonly start: number;
  readonly inside: number;
}

/** Past the name of the fence and its punctuation: "BEGIN TALKING POINTS:" ends behind the colon. */
function insideFrom(upper: string, words: readonly Word[], at: number): number {
  const word = words[at];
  if (!word) return upper.length;
  const second = words[at + 1];
  const pair =
    second &&
    ["POINTS", "PAPER", "MEMOIRE", "TRANSLATION", "FOR"].includes(second.text) &&
    second.start - word.end <= 1;
  let end = pair ? second.end : word.end;
  while (end < upper.length && ".:;,) ".includes(upper.charAt(end))) end += 1;
  // A dash on the next line opens an item and stays.
  while (end < upper.length && " \n".includes(upper.charAt(end))) end += 1;
  return end;
}

function charBefore(upper: string, at: number): string {
  let before = at - 1;
  while (before >= 0 && upper.charAt(before) === " ") before -= 1;
  return before < 0 ? "\n" : upper.charAt(before);
}

/** FYI and SUMMARY open a fence only where they head something: "(FYI.", "4. FYI:", "SUMMARY." */
function opensItself(upper: string, word: Word): boolean {
  const next = upper.charAt(word.end);
  return ".:-,)".includes(next) && next !== "" && '.(\n:;)"'.includes(charBefore(upper, word.start));
}

/** Beginning of a fence's first word with its bracket, so that "(FYI" is inside the span. */
function withBracket(upper: string, start: number): number {
  return upper.charAt(start - 1) === "(" ? start - 1 : start;
}

/** All fences with both ends, in order of their ends. An end without a beginning, or the other way round, fences nothing. */
export function fencesOf(body: BodyText): FlowFence[] {
  const { upper, words } = body;
  const open: Open[] = [];
  const found: FlowFence[] = [];
  const push = (word: Word, key: string, kind: FenceKind, inside: number) => {
    if (open.length === deepest) open.shift();
    open.push({ key, kind, start: withBracket(upper, word.start), inside });
  };
  const close = (key: string, start: number, end: number) => {
    const at = open.findLastIndex((candidate) => candidate.key === key);
    const opened = open[at];
    if (!opened || at < 0) return;
    open.length = at;
    let insideEnd = start;
    while (insideEnd > opened.inside && " \n(".includes(upper.charAt(insideEnd - 1))) insideEnd -= 1;
    const outside = ".):".includes(upper.charAt(end)) && upper.charAt(end) !== "" ? end + 1 : end;
    found.push({
      kind: opened.kind,
      start: opened.start,
      end: outside,
      insideStart: Math.min(opened.inside, insideEnd),
      insideEnd,
    });
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) break;
    const next = words[at + 1];
    if (word.text === "BEGIN" && next) {
      push(word, keyOf(next.text), kindOf(next.text), insideFrom(upper, words, at + 1));
      at += 1;
    } else if (word.text === "END" && next) {
      const key = keyOf(next.text);
      const tail = words[at + 2];
      const wide =
        tail &&
        ["POINTS", "PAPER", "MEMOIRE", "TRANSLATION"].includes(tail.text) &&
        tail.start - next.end <= 1;
      if (open.some((candidate) => candidate.key === key)) {
        close(key, word.start, wide ? tail.end : next.end);
        at += 1;
      }
    } else if (unquoteWords.has(word.text)) close("QUOTE", word.start, word.end);
    else if (quoteWords.has(word.text)) push(word, "QUOTE", "quote", insideFrom(upper, words, at));
    else if (selfOpening.has(word.text) && opensItself(upper, word)) {
      push(word, word.text, kindOf(word.text), insideFrom(upper, words, at));
    }
  }
  return found;
}

export function fenceOf(body: BodyText, fence: FlowFence): Fence {
  return {
    kind: fence.kind,
    span: spanIn(body, fence.start, fence.end),
    text: laidOut(body, fence.insideStart, fence.insideEnd),
  };
}
