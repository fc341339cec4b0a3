// Single points before they are read out: their stretch, their kind, and how a paragraph announces them.
import type { BodyText } from "./body-text.ts";
import type { FlowParagraph } from "./paragraphs.ts";
import type { Certainty } from "./reading.ts";
import { has, type Statement } from "./statements.ts";
import type { PointKind } from "../model/enums.ts";
import { isNumber, type Word } from "./words.ts";

export interface PointDraft {
  readonly label: string;
  readonly kind: PointKind;
  readonly start: number;
  readonly end: number;
  readonly verbatim: boolean;
  readonly certainty: Certainty;
  readonly paragraph: FlowParagraph | null;
}

/** Kind by the point's own words, else by what its list is for. */
export function kindOf(body: BodyText, start: number, end: number, given: PointKind): PointKind {
  const head = body.upper.slice(start, Math.min(end, start + 60));
  if (/^(?:\([A-Z/]+\) )?(?:ONLY )?IF (?:ASKED|RAISED|PRESSED|QUERIED|CHALLENGED)\b/.test(head))
    return "ifRaised";
  if (/^(?:\([A-Z/]+\) )?(?:DO NOT|DON'T|POSTS SHOULD NOT|YOU SHOULD NOT)\b/.test(head)) return "doNotRaise";
  if (/^(?:\([A-Z/]+\) )?(?:MUST SAY)\b/.test(head)) return "mustSay";
  if (/^(?:\([A-Z/]+\) )?(?:MAY SAY|IF APPROPRIATE|AS APPROPRIATE)\b/.test(head)) return "maySay";
  const asks = given === "mustSay" || given === "maySay";
  return asks && body.upper.charAt(end - 1) === "?" ? "question" : given;
}

export function itemDrafts(
  body: BodyText,
  paragraph: FlowParagraph,
  kind: PointKind,
  certainty: Certainty,
): PointDraft[] {
  return paragraph.items.map((item) => ({
    label: item.label,
    kind: kindOf(body, item.textStart, item.end, kind),
    start: item.textStart,
    end: item.end,
    verbatim: false,
    certainty,
    paragraph,
  }));
}

export function wholeDraft(
  paragraph: FlowParagraph,
  start: number,
  end: number,
  kind: PointKind,
  certainty: Certainty,
): PointDraft {
  const label = paragraph.number === null ? "" : String(paragraph.number);
  return { label, kind, start, end, verbatim: false, certainty, paragraph };
}

/** The sentences of a paragraph from `from` on, up to one that is about something else (what not to do, how to report). */
export function stretchFrom(
  statements: readonly Statement[],
  from: number,
): { start: number; end: number } | null {
  const first = statements[from];
  if (!first) return null;
  let last = first;
  for (const statement of statements.slice(from + 1)) {
    if (has(statement, "doNot", "reporting", "noInitiative") || statement.item >= 0 !== first.item >= 0)
      break;
    last = statement;
  }
  return { start: first.start, end: last.end };
}

const likelyFirstWords = 7;

export function cueEarly(statement: Statement, id: "ifRaised" | "fallback"): boolean {
  return statement.hits.some((hit) => hit.id === id && hit.start - statement.firstWord < likelyFirstWords);
}

/** What a paragraph's introduction announces for the list under it. */
export function announced(intro: readonly Statement[]): PointKind | null {
  const cue = intro.findLast(
    (statement) =>
      !statement.quoted &&
      (has(statement, "pointsFollow") || cueEarly(statement, "ifRaised") || cueEarly(statement, "fallback")),
  );
  if (!cue || (has(cue, "reporting") && !has(cue, "pointsFollow"))) return null;
  if (cueEarly(cue, "ifRaised")) return "ifRaised";
  if (cueEarly(cue, "fallback")) return "fallback";
  return has(cue, "optional") ? "maySay" : "mustSay";
}

/** Numbers behind "DRAW ON PARAS 1 AND 2": singles, lists and runs. */
export function paragraphNumbers(words: readonly Word[], statement: Statement): number[] {
  const hit = statement.hits.find((candidate) => candidate.id === "drawOnParagraphs");
  const numbers: number[] = [];
  let run = false;
  for (let at = hit?.end ?? Infinity; at < statement.lastWord; at += 1) {
    const text = words[at]?.text ?? "";
    if (isNumber(text) && text.length <= 2) {
      const from = numbers.at(-1);
      const value = Number(text);
      if (run && from !== undefined)
        for (let between = from + 1; between < value; between += 1) numbers.push(between);
      numbers.push(value);
      run = false;
    } else if (text === "TO" || text === "THROUGH" || text === "THRU") run = true;
    else if (text !== "AND" && text !== "PARA" && text !== "PARAGRAPH") break;
  }
  return numbers.slice(0, 60);
}

/** The paragraph that holds `offset`. */
export function holderOf(paragraphs: readonly FlowParagraph[], offset: number): FlowParagraph | null {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return paragraphs[low - 1] ?? null;
}
