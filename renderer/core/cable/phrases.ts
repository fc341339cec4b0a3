// A small pattern language for cue phrases, matched word by word so that any text costs the same per word.
import type { Word } from "./words.ts";

interface Element {
  /** Null: any word, up to `gap` of them. */
  readonly words: ReadonlySet<string> | null;
  readonly optional: boolean;
  readonly gap: number;
}

export interface Phrase<Id> {
  readonly id: Id;
  readonly elements: readonly Element[];
}

/** "A|B" is either word, "[A|B]" may be missing, "...4" is up to four words of any kind. */
function elementOf(token: string): Element {
  const gap = /^\.\.\.(\d{1,2})$/.exec(token);
  if (gap) return { words: null, optional: true, gap: Number(gap[1]) };
  const optional = token.startsWith("[");
  const words = new Set((optional ? token.slice(1, -1) : token).split("|"));
  return { words, optional, gap: 0 };
}

export function phraseOf<Id>(id: Id, pattern: string): Phrase<Id> {
  return { id, elements: pattern.split(" ").map(elementOf) };
}

/** Index behind the match of `elements[k...]` at word `at`, within `to`; -1 for none. Depth and branching are those of the pattern alone. */
function matchEnd(
  elements: readonly Element[],
  k: number,
  words: readonly Word[],
  at: number,
  to: number,
): number {
  const element = elements[k];
  if (!element) return at;
  if (element.words === null) {
    for (let skip = 0; skip <= element.gap && at + skip <= to; skip += 1) {
      const end = matchEnd(elements, k + 1, words, at + skip, to);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (at < to && element.words.has(words[at]?.text ?? "")) {
    const end = matchEnd(elements, k + 1, words, at + 1, to);
    if (end >= 0) return end;
  }
  return element.optional ? matchEnd(elements, k + 1, words, at, to) : -1;
}

export interface Hit<Id> {
  readonly id: Id;
  /** Word indexes, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Phrases by the words they may begin with; a phrase must begin with a word it cannot do without. */
export class PhraseBook<Id> {
  readonly #byFirst = new Map<string, Phrase<Id>[]>();

  constructor(phrases: readonly Phrase<Id>[]) {
    for (const phrase of phrases) {
      for (const word of phrase.elements[0]?.words ?? []) {
        const list = this.#byFirst.get(word);
        if (list) list.push(phrase);
        else this.#byFirst.set(word, [phrase]);
      }
    }
  }

  /** Every match that begins in words `from` to `to` and ends by `to`. */
  hits(words: readonly Word[], from: number, to: number): Hit<Id>[] {
    const hits: Hit<Id>[] = [];
    for (let at = from; at < to; at += 1) {
      for (const phrase of this.#byFirst.get(words[at]?.text ?? "") ?? []) {
        const end = matchEnd(phrase.elements, 0, words, at, to);
        if (end >= 0) hits.push({ id: phrase.id, start: at, end });
      }
    }
    return hits;
  }
}
