// What a line of a header begins with: a label, a list head, a context word, a transmission line. One line, one answer.
import { labelledHead, type HeaderField } from "./header-labels.ts";

export interface LineHead {
  readonly field: HeaderField;
  /** Where the value begins in the line. */
  readonly rest: number;
  /** False where the line opens with the bare word, as address lists do. */
  readonly labelled: boolean;
}

const listWords: Readonly<Record<string, HeaderField>> = {
  FM: "from",
  TO: "action",
  INFO: "info",
  XMT: "exempt",
};
/** These head a list only where nothing else is on the line: as bare words they open sentences and distribution lines. */
const loneListWords: Readonly<Record<string, HeaderField>> = { ...listWords, FROM: "from", ACTION: "action" };

function behind(upper: string, length: number): number {
  let at = length;
  while (at < upper.length && ":;. ".includes(upper.charAt(at))) at += 1;
  return at;
}

const orderWord =
  /^[EF][. ]{0,2}[O0][. ]{0,2}(?=\d|:|$|N\/?A)|^(?=(?:10501|11652|12065|12356|12958|13526) ?:)/;
const contextWords: readonly (readonly [HeaderField, RegExp])[] = [
  ["tags", /^TAG[SZ]?(?=$|[:;. ])/],
  ["subject", /^SUBJ(?:ECT)?(?: ?[:;]|\.:?|$| - )/],
  ["references", /^(?:REFERENCES?|REFTELS?|REFS?|REF\(S\)|REFERENCE\(S\))(?: ?[:;]|\.:?|$)/],
  // Without a colon only where a citation follows at once: "REFERENCE STATE 10697", "REF A. STATE 1".
  ["references", /^(?:REFERENCES?|REFS?) (?=\(? ?[A-Z]\)?[.)] |[A-Z]{2,}(?:'S)? \d{2,6}(?!\d))/],
];

/** The field a line opens, or null. */
export function lineHeadOf(upper: string): LineHead | null {
  const order = orderWord.exec(upper);
  if (order) return { field: "order", rest: behind(upper, order[0].length), labelled: true };
  const labelled = labelledHead(upper);
  if (labelled) return { ...labelled, labelled: true };
  for (const [field, pattern] of contextWords) {
    const match = pattern.exec(upper);
    if (match) return { field, rest: behind(upper, match[0].length), labelled: true };
  }
  const word = /^[A-Z]+/.exec(upper.slice(0, 8))?.[0] ?? "";
  const words = word.length === upper.length ? loneListWords : listWords;
  const list = Object.hasOwn(words, word) ? words[word] : undefined;
  if (list === undefined || !["", " "].includes(upper.charAt(word.length))) return null;
  return { field: list, rest: behind(upper, word.length), labelled: false };
}

const transmissionLine =
  /^(?:BT|NNNN|ZEM|(?:BEGIN )?(?:QUOTE|QTE):?|ZNR .*|ZNY .*|VZCZ.*|DE RU.*|(?:ZZ|OO|PP|RR) RU.*|#\d{1,6}|\[?(?:(?:OUTGOING|INCOMING) )?(?:TELEGRAM(?: DEPARTMENT OF STATE)?|DEPARTMENT ?OF STATE(?: TELEGRAM)?)\]?(?: ?\d{1,6})?|\[.*\]|MESSAGE TEXT|(?:SECTO|TOSEC|TODEP|TOHAK|HAKTO) \d{1,6})$/;

/** True for lines that carry the message and say nothing of it: routing, letterheads, a traveller's second number. */
export function isTransmissionLine(upper: string): boolean {
  return upper.length <= 120 && transmissionLine.test(upper);
}

/** Number of a line that opens a numbered paragraph, and where its text begins. "6.5 PERCENT" opens none. */
export function paragraphHeadOf(upper: string): { number: number; rest: number } | null {
  const match = /^[¶#]? ?(\d{1,2}) ?\.(?!\d) ?/.exec(upper);
  return match ? { number: Number(match[1]), rest: match[0].length } : null;
}

/** Letter and end of a list label at `from`: "A.", "(A)", "A)", "( A)", "A:", "A-" with a dash of either length. */
export function letterLabelAt(upper: string, from: number): { letter: string; end: number } | null {
  const bracket = upper.charAt(from) === "(";
  let at = from + (bracket ? 1 : 0);
  if (bracket && upper.charAt(at) === " ") at += 1;
  const letter = upper.charAt(at);
  if (letter < "A" || letter > "Z" || letter === "") return null;
  at += 1;
  if (bracket && upper.charAt(at) === " ") at += 1;
  const close = upper.charAt(at);
  if (bracket ? close !== ")" : ![".", ")", ":", "-"].includes(close)) return null;
  at += 1;
  if (upper.charAt(at) === "." || upper.charAt(at) === ":") at += 1;
  const next = upper.charAt(at);
  if (close === "." && next !== " " && next !== "") return null;
  while (upper.charAt(at) === " ") at += 1;
  return { letter, end: at };
}
