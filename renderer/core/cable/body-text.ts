// The text of a cable as one flow: wrapped lines joined, hard breaks kept as line feeds, all offsets traceable.
import { letterLabelAt, paragraphHeadOf } from "./header-words.ts";
import { spanOf, TextBuilder, sourceAt, type MappedText } from "./mapped-text.ts";
import { plainUpper } from "./plain-upper.ts";
import type { Span } from "./reading.ts";
import { wordsOf, type Word } from "./words.ts";

/** A line of the text; `gap` counts blank lines above it. */
export interface BodyLine extends MappedText {
  readonly gap: number;
}

/** Where a line of the source stands in the flow. */
interface FlowLine {
  readonly start: number;
  readonly end: number;
  readonly gap: number;
  /** True where the flow has a line feed before it. */
  readonly broken: boolean;
}

export interface BodyText {
  readonly flow: MappedText;
  readonly upper: string;
  readonly words: readonly Word[];
  readonly lines: readonly FlowLine[];
}

/** Words that fence; as parts of sentences ("AN END TO", "THE POST'S COMMENT") they break no line. */
const fenceLine =
  /^\(?(?:(?:BEGIN |END )(?:FYI|SUMMARY|COMMENT|TEXT|QUOTE|QTE|TALKING|POINTS|MESSAGE|LETTER|NOTE|NON|AIDE|STATEMENT|UNOFFICIAL)|(?:UN)?(?:QUOTE|QTE)\b|(?:FYI|SUMMARY|COMMENT|TALKING POINTS?) ?[:.])/;
const bullet = /^(?:--+|[-*•·](?= )|-(?=[A-Z]))/;

/** True where a line by its first characters may begin something of its own. */
function opensSomething(upper: string): boolean {
  return (
    paragraphHeadOf(upper) !== null ||
    letterLabelAt(upper, 0) !== null ||
    bullet.test(upper.slice(0, 12)) ||
    fenceLine.test(upper.slice(0, 24)) ||
    /^\(?\d{1,2}\) /.test(upper.slice(0, 6)) ||
    upper.startsWith("(") ||
    /^FOR [A-Z]/.test(upper.slice(0, 6))
  );
}

function endsSentence(text: string): boolean {
  return /[.?!:;"”)]/.test(text.slice(-1));
}

/** A word cut at the line's end: "UNDER-" and "TAKING". */
function isCutWord(before: string, next: string): boolean {
  return /[A-Za-z]-$/.test(before.slice(-2)) && /^[A-Za-z]/.test(next);
}

/** True where `line` begins anew rather than going on with the line before. */
function isBroken(before: BodyLine, line: BodyLine, upper: string): boolean {
  if (line.gap > 0) return endsSentence(before.text) || opensSomething(upper) || isHeadingLike(before.text);
  return (
    opensSomething(upper) &&
    (endsSentence(before.text) || isHeadingLike(before.text) || fenceLine.test(upper.slice(0, 24)))
  );
}

/** What the text has counted up to: the label next in turn opens a line whatever stands above it. */
class Counting {
  #letter = "";
  #number = 0;

  isNext(upper: string): boolean {
    const letter = letterLabelAt(upper, 0)?.letter;
    const number = paragraphHeadOf(upper)?.number;
    return (
      (letter !== undefined &&
        this.#letter !== "" &&
        letter.charCodeAt(0) === this.#letter.charCodeAt(0) + 1) ||
      (number !== undefined && this.#number > 0 && number === this.#number + 1)
    );
  }

  count(upper: string): void {
    this.#letter = letterLabelAt(upper, 0)?.letter ?? this.#letter;
    this.#number = paragraphHeadOf(upper)?.number ?? this.#number;
  }
}

/** Short and all capitals without a stop: a heading rather than a line of text. */
function isHeadingLike(text: string): boolean {
  return text.length <= 40 && !/[.,;-]$/.test(text.slice(-1));
}

export function bodyTextOf(lines: readonly BodyLine[]): BodyText {
  const builder = new TextBuilder();
  const flowLines: FlowLine[] = [];
  const counting = new Counting();
  let before: BodyLine | undefined;
  for (const line of lines) {
    if (line.text === "") continue;
    const head = plainUpper(line.text.slice(0, 40));
    const broken = before !== undefined && (isBroken(before, line, head) || counting.isNext(head));
    if (broken || before === undefined) counting.count(head);
    if (before && !(isCutWord(before.text, line.text) && !broken)) {
      builder.pushMade(broken ? "\n" : " ", sourceAt(line, 0));
    }
    const start = builder.length;
    builder.append(line);
    flowLines.push({ start, end: builder.length, gap: line.gap, broken: broken || before === undefined });
    before = line;
  }
  const flow = builder.build();
  const upper = plainUpper(flow.text);
  return { flow, upper, words: wordsOf(upper), lines: flowLines };
}

export function spanIn(body: BodyText, start: number, end: number): Span {
  return spanOf(body.flow, start, end);
}

/** Index of the first line that ends behind `offset`. */
export function lineIndexAt(body: BodyText, offset: number): number {
  let low = 0;
  let high = body.lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((body.lines[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch as the source laid it out, line by line. */
export function laidOut(body: BodyText, start: number, end: number): string {
  const parts: string[] = [];
  for (let k = lineIndexAt(body, start); k < body.lines.length; k += 1) {
    const line = body.lines[k];
    if (!line || line.start >= end) break;
    if (parts.length > 0) parts.push(line.gap > 0 ? "\n\n" : "\n");
    parts.push(body.flow.text.slice(Math.max(start, line.start), Math.min(end, line.end)));
  }
  return parts.join("").trim();
}
