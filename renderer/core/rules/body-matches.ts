// Whether two names mean one body, and which bodies on record may be the one about to be entered.
import { folded } from "../lib/fold-text.ts";
import { remembered } from "../lib/remembered.ts";
import type { Organization } from "../model/organization.ts";
import type { MatchReason } from "./duplicates.ts";
import { nameLikeness } from "./person-name.ts";

/** Words that say nothing of which body it is, in the languages that names of bodies are mostly written in. */
const small = /(?<!\p{L})(?:of|the|for|and|de|du|des|la|le|les|et|del|los|las|y|da|do|dos|e)(?!\p{L})/giu;

const withoutSmall = remembered((name: string): string => {
  const bare = name.replaceAll(small, " ").trim();
  return bare === "" ? name : bare;
});

/** 0 to 1: "Foreign Affairs Ministry" is "The Ministry of Foreign Affairs". */
export function bodyLikeness(a: string, b: string): number {
  return nameLikeness(withoutSmall(a), withoutSmall(b));
}

export interface BodyMatch {
  readonly body: Organization;
  /** 0 to 1. */
  readonly score: number;
  readonly because: readonly MatchReason[];
}

/** Ministries share most of their words; below this two names mean two of them. */
const leastScore = 0.72;

/**
 * Bodies on record that may be the one sought, the likeliest first. Those of another country are left out, but for
 * bodies that belong to none.
 */
export function bodyMatches(
  sought: Pick<Organization, "name" | "country">,
  bodies: Iterable<Organization>,
): BodyMatch[] {
  const country = folded(sought.country.trim());
  return [...new Set(bodies)]
    .filter((body) => !body.deleted)
    .flatMap((body): BodyMatch[] => {
      const there = folded(body.country.trim());
      const isThere = country !== "" && there === country;
      const isElsewhere = country !== "" && there !== "" && !isThere && body.kind !== "international";
      const score = isElsewhere ? 0 : bodyLikeness(sought.name, body.name);
      if (score < leastScore) return [];
      const byName = score >= 0.999 ? "sameName" : "similarName";
      return [{ body, score, because: isThere ? [byName, "sameCountry"] : [byName] }];
    })
    .toSorted((a, b) => b.score - a.score || (a.body.id < b.body.id ? -1 : 1));
}
