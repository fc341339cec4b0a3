// The sentences of a text with what their words tell: the ground the fields are read from.
import type { BodyText } from "./body-text.ts";
import { cueBook, cueIds, type CueId } from "./cues.ts";
import type { FlowFence } from "./fences.ts";
import type { FlowParagraph } from "./paragraphs.ts";
import type { Hit } from "./phrases.ts";
import { sentencesOf } from "./sentences.ts";
import { wordIndexAt } from "./words.ts";

/** Offsets in the flow, indexes of words. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly firstWord: number;
  readonly lastWord: number;
  readonly paragraph: number;
  /** Index of the item it stands in; -1 outside items. */
  readonly item: number;
  /** True inside FYI ... END FYI: for the posts alone. */
  readonly fyi: boolean;
  /** True inside a quoted text: somebody else's words. */
  readonly quoted: boolean;
  readonly hits: readonly Hit<CueId>[];
  /** The cues among `hits`, as bits. */
  readonly mask: number;
}

/** One bit for each cue, so that what a sentence holds is asked with one number. */
const bits = new Map<CueId, number>(cueIds.map((id, k) => [id, 1 << k]));

function maskOf(hits: readonly Hit<CueId>[]): number {
  let mask = 0;
  for (const hit of hits) mask |= bits.get(hit.id) ?? 0;
  return mask;
}

/** True where a sentence holds one of the cues. */
export function has(statement: Statement, ...ids: readonly CueId[]): boolean {
  if (statement.mask === 0) return false;
  for (const id of ids) if ((statement.mask & (bits.get(id) ?? 0)) !== 0) return true;
  return false;
}

/** Answers, for offsets that only grow, whether they lie inside any of the fences. */
function walker(fences: readonly FlowFence[]): (offset: number) => boolean {
  const sorted = fences.toSorted((one, other) => one.start - other.start);
  let next = 0;
  let until = 0;
  return (offset) => {
    while (next < sorted.length && (sorted[next]?.start ?? Infinity) <= offset) {
      until = Math.max(until, sorted[next]?.end ?? 0);
      next += 1;
    }
    return offset < until;
  };
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly item: number;
}

function piecesOf(paragraph: FlowParagraph): Piece[] {
  const pieces: Piece[] = [];
  let at = paragraph.textStart;
  for (const [item, { start, textStart, end }] of paragraph.items.entries()) {
    if (start > at) pieces.push({ start: at, end: start, item: -1 });
    if (end > textStart) pieces.push({ start: textStart, end, item });
    at = end;
  }
  if (paragraph.end > at) pieces.push({ start: at, end: paragraph.end, item: -1 });
  return pieces;
}

const noHits: readonly Hit<CueId>[] = [];

function hitsIn(body: BodyText, firstWord: number, lastWord: number): readonly Hit<CueId>[] {
  const hits = cueBook.hits(body.words, firstWord, lastWord);
  return hits.length === 0 ? noHits : hits.filter((hit) => isOrder(body, hit, firstWord));
}

export function statementsOf(
  body: BodyText,
  fences: readonly FlowFence[],
  paragraphs: readonly FlowParagraph[],
): Statement[] {
  const inFyi = walker(fences.filter((fence) => fence.kind === "fyi"));
  const inQuote = walker(
    fences.filter((fence) => fence.kind === "text" || (fence.kind === "quote" && isLong(fence))),
  );
  const statements: Statement[] = [];
  for (const [k, paragraph] of paragraphs.entries()) {
    for (const piece of piecesOf(paragraph)) {
      for (const { start, end } of sentencesOf(body.upper, piece.start, piece.end)) {
        const firstWord = wordIndexAt(body.words, start);
        const lastWord = wordIndexAt(body.words, end);
        const hits = hitsIn(body, firstWord, lastWord);
        statements.push({
          start,
          end,
          firstWord,
          lastWord,
          paragraph: k,
          item: piece.item,
          fyi: inFyi(start),
          quoted: inQuote(start),
          hits,
          mask: maskOf(hits),
        });
      }
    }
  }
  return statements;
}

const orderOpeners = new Set([
  "PLEASE",
  "PLS",
  "POSTS",
  "YOU",
  "EMBASSIES",
  "EMBASSY",
  "AND",
  "BUT",
  "ADDRESSEES",
]);

/** True where a cue's place in the sentence bears it out: "DO NOT RAISE" is an order at the head of a sentence or behind those it speaks to; "WE DO NOT SEEK" is none. */
function isOrder(body: BodyText, hit: Hit<CueId>, firstWord: number): boolean {
  const first = body.words[hit.start]?.text;
  // "SHOULD THE MINISTER RAISE THIS" is a condition, "YOU SHOULD RAISE THIS" is not.
  if (hit.id === "ifRaised" && first === "SHOULD") return hit.start === firstWord;
  if (hit.id !== "doNot" || (first !== "DO" && first !== "DON'T")) return true;
  return hit.start === firstWord || orderOpeners.has(body.words[hit.start - 1]?.text ?? "");
}

/** Short quotations are words in a sentence; long ones are another text. */
export function isLong(fence: FlowFence): boolean {
  return fence.insideEnd - fence.insideStart > 200;
}
