// How wide a text stands in a fixed-pitch file, and where it may break.

const combining = /^[\p{M}\p{Cf}]/u;
const wide =
  /^(?![\uff61-\uffdc])(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])/u;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** What may join with its neighbours into one character; text without any of it needs no segmenter. */
const joining = /[\p{M}\p{Cf}\p{Extended_Pictographic}\p{RI}\u1100-\u11ff]/u;
/** The segmenter's time grows with the square of the text's length, so long texts are handed to it in stretches. */
const stretch = 256;

function isSecondHalf(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** The characters as a reader counts them. */
function graphemesOf(text: string): string[] {
  if (!joining.test(text)) return Array.from(text);
  const found: string[] = [];
  for (let from = 0; from < text.length;) {
    const cut = Math.min(text.length, from + stretch);
    const end = isSecondHalf(text, cut) ? cut - 1 : cut;
    const parts = Array.from(graphemes.segment(text.slice(from, end)), (part) => part.segment);
    // The last character of a stretch may go on behind its end: it opens the next one.
    const whole = end < text.length && parts.length > 1 ? parts.slice(0, -1) : parts;
    for (const part of whole) {
      found.push(part);
      from += part.length;
    }
  }
  return found;
}

function widthOfGrapheme(part: string): number {
  if (wide.test(part)) return 2;
  return combining.test(part) ? 0 : 1;
}

/** Columns the text takes: 2 for East Asian wide characters and emoji, 0 for marks without a base, else 1. */
export function widthOf(text: string): number {
  // oxlint-disable-next-line no-control-regex -- plain ASCII is the common case
  if (/^[\u0000-\u007e]*$/.test(text)) return text.length;
  return graphemesOf(text).reduce((sum, part) => sum + widthOfGrapheme(part), 0);
}

/** Cuts a word that is wider than `columns` into pieces that are not. */
function piecesOf(word: string, columns: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let taken = 0;
  for (const part of graphemesOf(word)) {
    const width = widthOfGrapheme(part);
    if (taken + width > columns && piece !== "") {
      pieces.push(piece);
      piece = "";
      taken = 0;
    }
    piece += part;
    taken += width;
  }
  return [...pieces, piece];
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  let current = "";
  let taken = 0;
  const words = line.split(/\s+/).filter((word) => word !== "");
  for (const piece of words.flatMap((word) => (widthOf(word) > columns ? piecesOf(word, columns) : [word]))) {
    const width = widthOf(piece);
    if (current !== "" && taken + 1 + width > columns) {
      lines.push(current);
      current = "";
      taken = 0;
    }
    current = current === "" ? piece : `${current} ${piece}`;
    taken += width + (taken === 0 ? 0 : 1);
  }
  return [...lines, current];
}

/** Lines of at most `columns` (at least 2); a word longer than a line is cut. An empty text is one empty line. */
export function wrap(text: string, columns: number): string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, Math.max(2, columns)));
}

/** Filled with blanks to `columns`, at the end or, for figures, at the start. */
export function pad(text: string, columns: number, align: "start" | "end"): string {
  const blanks = " ".repeat(Math.max(0, columns - widthOf(text)));
  return align === "end" ? blanks + text : text + blanks;
}
