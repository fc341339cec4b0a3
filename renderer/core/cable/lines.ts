// A source cut into tidy lines: one blank between words, no line of nothing, each character still traceable.
import { plainText, TextBuilder, type MappedText } from "./mapped-text.ts";
import type { Span } from "./reading.ts";
import { plainUpper } from "./plain-upper.ts";

/** More than any real cable; the rest of a longer text is not read. UTF-16 code units, and lines with words in them. */
const longestText = 2_000_000;
const mostLines = 40_000;
/** A longer line was pasted without its line breaks, so its layout says nothing. */
export const longestLine = 20_000;

/** One line. Its capitals are made when first asked for: most lines of a long text never are. */
export class SourceLine implements MappedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly sources: readonly number[];
  /** Blank lines above it. */
  readonly gap: number;
  #upper: string | null = null;

  constructor(line: MappedText, gap: number) {
    this.text = line.text;
    this.starts = line.starts;
    this.sources = line.sources;
    this.gap = gap;
  }

  /** `text` in plain capitals, same length. */
  get upper(): string {
    this.#upper ??= plainUpper(this.text);
    return this.#upper;
  }

  withGap(gap: number): SourceLine {
    return gap === this.gap ? this : new SourceLine(this, gap);
  }
}

export interface SourceLines {
  readonly lines: readonly SourceLine[];
  readonly cut: boolean;
  readonly longLine: Span | null;
}

const lineFeed = 10;
const carriageReturn = 13;

function isBreak(code: number): boolean {
  return code <= carriageReturn ? code >= lineFeed : code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Blanks of every kind, and marks without width (byte order mark, soft hyphen, direction marks, controls). */
function isBlank(code: number): boolean {
  if (code > 0x20 && code < 0x7f) return false;
  if (code <= 0x20 || code === 0x7f || code === 0xa0 || code === 0xad) return true;
  return (
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

function isWidthless(code: number): boolean {
  return (
    code === 0xad ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2060 && code <= 0x206f)
  );
}

const untidy = /[^ -~]|  |^ | $/;

function tidyLine(source: string, start: number, end: number): MappedText {
  const line = source.slice(start, end);
  if (!untidy.test(line)) return plainText(line, start);
  const builder = new TextBuilder();
  let position = start;
  let blanks = false;
  while (position < end) {
    const code = source.charCodeAt(position);
    if (isBlank(code)) {
      blanks ||= !isWidthless(code);
      position += 1;
      continue;
    }
    let stop = position + 1;
    while (stop < end && !isBlank(source.charCodeAt(stop))) stop += 1;
    if (blanks && builder.length > 0) {
      if (source.charCodeAt(position - 1) === 0x20) builder.push(" ", position - 1);
      else builder.pushMade(" ", position - 1);
    }
    blanks = false;
    builder.push(source.slice(position, stop), position);
    position = stop;
  }
  return builder.build();
}

/** Lines with words in them, top to bottom. */
export function readLines(source: string): SourceLines {
  const lines: SourceLine[] = [];
  const limit = Math.min(source.length, longestText);
  let longLine: Span | null = null;
  let gap = 0;
  let start = 0;
  while (start < limit && lines.length < mostLines) {
    let end = start;
    while (end < limit && !isBreak(source.charCodeAt(end))) end += 1;
    const tidy = tidyLine(source, start, end);
    if (tidy.text === "") gap += 1;
    else {
      if (tidy.text.length > longestLine) longLine ??= { start, end };
      lines.push(new SourceLine(tidy, gap));
      gap = 0;
    }
    const crlf = source.charCodeAt(end) === carriageReturn && source.charCodeAt(end + 1) === lineFeed;
    start = end + (crlf ? 2 : 1);
  }
  return { lines, cut: start < source.length, longLine };
}
