// Pairs of records that may be the same person or body, over everything there is, without comparing all with all.
import { folded } from "../lib/fold-text.ts";
import type { Counterpart } from "../model/counterpart.ts";
import type { Organization } from "../model/organization.ts";
import { bodyLikeness } from "./body-matches.ts";
import { likeness, type MatchReason } from "./duplicates.ts";
import { keptById } from "./merged.ts";
import { nameSkeleton } from "./name-skeleton.ts";
import { officesOf } from "./offices.ts";
import { wordsOfName } from "./person-name.ts";

export interface LikePair<R> {
  /** The one with the lower id first. */
  readonly pair: readonly [R, R];
  /** 0 to 1. */
  readonly score: number;
  readonly because: readonly MatchReason[];
  /** An import could not tell them apart, so a person was promised the choice. */
  readonly isAsked: boolean;
}

/** From this likeness on a pair is shown. */
const leastScore = 0.72;
/** Blocks up to this size are compared all with all; in larger ones each only with its neighbours. */
const mostCompared = 40;
const neighbours = 12;

/** A search that pauses now and then, so that a page can breathe. */
export type Search<R> = Generator<undefined, readonly LikePair<R>[]>;

/** The likeliest first; those an import asked about before all others. */
export function likePeople(people: readonly Counterpart[]): Search<Counterpart> {
  const kept = keptById(people);
  const live = people.filter((person) => kept.get(person.id) === person && !person.deleted);
  const keyed = live.map((row) => ({ row, names: [row.name, row.nativeName], country: folded(row.country) }));
  const asked = askedPeople(people);
  return pairsOf(people, kept, keyed, asked, ([a, b]) => {
    const [office] = officesOf(a);
    return likeness(
      { name: a.name, nativeName: a.nativeName, country: a.country, title: office?.title ?? "" },
      b,
    );
  });
}

/** Pairs that an import could not tell apart and left to a person, each once. */
export function askedPeople(
  people: readonly Counterpart[],
): readonly (readonly [Counterpart, Counterpart])[] {
  const kept = keptById(people);
  const parted = partedPairs(people, kept);
  const pairs = new Map<string, readonly [Counterpart, Counterpart]>();
  for (const asking of people) {
    for (const id of Object.keys(asking.maybeSameAs)) {
      const [one, other] = [kept.get(asking.id), kept.get(id)];
      if (!one || !other || one === other || one.deleted || other.deleted) continue;
      const key = pairKey(one.id, other.id);
      if (!parted.has(key)) pairs.set(key, one.id < other.id ? [one, other] : [other, one]);
    }
  }
  return [...pairs.values()];
}

/** Bodies of one country with names alike, unless they stand under different bodies. */
export function likeBodies(bodies: readonly Organization[]): Search<Organization> {
  const kept = keptById(bodies);
  const live = bodies.filter((body) => kept.get(body.id) === body && !body.deleted);
  const keyed = live.map((row) => ({ row, names: [row.name], country: folded(row.country) }));
  const above = ({ parentId }: Organization) =>
    parentId === null ? null : (kept.get(parentId)?.id ?? parentId);
  return pairsOf(
    bodies,
    kept,
    keyed,

    [],
    ([a, b]) => {
      const [one, other] = [above(a), above(b)];
      if (one !== null && other !== null && one !== other) return { score: 0, because: [] };
      const byName = bodyLikeness(a.name, b.name);
      return {
        score: byName * (a.kind === b.kind ? 1 : 0.85),
        because: [
          byName >= 0.999 ? "sameName" : "similarName",
          ...(a.country === "" ? [] : ["sameCountry" as const]),
        ],
      };
    },
  );
}

interface Keyed<R> {
  readonly row: R;
  readonly names: readonly string[];
  readonly country: string;
}

/** A record in a block, by one of its names. */
interface Entry<R> {
  readonly row: R;
  /** The name by its sounds, words in order. */
  readonly spelled: string;
  readonly country: string;
}

interface Row {
  readonly id: string;
  readonly mergedIntoId: string | null;
  readonly differsFrom: Readonly<Record<string, true>>;
}

type Compare<R> = (pair: readonly [R, R]) => Pick<LikePair<R>, "score" | "because">;

function* pairsOf<R extends Row>(
  all: readonly R[],
  kept: ReadonlyMap<string, R>,
  keyed: readonly Keyed<R>[],
  asked: readonly (readonly [R, R])[],
  compare: Compare<R>,
): Search<R> {
  const parted = partedPairs(all, kept);
  const numbers = new Map(keyed.map(({ row }, at) => [row, at]));
  const met = new Set<number>();
  const found: LikePair<R>[] = [];
  const meet = (a: R, b: R, isAsked: boolean): void => {
    const pair = a.id < b.id ? ([a, b] as const) : ([b, a] as const);
    // A number for each pair: texts for all of them would cost more than comparing them.
    const key = (numbers.get(pair[0]) ?? 0) * keyed.length + (numbers.get(pair[1]) ?? 0);
    if (met.has(key)) return;
    met.add(key);
    const { score, because } = compare(pair);
    const isShown = isAsked || score >= leastScore;
    if (isShown && !parted.has(pairKey(a.id, b.id))) found.push({ pair, score, because, isAsked });
  };
  for (const [a, b] of asked) meet(a, b, true);
  for (const block of yield* blocksOf(keyed)) {
    yield;
    const reach = block.length > mostCompared ? neighbours : block.length;
    block.forEach((a, at) => {
      for (const b of block.slice(at + 1, at + 1 + reach)) if (mayBeOne(a, b)) meet(a.row, b.row, false);
    });
  }
  return found.toSorted(
    (a, b) =>
      Number(b.isAsked) - Number(a.isAsked) || b.score - a.score || (a.pair[0].id < b.pair[0].id ? -1 : 1),
  );
}

/** In two countries only the same name is worth a closer look. */
function mayBeOne(a: Entry<unknown>, b: Entry<unknown>): boolean {
  return a.country === b.country || a.country === "" || b.country === "" || a.spelled === b.spelled;
}

/**
 * Records that share a whole word by its sound and the first letter of another: a slip, another spelling or a missing
 * name in one place still leaves such a pair. By country, then in order of spelling.
 */
function* blocksOf<R>(keyed: readonly Keyed<R>[]): Generator<undefined, readonly (readonly Entry<R>[])[]> {
  const blocks = new Map<string, Map<R, Entry<R>>>();
  for (const { row, names, country } of keyed) {
    yield;
    for (const name of names) {
      const words = wordsOfName(name)
        .map(nameSkeleton)
        .filter((word) => word !== "");
      const entry = { row, country, spelled: words.toSorted().join(" ") };
      for (const key of keysOf(words)) {
        const block = blocks.get(key) ?? new Map<R, Entry<R>>();
        blocks.set(key, block);
        if (!block.has(row)) block.set(row, entry);
      }
    }
  }
  return [...blocks.values()]
    .filter((block) => block.size > 1)
    .map((block) => [...block.values()].toSorted(bySpelling));
}

function bySpelling(a: Entry<unknown>, b: Entry<unknown>): number {
  if (a.country !== b.country) return a.country < b.country ? -1 : 1;
  return a.spelled < b.spelled ? -1 : a.spelled > b.spelled ? 1 : 0;
}

/** Names of more words than this are compared by the first of them in order. */
const mostWords = 6;

function keysOf(words: readonly string[]): ReadonlySet<string> {
  const some = words.slice(0, mostWords);
  const [only] = some;
  if (some.length === 1 && only !== undefined) return new Set([only]);
  return new Set(
    some.flatMap((word, at) =>
      word.length < 2 ? [] : some.flatMap((other, to) => (to === at ? [] : [`${word} ${other.slice(0, 1)}`])),
    ),
  );
}

/** Pairs that somebody said are two, whichever of their records it was said of. */
function partedPairs<R extends Row>(all: readonly R[], kept: ReadonlyMap<string, R>): ReadonlySet<string> {
  const now = (id: string) => kept.get(id)?.id ?? id;
  return new Set(
    all.flatMap(({ id, differsFrom }) =>
      Object.keys(differsFrom).map((other) => pairKey(now(id), now(other))),
    ),
  );
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}/${b}` : `${b}/${a}`;
}
