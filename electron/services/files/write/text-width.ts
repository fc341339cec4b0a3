// How wide a text stands in a fixed-pitch file, and where it may break.

const combining = /^[\p{M}\p{Cf}]/u;
const wide =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])/u;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The characters as a reader counts them. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), (part) => part.segment);
}

/** Columns the text takes: 2 for East Asian wide characters and emoji, 0 for marks without a base, else 1. */
export function widthOf(text: string): number {
  // oxlint-disable-next-line no-control-regex -- plain ASCII, the common case, needs no segmenter
  if (/^[\u0000-\u007e]*$/.test(text)) return text.length;
  return graphemesOf(text).reduce(
    (sum, part) => sum + (wide.test(part) ? 2 : combining.test(part) ? 0 : 1),
    0,
  );
}

/** Cuts a word that is wider than `columns` into pieces that are not. */
function piecesOf(word: string, columns: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let taken = 0;
  for (const part of graphemesOf(word)) {
    const width = widthOf(part);
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
