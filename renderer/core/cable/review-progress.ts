// How far a review has come: what of the instruction is ticked, what is still open, what keeps it from becoming a directive.
import type { CableDraft, ReviewField } from "./review.ts";

/** In the order the list shows them. Texts stand under `cable.part.<part>`. */
const reviewParts = [
  "subject",
  "mrn",
  "sentAt",
  "marking",
  "posts",
  "objective",
  "points",
  "deliverBy",
  "reportBy",
  "level",
  "written",
  "reporting",
] as const;
export type ReviewPart = (typeof reviewParts)[number];

/** Names of the fields a part is made of, where they differ from the part's. */
const fieldNames: Partial<Readonly<Record<ReviewPart, string>>> = { posts: "addressee", points: "point" };

/** Without these there is no directive; a part of the second list may be thrown away instead, as the text has none. */
const neverMissing: ReadonlySet<ReviewPart> = new Set(["subject", "marking"]);
const mayBeMissing: ReadonlySet<ReviewPart> = new Set(["mrn", "sentAt", "posts", "points"]);

export interface Settled {
  readonly ticked: ReadonlySet<string>;
  readonly discarded: ReadonlySet<string>;
}

export interface PartProgress {
  readonly part: ReviewPart;
  /** Fields found or added, thrown away ones left out. */
  readonly found: number;
  readonly ticked: number;
  /** The first field still to be looked at, else the first of the part; null where there is none. */
  readonly key: string | null;
  readonly isNeeded: boolean;
  /** False where it keeps the draft from becoming a directive. */
  readonly isSettled: boolean;
}

function nameOf(key: string): string {
  return key.split("/")[0] ?? key;
}

export function reviewProgress(draft: CableDraft, { ticked, discarded }: Settled): PartProgress[] {
  return reviewParts.map((part) => {
    const name = fieldNames[part] ?? part;
    const all = draft.fields.filter(({ key }) => nameOf(key) === name);
    const left = all.filter(({ key }) => !discarded.has(key));
    const done = left.filter(({ key }) => ticked.has(key));
    const isNeeded = neverMissing.has(part) || mayBeMissing.has(part);
    const isSettled =
      !isNeeded || done.length > 0 || (mayBeMissing.has(part) && all.length > 0 && left.length === 0);
    const open = left.find(({ key }) => !ticked.has(key));
    return {
      part,
      found: left.filter(({ value }) => value !== null).length,
      ticked: done.length,
      key: (open ?? all[0])?.key ?? null,
      isNeeded,
      isSettled,
    };
  });
}

/** Parts that keep the draft from becoming a directive. */
export function openParts(progress: readonly PartProgress[]): ReviewPart[] {
  return progress.flatMap(({ part, isSettled }) => (isSettled ? [] : [part]));
}

/** Fields the reader is sure of: those one press may tick. An addressee without its post is not one of them. */
export function sureFields(draft: CableDraft): readonly ReviewField[] {
  return draft.fields.filter(
    ({ key, value, certainty }) => value !== null && certainty === "sure" && !draft.unmatched.includes(key),
  );
}

const doubt = { unsure: 0, likely: 1, sure: 2 } as const;

/** Fields of one group as they are to be looked at: what is missing or unsure first, else as they stand in the text. */
export function inOrderOfDoubt(fields: readonly ReviewField[], unmatched: readonly string[]): ReviewField[] {
  const rank = ({ key, value, certainty }: ReviewField): number =>
    value === null || unmatched.includes(key) ? -1 : doubt[certainty];
  return fields.toSorted((a, b) => rank(a) - rank(b));
}
