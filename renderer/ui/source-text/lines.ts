// Cuts a long text into lines and each line into pieces, so that only what is in sight need be drawn. Offsets are UTF-16.

export interface SourceLine {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** 1, 2, ...; null for the rest of a line too long to draw in one piece. */
  readonly number: number | null;
}

export interface Span {
  readonly id: string;
  readonly start: number;
  /** The first character after it. */
  readonly end: number;
}

export interface Piece<S extends Span> {
  readonly start: number;
  readonly end: number;
  /** The innermost span that covers it. */
  readonly span: S | null;
  /** Whether the span begins here: there its button stands. */
  readonly isHead: boolean;
}

const longest = 1000;

function cutAt(text: string, start: number, end: number): number {
  if (end - start <= longest) return end;
  const blank = text.lastIndexOf(" ", start + longest);
  return blank > start + longest / 2 ? blank + 1 : start + longest;
}

export function linesOf(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let number = 1;
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf("\n", from);
    const stop = found < 0 ? text.length : found;
    const end = stop > from && text[stop - 1] === "\r" ? stop - 1 : stop;
    let start = from;
    do {
      const cut = cutAt(text, start, end);
      lines.push({ start, end: cut, number: start === from ? number : null });
      start = cut;
    } while (start < end);
    number += 1;
    from = stop + 1;
  }
  return lines;
}

/** The place in `lines` of the line that holds an offset. */
export function lineAt(lines: readonly SourceLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function piecesOf<S extends Span>(line: SourceLine, spans: readonly S[]): readonly Piece<S>[] {
  const here = spans.filter((span) => span.start < line.end && span.end > line.start);
  const cuts = new Set([line.start, line.end]);
  for (const span of here) {
    if (span.start > line.start) cuts.add(span.start);
    if (span.end < line.end) cuts.add(span.end);
  }
  const bounds = [...cuts].sort((one, other) => one - other);
  return bounds.slice(0, -1).map((start, at) => {
    const end = bounds[at + 1] ?? line.end;
    const covering = here.filter((span) => span.start <= start && span.end >= end);
    const span = covering.reduce<S | null>(
      (inner, candidate) =>
        inner === null || candidate.end - candidate.start < inner.end - inner.start ? candidate : inner,
      null,
    );
    return { start, end, span, isHead: span !== null && span.start === start };
  });
}
