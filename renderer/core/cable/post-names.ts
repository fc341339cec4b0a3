// Telegraphic names: the prefixes that say what kind of post it is, and which known post a printed name means.
import { plainUpper } from "./plain-upper.ts";

const prefixStarts = ["AMEMB", "AMEREMB", "AMCON", "AMERCON", "USMISS", "USINT", "USLO", "USDEL", "USOFFICE"];
const prefixWords = new Set(["SECSTATE", "SECDEF", "EMBASSY", "CONSULATE", "AMMISSION", "USDAO"]);

/** True for the word an addressee's name opens with: "AMEMBASSY", "USMISSION", the garbled "AMEREMBASSY". */
export function isPostPrefix(word: string): boolean {
  return prefixWords.has(word) || prefixStarts.some((start) => word.startsWith(start));
}

const droppedWords = new Set([
  "U",
  "S",
  "US",
  "USA",
  "AMERICAN",
  "EMBASSY",
  "CONSULATE",
  "GENERAL",
  "MISSION",
  "TO",
  "OFFICE",
  "BRANCH",
  "CONSULAR",
  "AGENCY",
  "INTERESTS",
  "SECTION",
  "LIAISON",
  "IN",
  "AT",
]);

/** Letters and digits only, one blank between words, capitals, no accents. */
export function plainName(name: string): string {
  return plainUpper(name)
    .replaceAll("'", "")
    .replaceAll(/[^A-Z0-9]+/g, " ")
    .trim();
}

/** The place alone: "AMEMBASSY THE HAGUE" and "Embassy The Hague" are "THE HAGUE". Never empty for a name with words. */
export function placeOf(name: string): string {
  const words = plainName(name).split(" ");
  let from = 0;
  while (from < words.length - 1) {
    const word = words[from] ?? "";
    if (!isPostPrefix(word) && !droppedWords.has(word)) break;
    from += 1;
  }
  return words.slice(from).join(" ");
}

/** Known posts by the place in their names, for checking hits and taking joined names apart. */
export class KnownPlaces {
  readonly #places: ReadonlySet<string>;
  readonly #mostWords: number;

  constructor(names: Iterable<string>) {
    const places = new Set<string>();
    let mostWords = 0;
    for (const name of names) {
      const place = placeOf(name);
      if (place === "") continue;
      places.add(place);
      // Telegraphic names drop the word: MEXICO, PANAMA, KUWAIT.
      places.add(place.replace(/ CITY$/, ""));
      if (place.startsWith("USUN ")) places.add("USUN");
      mostWords = Math.max(mostWords, place.split(" ").length);
    }
    this.#places = places;
    this.#mostWords = mostWords;
  }

  get isEmpty(): boolean {
    return this.#places.size === 0;
  }

  has(name: string): boolean {
    return this.#places.has(placeOf(name));
  }

  /** How many of `words` (plain, in capitals) from `from` on make the longest known name; 0 for none. */
  longestAt(words: readonly { readonly text: string }[], from: number, to: number): number {
    const prefix = isPostPrefix(words[from]?.text ?? "") ? 1 : 0;
    const most = Math.min(this.#mostWords, to - from - prefix);
    for (let count = most; count > 0; count -= 1) {
      const name = words.slice(from + prefix, from + prefix + count).map((word) => word.text);
      if (this.#places.has(name.join(" "))) return prefix + count;
    }
    return 0;
  }

  /** Word counts of the known names that `words` are made of, in order; null where any word is left over. */
  split(words: readonly string[]): number[] | null {
    const counts: number[] = [];
    let at = 0;
    while (at < words.length) {
      let count = Math.min(this.#mostWords, words.length - at);
      while (count > 0 && !this.#places.has(plainName(words.slice(at, at + count).join(" ")))) count -= 1;
      if (count === 0) return null;
      counts.push(count);
      at += count;
    }
    return counts;
  }
}
