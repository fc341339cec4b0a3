// Items of a paragraph: "A.", "(A)", "A—", "--", bullets and numbers, at the head of lines or run on in a sentence.
import { lineIndexAt, type BodyText } from "./body-text.ts";
import { letterLabelAt } from "./header-words.ts";
import { sentenceEnd } from "./sentences.ts";

/** Offsets in the flow: `start` at the label, `textStart` behind it. */
export interface FlowItem {
  readonly label: string;
  readonly start: number;
  readonly textStart: number;
  readonly end: number;
}

/** Stands before the first letter of all. */
export const noLetter = "@";

type Style = "letter" | "bullet" | "number";

interface Mark {
  readonly label: string;
  readonly style: Style;
  readonly start: number;
  readonly textStart: number;
}

function bulletAt(upper: string, at: number): { label: string; end: number } | null {
  let end = at;
  while (end - at < 4 && "-*•·>".includes(upper.charAt(end)) && upper.charAt(end) !== "") end += 1;
  if (end === at) return null;
  const label = upper.slice(at, end);
  if (label === "-" && !/[ A-Z"(]/.test(upper.charAt(end))) return null;
  if (label !== "-" && !label.startsWith("--") && upper.charAt(end) !== " ") return null;
  while (upper.charAt(end) === " ") end += 1;
  return { label, end };
}

function numberAt(upper: string, at: number): { label: string; end: number } | null {
  const match = /^\(? ?(\d{1,2}) ?\) ?/.exec(upper.slice(at, at + 8));
  return match ? { label: match[1] ?? "", end: at + match[0].length } : null;
}

function next(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** The label a line opens with. A letter must follow the one before it, or begin at A, or stand apart. */
function markAt(upper: string, at: number, lastLetter: string, apart: boolean): Mark | null {
  const letter = letterLabelAt(upper, at);
  if (letter) {
    const inTurn =
      letter.letter === "A" || letter.letter === next(lastLetter) || letter.letter === lastLetter;
    const ahead = letter.letter.charCodeAt(0) - lastLetter.charCodeAt(0);
    const skips = apart && lastLetter !== noLetter && ahead > 0 && ahead <= 3;
    if (inTurn || skips) return { label: letter.letter, style: "letter", start: at, textStart: letter.end };
  }
  const bullet = bulletAt(upper, at);
  if (bullet) return { label: bullet.label, style: "bullet", start: at, textStart: bullet.end };
  const number = numberAt(upper, at);
  return number && { label: number.label, style: "number", start: at, textStart: number.end };
}

/** Items at line heads between `from` and `to`. `carried` is the last letter of the paragraph before, which a list may go on from. */
function lineItems(body: BodyText, from: number, to: number, carried: string): FlowItem[] {
  const items: FlowItem[] = [];
  let open: Mark | null = null;
  let lastLetter = carried;
  const close = (end: number) => {
    if (open)
      items.push({
        label: open.label,
        start: open.start,
        textStart: open.textStart,
        end: trimEnd(body.upper, open.textStart, end),
      });
    open = null;
  };
  for (let k = lineIndexAt(body, from); k < body.lines.length; k += 1) {
    const line = body.lines[k];
    if (!line || line.start >= to) break;
    const at = Math.max(line.start, from);
    if (!line.broken && line.start > from) continue;
    const mark = markAt(body.upper, at, lastLetter, line.gap > 0);
    const current: Mark | null = open;
    if (mark && (!current || current.style === mark.style)) {
      close(at);
      open = mark;
      if (mark.style === "letter") lastLetter = mark.label;
    } else if (!mark && current && line.gap > 0 && !isTitle(body.upper, current.textStart, at)) close(at);
  }
  close(to);
  return items;
}

/** "A. UN SPECIALIZED AGENCIES": an item that is only a title takes the text below it in. */
function isTitle(upper: string, start: number, end: number): boolean {
  const text = upper.slice(start, Math.min(end, start + 80)).trim();
  return text.length < 70 && !/[.?!;:]$/.test(text);
}

function trimEnd(upper: string, from: number, to: number): number {
  let end = to;
  while (end > from && (upper.charAt(end - 1) === " " || upper.charAt(end - 1) === "\n")) end -= 1;
  return end;
}

/** Where the label that ends at the bracket `close` begins; -1 where none does. */
function labelStart(upper: string, from: number, close: number): number {
  const end = upper.charAt(close - 1) === " " ? close - 1 : close;
  let at = end;
  while (at > from && end - at < 2 && /[A-Z0-9]/.test(upper.charAt(at - 1))) at -= 1;
  if (at === end) return -1;
  if (at > from && upper.charAt(at - 1) === "(") return at - 1;
  if (at > from + 1 && upper.charAt(at - 1) === " " && upper.charAt(at - 2) === "(") return at - 2;
  const before = at === from ? " " : upper.charAt(at - 1);
  return before === " " || before === "\n" ? at : -1;
}

/** "(A) ...; (B) ..." or "1) ... 2) ..." in running text: labels in turn from the first, two at least. */
function runOnItems(upper: string, from: number, to: number): FlowItem[] {
  const marks: Mark[] = [];
  const text = upper.slice(from, to);
  for (let bracket = text.indexOf(")"); bracket >= 0; bracket = text.indexOf(")", bracket + 1)) {
    const close = from + bracket;
    const at = labelStart(upper, from, close);
    const letter = at < 0 ? null : letterLabelAt(upper, at);
    const number = at < 0 || letter ? null : numberAt(upper, at);
    const label = letter?.letter ?? number?.label;
    const end = letter?.end ?? number?.end;
    if (label === undefined || end === undefined) continue;
    const last = marks.at(-1);
    const expected = last
      ? last.style === "letter"
        ? next(last.label)
        : String(Number(last.label) + 1)
      : letter
        ? "A"
        : "1";
    if (label !== expected || (last && (last.style === "letter") !== (letter !== null))) continue;
    marks.push({ label, style: letter ? "letter" : "number", start: at, textStart: end });
  }
  if (marks.length < 2) return [];
  const ends = marks.map((_, k) => marks[k + 1]?.start ?? to);
  const oneSentence = marks.slice(0, -1).every((mark, k) => {
    const end = ends[k] ?? to;
    return sentenceEnd(upper, mark.textStart, end) >= end;
  });
  return marks.map((mark, k) => {
    const isLast = k === marks.length - 1;
    const end = isLast && oneSentence ? sentenceEnd(upper, mark.textStart, to) : (ends[k] ?? to);
    return {
      label: mark.label,
      start: mark.start,
      textStart: mark.textStart,
      end: clauseEnd(upper, mark.textStart, end),
    };
  });
}

/** Without the "; AND" that leads to the next item. */
function clauseEnd(upper: string, from: number, to: number): number {
  const text = upper.slice(from, to).trimEnd();
  const tail = /(?:[;,] ?(?:AND|OR)?|[;,]? (?:AND|OR))$/.exec(text.slice(-6));
  return from + text.length - (tail?.[0].length ?? 0);
}

/** Items between `from` and `to`, in order. */
export function itemsIn(body: BodyText, from: number, to: number, carried = noLetter): FlowItem[] {
  const items = lineItems(body, from, to, carried);
  if (items.length > 1) return items;
  // A single label may only head a list that runs on in its sentence.
  const runOn = runOnItems(body.upper, from, to);
  return runOn.length > 0 ? runOn : items;
}

/** The letter a following paragraph's list may go on from. */
export function lastLetterOf(items: readonly FlowItem[], carried: string): string {
  const letter = items.findLast((item) => /^[A-Z]$/.test(item.label))?.label;
  return letter ?? carried;
}
