// Words of a text with their places: what cue phrases, dates and lists are looked for in.

/** A run of letters, digits and inner apostrophes, in plain capitals; `start` and `end` are offsets in the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const word = /[A-Z0-9\x80-\uffff]+(?:'[A-Z0-9\x80-\uffff]+)*/g;

/** `upper` as plainUpper gives it. */
export function wordsOf(upper: string): Word[] {
  const words: Word[] = [];
  word.lastIndex = 0;
  for (let match = word.exec(upper); match; match = word.exec(upper)) {
    words.push({ text: match[0], start: match.index, end: word.lastIndex });
  }
  return words;
}

/** Index of the first word that starts at or after `offset`. */
export function wordIndexAt(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isNumber(text: string): boolean {
  if (text === "") return false;
  for (let k = 0; k < text.length; k += 1) {
    const code = text.charCodeAt(k);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
