// Words of a text with their places: what cue phrases, dates and lists are looked for in.

/** A run of letters, digits and inner apostrophes, in plain capitals; `start` and `end` are offsets in the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function isWordChar(code: number): boolean {
  return code >= 0x41 ? code <= 0x5a || code > 0x7f : code >= 0x30 && code <= 0x39;
}

const apostrophe = 0x27;

/** `upper` as plainUpper gives it. */
export function wordsOf(upper: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < upper.length) {
    if (!isWordChar(upper.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    at += 1;
    while (at < upper.length) {
      const code = upper.charCodeAt(at);
      if (!isWordChar(code) && !(code === apostrophe && isWordChar(upper.charCodeAt(at + 1)))) break;
      at += 1;
    }
    words.push({ text: upper.slice(start, at), start, end: at });
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
