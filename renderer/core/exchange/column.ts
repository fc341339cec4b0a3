// A column of a foreign table and the field it is read into: by which headings it is known, and what stands in its cells.
import { folded } from "../lib/fold-text.ts";

interface Named {
  /** What the target reads it as: a field of its table, or a word of its own ("organization"). */
  readonly field: string;
  /** Headings that mean this field, compared without case, accents and punctuation; the first match wins. */
  readonly headings: readonly string[];
}

interface ChoiceColumn extends Named {
  readonly kind: "choice";
  readonly members: readonly string[];
  /** The list's name in locales: its words are read too. */
  readonly list: string;
  /** Other words for a member that lists use. */
  readonly names?: Readonly<Record<string, string>>;
}

interface NumberColumn extends Named {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
}

interface PlainColumn extends Named {
  /** `list`: several values in one cell, parted by semicolons. `time`: a wall clock. `id`: of a record here. */
  readonly kind: "text" | "prose" | "list" | "day" | "instant" | "time" | "id";
}

export type Column = ChoiceColumn | NumberColumn | PlainColumn;

/** Field -> index of the heading it is read from. */
export type Mapping = ReadonlyMap<string, number>;

/** Guesses the mapping from the headings alone; a heading serves one field. */
export function guessMapping(columns: readonly Column[], headings: readonly string[]): Mapping {
  const taken = new Set<number>();
  const mapping = new Map<string, number>();
  const keys = headings.map(headingKey);
  for (const column of columns) {
    for (const name of column.headings) {
      const at = keys.findIndex((key, index) => !taken.has(index) && key === headingKey(name));
      if (at < 0) continue;
      mapping.set(column.field, at);
      taken.add(at);
      break;
    }
  }
  return mapping;
}

/** A heading, or a word of a closed list, as it is compared. */
export function headingKey(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** The same for files with the same headings in the same order: what was said of one is said of the others. */
export function headingsKey(headings: readonly string[]): string {
  return JSON.stringify(headings.map(headingKey));
}
