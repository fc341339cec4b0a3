// Text put together from stretches of a source, able to tell where in the source each character stood.
import type { Span } from "./reading.ts";

/** Piece `k` begins at offset `starts[k]` of `text` and stood at offset `sources[k]` of the source. */
export interface MappedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly sources: readonly number[];
}

export const emptyText: MappedText = { text: "", starts: [], sources: [] };

const fromTheFirst: readonly number[] = [0];

/** A stretch taken as it stands. */
export function plainText(text: string, source: number): MappedText {
  return text === "" ? emptyText : { text, starts: fromTheFirst, sources: [source] };
}

/** Collects pieces in order; neighbours that were neighbours in the source become one piece. */
export class TextBuilder {
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  #length = 0;
  #sourceEnd = -1;

  get length(): number {
    return this.#length;
  }

  /** `source` is where `part` begins in the source. */
  push(part: string, source: number): void {
    if (part === "") return;
    if (source !== this.#sourceEnd) {
      this.#starts.push(this.#length);
      this.#sources.push(source);
    }
    this.#parts.push(part);
    this.#length += part.length;
    this.#sourceEnd = source + part.length;
  }

  /** A character the source has not, e.g. the blank that joins two lines; it counts as standing at `source`. */
  pushMade(part: string, source: number): void {
    this.#starts.push(this.#length);
    this.#sources.push(source);
    this.#parts.push(part);
    this.#length += part.length;
    this.#sourceEnd = -1;
  }

  append(mapped: MappedText): void {
    for (let k = 0; k < mapped.starts.length; k += 1) {
      const start = mapped.starts[k] ?? 0;
      const end = mapped.starts[k + 1] ?? mapped.text.length;
      this.push(mapped.text.slice(start, end), mapped.sources[k] ?? 0);
    }
  }

  build(): MappedText {
    return { text: this.#parts.join(""), starts: this.#starts, sources: this.#sources };
  }
}

/** Index of the piece that holds `offset`. */
function pieceAt(mapped: MappedText, offset: number): number {
  let low = 0;
  let high = mapped.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((mapped.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Source offset of the character at `offset`. */
export function sourceAt(mapped: MappedText, offset: number): number {
  const piece = pieceAt(mapped, offset);
  return (mapped.sources[piece] ?? 0) + offset - (mapped.starts[piece] ?? 0);
}

/** The source stretch from the character at `start` to the one before `end`. */
export function spanOf(mapped: MappedText, start = 0, end = mapped.text.length): Span {
  const from = sourceAt(mapped, start);
  return { start: from, end: end > start ? sourceAt(mapped, end - 1) + 1 : from };
}

export function sliceOf(mapped: MappedText, start: number, end = mapped.text.length): MappedText {
  if (end <= start) return emptyText;
  if (mapped.starts.length === 1) return plainText(mapped.text.slice(start, end), sourceAt(mapped, start));
  const builder = new TextBuilder();
  for (let k = pieceAt(mapped, start); k < mapped.starts.length; k += 1) {
    const pieceStart = mapped.starts[k] ?? 0;
    if (pieceStart >= end) break;
    const from = Math.max(start, pieceStart);
    const to = Math.min(end, mapped.starts[k + 1] ?? mapped.text.length);
    builder.push(mapped.text.slice(from, to), (mapped.sources[k] ?? 0) + from - pieceStart);
  }
  return builder.build();
}

/** Without blanks and line breaks at both ends. */
export function trimmed(mapped: MappedText): MappedText {
  const { text } = mapped;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return start === 0 && end === text.length ? mapped : sliceOf(mapped, start, end);
}

/** Lines made one, with a blank between. */
export function joined(parts: readonly MappedText[]): MappedText {
  const builder = new TextBuilder();
  for (const part of parts) {
    if (part.text === "") continue;
    if (builder.length > 0) builder.pushMade(" ", sourceAt(part, 0));
    builder.append(part);
  }
  return builder.build();
}
