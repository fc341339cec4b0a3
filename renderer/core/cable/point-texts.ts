// The words of points: without portion marks, and without what they fence in for the posts alone.
import { laidOut, spanIn, type BodyText } from "./body-text.ts";
import type { FlowFence } from "./fences.ts";
import { portionAt } from "./marking-words.ts";
import type { FlowParagraph } from "./paragraphs.ts";
import { holderOf, type PointDraft } from "./point-drafts.ts";
import type { Found, ReadPoint } from "./reading.ts";

/** Behind the bracket and the full stop that may close a fence. */
function closeBracket(text: string, at: number): number {
  let end = at;
  while (end < text.length && ").".includes(text.charAt(end))) end += 1;
  return end;
}

/** Fences for the posts alone, in order, none inside another. */
function fyiFences(fences: readonly FlowFence[]): FlowFence[] {
  const sorted = fences
    .filter((fence) => fence.kind === "fyi")
    .toSorted((one, other) => one.start - other.start);
  const top: FlowFence[] = [];
  for (const fence of sorted) if (fence.start >= (top.at(-1)?.end ?? 0)) top.push(fence);
  return top;
}

/** Index of the first fence at or behind `offset`. */
function firstFrom(fences: readonly FlowFence[], offset: number): number {
  let low = 0;
  let high = fences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fences[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spokenText(body: BodyText, start: number, draft: PointDraft, fyi: readonly FlowFence[]): string {
  const { text } = body.flow;
  if (draft.kind === "background") return text.slice(start, draft.end);
  const parts: string[] = [];
  let at = start;
  for (let k = firstFrom(fyi, start); k < fyi.length; k += 1) {
    const fence = fyi[k];
    if (!fence || fence.start >= draft.end) break;
    parts.push(text.slice(at, fence.start).trimEnd());
    at = closeBracket(text, fence.end);
  }
  parts.push(text.slice(at, draft.end).trim());
  const spoken = parts.filter((part) => part !== "").join(" ");
  return spoken.endsWith(";") ? spoken.slice(0, -1) : spoken;
}

/** Drafts in the order of the text, with their words and marks. */
export function readPoints(
  body: BodyText,
  drafts: readonly PointDraft[],
  fences: readonly FlowFence[],
  paragraphs: readonly FlowParagraph[],
): Found<ReadPoint>[] {
  const fyi = fyiFences(fences);
  const sorted = drafts.toSorted((one, other) => one.start - other.start);
  return sorted.map((draft) => {
    const portion = portionAt(body.upper, draft.start);
    const start = portion ? Math.min(portion.end, draft.end) : draft.start;
    return {
      value: {
        label: draft.label,
        kind: draft.kind,
        text: draft.verbatim ? laidOut(body, start, draft.end) : spokenText(body, start, draft, fyi),
        portion: portion?.marking ?? (draft.paragraph ?? holderOf(paragraphs, draft.start))?.portion ?? null,
        verbatim: draft.verbatim,
      },
      span: spanIn(body, start, draft.end),
      certainty: draft.certainty,
    };
  });
}
