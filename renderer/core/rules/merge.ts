// Two records as one: which fields differ, what may be taken of each, and the values the kept one is given.
import { folded } from "../lib/fold-text.ts";
import type { Entity } from "../model/entity.ts";
import type { Field } from "../model/field.ts";
import { joinedTexts, unionOf } from "./decisions.ts";

/** Whose value the kept record has afterwards. */
export type Take = "kept" | "other" | "both";

type Values = Readonly<Record<string, unknown>>;

/** A field in which two records differ. */
export interface MergeField {
  readonly name: string;
  readonly kept: unknown;
  readonly other: unknown;
  readonly takes: readonly Take[];
  /** What is proposed. */
  readonly start: Take;
}

/** What is about the merging itself, and the post, which a record keeps for life. */
const notChosen: ReadonlySet<string> = new Set(["mergedIntoId", "differsFrom", "maybeSameAs", "postId"]);

export function mergeFields(entity: Entity, kept: Values, other: Values): readonly MergeField[] {
  return Object.entries(entity.fields).flatMap(([name, field]): MergeField[] => {
    const [ours, theirs] = [kept[name], other[name]];
    if (notChosen.has(name) || isSame(ours, theirs)) return [];
    const canBoth = field.kind === "list" || field.kind === "map" || field.kind === "prose";
    const takes: readonly Take[] = canBoth ? ["kept", "other", "both"] : ["kept", "other"];
    return [{ name, kept: ours, other: theirs, takes, start: proposed(name, field, ours, theirs, canBoth) }];
  });
}

function proposed(
  name: string,
  field: Field<unknown>,
  kept: unknown,
  other: unknown,
  canBoth: boolean,
): Take {
  if (isSame(other, field.initial)) return "kept";
  if (isSame(kept, field.initial)) return "other";
  if (canBoth) return "both";
  // A merge never lowers a marking by itself.
  const rank = (value: unknown) => (field.choices ?? []).indexOf(String(value));
  return name === "sensitivity" && rank(other) > rank(kept) ? "other" : "kept";
}

/** New values of the kept record, by path. Nothing is taken from a field without a word on it. */
export function mergedValues(
  entity: Entity,
  kept: Values,
  other: Values,
  takes: Readonly<Record<string, Take>>,
): Values {
  return Object.fromEntries(
    mergeFields(entity, kept, other).flatMap(({ name, kept: ours, other: theirs }) => {
      const take = takes[name] ?? "kept";
      if (take === "kept") return [];
      const kind = entity.fields[name]?.kind;
      if (kind === "map") return mapValues(name, asMap(ours), asMap(theirs), take);
      if (take === "other") return [[name, theirs] as const];
      return [[name, kind === "list" ? unionOf([ours, theirs]) : joinedTexts([theirs, ours])] as const];
    }),
  );
}

function mapValues(
  name: string,
  kept: Values,
  other: Values,
  take: Take,
): readonly (readonly [path: string, value: unknown])[] {
  const standing = take === "both" ? Object.values(kept) : [];
  const added = Object.entries(other).filter(([, value]) => !standing.some((one) => isAlike(one, value)));
  const gone = take === "both" ? [] : Object.keys(kept).filter((key) => !Object.hasOwn(other, key));
  return [
    ...added.map(([key, value]) => [`${name}/${key}`, value] as const),
    ...gone.map((key) => [`${name}/${key}`, null] as const),
  ];
}

/** Two offices entered on both records under keys of their own are one; a tag is what its key says. */
function isAlike(a: unknown, b: unknown): boolean {
  return typeof a === "object" && folded(JSON.stringify(a)) === folded(JSON.stringify(b));
}

function asMap(value: unknown): Values {
  return typeof value === "object" && value !== null ? (value as Values) : {};
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
