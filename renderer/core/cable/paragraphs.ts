// The text cut into paragraphs: number, portion mark, label, posts named, items; offsets in the flow.
import { lineIndexAt, spanIn, type BodyText } from "./body-text.ts";
import type { FlowFence } from "./fences.ts";
import { paragraphHeadOf } from "./header-words.ts";
import { itemsIn, lastLetterOf, noLetter, type FlowItem } from "./list-items.ts";
import { portionAt } from "./marking-words.ts";
import { openingLabelAt, useOf, type LabelUse } from "./paragraph-labels.ts";
import { postHeadAt, type PostHead } from "./post-heads.ts";
import type { KnownPlaces } from "./post-names.ts";
import type { Paragraph } from "./reading.ts";
import type { Marking } from "../model/enums.ts";

export interface FlowParagraph {
  readonly number: number | null;
  readonly portion: Marking | null;
  readonly label: string | null;
  readonly use: LabelUse | null;
  readonly postHead: PostHead | null;
  readonly start: number;
  /** Behind number, portion mark, label and posts. */
  readonly textStart: number;
  readonly end: number;
  readonly items: readonly FlowItem[];
}

interface Range {
  readonly start: number;
  readonly numberEnd: number;
  readonly number: number | null;
  readonly heading: string | null;
  end: number;
}

/** Fences that hold another's words, none inside another. */
function outermost(fences: readonly FlowFence[]): FlowFence[] {
  const held = fences.filter((fence) => fence.kind === "quote" || fence.kind === "text");
  const sorted = held.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const top: FlowFence[] = [];
  for (const fence of sorted) if (fence.start >= (top.at(-1)?.end ?? 0)) top.push(fence);
  return top;
}

/** Follows the fences along the text and tells whether a paragraph number inside one belongs to the cable or to what it quotes. */
class FenceWalk {
  readonly #fences: readonly FlowFence[];
  #at = 0;
  #restarted = false;

  constructor(fences: readonly FlowFence[]) {
    this.#fences = outermost(fences);
  }

  isInside(offset: number): boolean {
    while (this.#at < this.#fences.length && (this.#fences[this.#at]?.end ?? 0) <= offset) {
      this.#at += 1;
      this.#restarted = false;
    }
    return offset > (this.#fences[this.#at]?.start ?? Infinity);
  }

  allows(offset: number, number: number, last: number): boolean {
    if (!this.isInside(offset)) return true;
    if (this.#restarted || number !== last + 1) this.#restarted = true;
    return !this.#restarted;
  }
}

/** True where `number` may follow `last`: in turn, repeated, or skipping within reason. */
function follows(number: number, last: number, apart: boolean): boolean {
  if (last === 0) return number <= 60;
  if (number === last + 1) return true;
  if (number === last || number === 1) return apart;
  return number > last && number <= last + (apart ? 30 : 3);
}

const longestHeading = 60;

/** The label of a line that is nothing but one: a heading between paragraphs. */
function headingOf(upper: string): string | null {
  if (
    upper.length > longestHeading ||
    /[.,;]$/.test(upper) ||
    /^(?:BEGIN|END|FYI|UNQUOTE|QUOTE|[-(*•])/.test(upper)
  )
    return null;
  const label = upper.replace(/:$/, "");
  const use = useOf(label);
  return use && label.split(" ").length <= 7 ? label : null;
}

function isPlainHeading(text: string): boolean {
  const words = text.split(" ").length;
  return (
    text.length <= longestHeading &&
    words <= 8 &&
    !/[.,;:?!]$/.test(text) &&
    !/^[-(*•\d]/.test(text) &&
    text === text.toUpperCase()
  );
}

function rangesOf(body: BodyText, fences: readonly FlowFence[]): Range[] {
  const ranges: Range[] = [];
  const walk = new FenceWalk(fences);
  let last = 0;
  let heading: string | null = null;
  const start = (at: number, numberEnd: number, number: number | null) => {
    const before = ranges.at(-1);
    if (before && before.end < 0) before.end = at;
    ranges.push({ start: at, numberEnd, number, heading, end: -1 });
    heading = null;
  };
  for (const [k, line] of body.lines.entries()) {
    const upper = body.upper.slice(line.start, Math.min(line.end, line.start + 100));
    const head = line.broken ? paragraphHeadOf(upper) : null;
    const apart = line.gap > 0 || k === 0;
    if (head && walk.allows(line.start, head.number, last) && follows(head.number, last, apart)) {
      start(line.start, line.start + head.rest, head.number);
      last = head.number;
      continue;
    }
    const label = line.broken && apart && line.end - line.start <= longestHeading ? headingOf(upper) : null;
    if (label !== null && !walk.isInside(line.start)) {
      start(line.start, line.start, null);
      continue;
    }
    const unnumbered = last === 0 && apart && line.broken && !opensItem(upper);
    if (ranges.length === 0 || (unnumbered && !walk.isInside(line.start)))
      start(line.start, line.start, null);
  }
  const final = ranges.at(-1);
  if (final) final.end = body.flow.text.length;
  return withHeadings(body, ranges);
}

function opensItem(upper: string): boolean {
  return /^(?:\(? ?[A-Z] ?\)|[A-Z][.:-] ?[A-Z(]|--|[-*•] |\(? ?\d{1,2} ?\))/.test(upper.slice(0, 12));
}

/** Headings on lines of their own name the numbered paragraph below them. */
function withHeadings(body: BodyText, ranges: readonly Range[]): Range[] {
  const named: Range[] = [];
  for (const range of ranges) {
    const before = named.at(-1);
    const text = before ? body.upper.slice(before.start, range.start).trim() : "";
    const isHeading = before?.number === null && text.length <= longestHeading && headingOf(text) !== null;
    if (before && isHeading && range.number !== null) {
      named[named.length - 1] = { ...range, heading: text.replace(/:$/, "") };
      continue;
    }
    if (before && range.number !== null) {
      const cut = plainHeadingAbove(body, before, range.start);
      if (cut) {
        before.end = cut.start;
        named.push({ ...range, heading: cut.text });
        continue;
      }
    }
    named.push(range);
  }
  return named;
}

/** An unknown heading in capitals at the foot of the paragraph above. */
function plainHeadingAbove(
  body: BodyText,
  before: Range,
  at: number,
): { start: number; text: string } | null {
  const line = body.lines[lineIndexAt(body, at) - 1];
  if (!line || !line.broken || line.gap === 0 || line.start <= before.start) return null;
  const text = body.flow.text.slice(line.start, line.end);
  return isPlainHeading(text) ? { start: line.start, text } : null;
}

function paragraphOf(body: BodyText, range: Range, known: KnownPlaces, checkable: boolean, carried: string) {
  const { upper } = body;
  let end = range.end;
  while (end > range.start && (upper.charAt(end - 1) === " " || upper.charAt(end - 1) === "\n")) end -= 1;
  let at = range.numberEnd;
  const portion = portionAt(upper, at);
  if (portion && portion.end <= range.end) at = portion.end;
  const bracketed = upper.startsWith("(FYI)", at);
  const label = openingLabelAt(upper, at, end);
  if (label) at = Math.min(label.end, end);
  const postHead = postHeadAt(upper, at, end, known, checkable);
  if (postHead) at = postHead.end;
  const name = label?.label ?? range.heading ?? (bracketed ? "FYI" : null);
  // The mark may also stand behind the label: "SUMMARY: (SBU) ...".
  const late = portion ?? (label ? portionAt(upper, at) : null);
  if (!portion && late) at = Math.min(late.end, end);
  const items = itemsIn(body, at, end, carried);
  const paragraph: FlowParagraph = {
    number: range.number,
    portion: late?.marking ?? null,
    label: name,
    use: name === null ? null : useOf(name),
    postHead,
    start: range.start,
    textStart: at,
    end,
    items,
  };
  return { paragraph, entireText: late?.entireText ?? false };
}

/** `checkable`: every post this text may name is among `known`. */
export function paragraphsOf(
  body: BodyText,
  fences: readonly FlowFence[],
  known: KnownPlaces,
  checkable: boolean,
): FlowParagraph[] {
  const paragraphs: FlowParagraph[] = [];
  let entire: Marking | null = null;
  let carried = noLetter;
  for (const range of rangesOf(body, fences)) {
    const read = paragraphOf(body, range, known, checkable, carried);
    if (read.entireText) entire ??= read.paragraph.portion;
    carried = lastLetterOf(read.paragraph.items, carried);
    paragraphs.push(read.paragraph);
  }
  const whole = entire;
  return whole === null
    ? paragraphs
    : paragraphs.map((paragraph) => ({ ...paragraph, portion: paragraph.portion ?? whole }));
}

export function readParagraph(body: BodyText, paragraph: FlowParagraph): Paragraph {
  return {
    number: paragraph.number,
    portion: paragraph.portion,
    label: paragraph.label,
    text: body.flow.text.slice(paragraph.textStart, paragraph.end),
    span: spanIn(body, paragraph.start, paragraph.end),
    items: paragraph.items.map((item) => ({
      label: item.label,
      text: body.flow.text.slice(item.textStart, item.end),
      span: spanIn(body, item.start, item.end),
    })),
    forPosts: paragraph.postHead?.posts ?? [],
  };
}
