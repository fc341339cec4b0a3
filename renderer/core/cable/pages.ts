// Archival copies: page lines, repeated banners and distribution blocks taken out, drafter and approver kept.
import { dateTimeGroupOf } from "./date-time-group.ts";
import { lineHeadOf } from "./header-words.ts";
import type { SourceLine } from "./lines.ts";
import { isLoneBanner } from "./marking-words.ts";
import { sliceOf, spanOf, type MappedText } from "./mapped-text.ts";
import type { Found } from "./reading.ts";

export interface PlainPages {
  readonly lines: readonly SourceLine[];
  readonly hadPages: boolean;
  readonly drafter: Found<string> | null;
  readonly approver: Found<string> | null;
  /** Banner at the head of a page, for a cable whose own line has none. */
  readonly banner: SourceLine | null;
}

const pageLine = /^PAGE \d{1,3}(?: OF \d{1,3})? [A-Z]/;
const ruleLine = /^[-_=*]{5,}[ \d]*$/;
const endLine = /^[<& LTG;>]*END OF DOCUMENT[<& LTG;>]*$/i;
/** A distribution block is longer than this only where the text is no cable. */
const longestBlock = 80;

function isPageLine(line: SourceLine): boolean {
  return line.text.length <= 100 && /^P/i.test(line.text) && pageLine.test(line.upper);
}

/** Rules and end marks; letters of either case. */
export function isRuleLine(text: string): boolean {
  return text.length <= 200 && (ruleLine.test(text) || endLine.test(text));
}

function named(line: SourceLine, word: string): Found<string> | null {
  if (!line.upper.startsWith(word)) return null;
  const value: MappedText = sliceOf(line, Math.min(word.length + 1, line.text.length));
  return value.text === "" ? null : { value: value.text, span: spanOf(value), certainty: "sure" };
}

/** Where the distribution block under the first page line ends: at the date-time group or the sender. */
function blockEnd(lines: readonly SourceLine[], from: number): number {
  for (let k = from + 1; k < Math.min(lines.length, from + longestBlock); k += 1) {
    const upper = lines[k]?.upper ?? "";
    if (dateTimeGroupOf(upper) || lineHeadOf(upper)?.field === "from") return k;
    if (pageLine.test(upper)) return from + 1;
  }
  return from + 1;
}

function endsSentence(text: string): boolean {
  return /[.?!:;"”)]$/.test(text.slice(-1));
}

/** A line moved up to where the page broke, so that a paragraph reads on. */
function closedUp(line: SourceLine, before: SourceLine | undefined): SourceLine {
  return line.withGap(before && !endsSentence(before.text) ? 0 : Math.max(1, line.gap));
}

/** Lines without what only the paper needed. Rules of dashes go in every text. */
export function withoutPages(lines: readonly SourceLine[]): PlainPages {
  const dropped = new Set<number>();
  let drafter: Found<string> | null = null;
  let approver: Found<string> | null = null;
  let banner: SourceLine | null = null;
  let hadPages = false;
  for (const [k, line] of lines.entries()) {
    if (isRuleLine(line.text)) dropped.add(k);
    if (!isPageLine(line)) continue;
    const end = hadPages ? k + 1 : blockEnd(lines, k);
    for (let inside = k; inside < end; inside += 1) {
      const block = lines[inside];
      if (!block) continue;
      dropped.add(inside);
      drafter ??= named(block, "DRAFTED BY");
      approver ??= named(block, "APPROVED BY");
    }
    hadPages = true;
    for (
      let above = k - 1;
      above >= 0 && (dropped.has(above) || isLoneBanner(lines[above]?.upper ?? ""));
      above -= 1
    ) {
      if (dropped.has(above)) break;
      dropped.add(above);
      banner ??= lines[above] ?? null;
    }
    if (isLoneBanner(lines[end]?.upper ?? "")) dropped.add(end);
  }
  if (hadPages) dropLastBanners(lines, dropped);
  if (dropped.size === 0) return { lines, hadPages, drafter, approver, banner };
  return { lines: kept(lines, dropped), hadPages, drafter, approver, banner };
}

/** The banner under the last page has no page line below it. */
function dropLastBanners(lines: readonly SourceLine[], dropped: Set<number>): void {
  for (let k = lines.length - 1, words = 0; k >= 0 && words < 2; k -= 1) {
    if (dropped.has(k)) continue;
    if (isLoneBanner(lines[k]?.upper ?? "")) dropped.add(k);
    else words += 1;
  }
}

function kept(lines: readonly SourceLine[], dropped: ReadonlySet<number>): SourceLine[] {
  const rest: SourceLine[] = [];
  let fromPage = false;
  let fromRule = false;
  for (const [k, line] of lines.entries()) {
    if (dropped.has(k)) {
      fromPage ||= isPageLine(line);
      fromRule = true;
      continue;
    }
    if (fromPage) rest.push(closedUp(line, rest.at(-1)));
    else rest.push(fromRule ? line.withGap(Math.max(1, line.gap)) : line);
    fromPage = false;
    fromRule = false;
  }
  return rest;
}
