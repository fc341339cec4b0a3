// Guards against logging one thing twice: the same meeting, the same person.
import { folded } from "../lib/fold-text.ts";
import type { Counterpart } from "../model/counterpart.ts";
import type { Engagement } from "../model/engagement.ts";
import { dayIn, zoneFrom } from "./calendar.ts";
import { keptOnly } from "./merged.ts";
import { nameLikeness } from "./person-name.ts";

type MeetingLike = Pick<Engagement, "id" | "at" | "timeZone" | "postId" | "directiveId" | "theirs">;

function dayOf(engagement: MeetingLike, postTimeZone: string): string | null {
  return engagement.at === null ? null : dayIn(engagement.at, zoneFrom(engagement.timeZone, postTimeZone));
}

/** Engagements of the same post on the same day and directive with one of the same people. */
export function sameMeetings<E extends MeetingLike & Pick<Engagement, "deleted">>(
  candidate: MeetingLike,
  engagements: readonly E[],
  postTimeZone: string,
): E[] {
  const day = dayOf(candidate, postTimeZone);
  const people = new Set(Object.keys(candidate.theirs));
  if (day === null || people.size === 0) return [];
  return engagements.filter(
    (other) =>
      other.id !== candidate.id &&
      !other.deleted &&
      other.postId === candidate.postId &&
      other.directiveId === candidate.directiveId &&
      dayOf(other, postTimeZone) === day &&
      Object.keys(other.theirs).some((id) => people.has(id)),
  );
}

/** What is known of the person looked for; empty texts are unknown. */
export interface PersonSought {
  readonly name: string;
  readonly nativeName: string;
  readonly country: string;
  readonly title: string;
}

export type MatchReason = "sameName" | "similarName" | "sameNativeName" | "sameCountry" | "sameOffice";

export interface PersonMatch {
  readonly counterpart: Counterpart;
  /** 0 to 1; 1 is the same name in the same country. */
  readonly score: number;
  /** What made it a match, for the card that shows it. */
  readonly because: readonly MatchReason[];
}

const leastScore = 0.55;

function isSameText(a: string, b: string): boolean {
  return a.trim() !== "" && folded(a.trim()) === folded(b.trim());
}

/** How like somebody sought a person on record is, and in what. */
export function likeness(
  sought: PersonSought,
  counterpart: Counterpart,
): Pick<PersonMatch, "score" | "because"> {
  const byName = nameLikeness(sought.name, counterpart.name);
  const byNative = Math.max(
    nameLikeness(sought.nativeName, counterpart.nativeName),
    // People type either name into either field.
    nameLikeness(sought.name, counterpart.nativeName),
    nameLikeness(sought.nativeName, counterpart.name),
  );
  const best = Math.max(byName, byNative);
  const sameCountry = isSameText(sought.country, counterpart.country);
  const otherCountry = !sameCountry && sought.country.trim() !== "" && counterpart.country.trim() !== "";
  const sameOffice = Object.values(counterpart.offices).some((office) =>
    isSameText(office.title, sought.title),
  );
  const bonus = (sameCountry ? 0.05 : 0) + (sameOffice ? 0.1 : 0) - (otherCountry ? 0.25 : 0);
  return {
    score: best === 0 ? 0 : Math.min(1, Math.max(0, best * 0.95 + bonus)),
    because: [
      ...(byName >= 0.999 ? (["sameName"] as const) : byName > 0 ? (["similarName"] as const) : []),
      ...(byNative >= 0.999 ? (["sameNativeName"] as const) : []),
      ...(sameCountry ? (["sameCountry"] as const) : []),
      ...(sameOffice ? (["sameOffice"] as const) : []),
    ],
  };
}

/** People on record who may be the one sought, the likeliest first. Those merged into another are left to that other. */
export function personMatches(sought: PersonSought, counterparts: readonly Counterpart[]): PersonMatch[] {
  return keptOnly(counterparts)
    .filter((counterpart) => !counterpart.deleted)
    .map((counterpart) => ({ counterpart, ...likeness(sought, counterpart) }))
    .filter(({ score }) => score >= leastScore)
    .toSorted((a, b) => b.score - a.score || (a.counterpart.id < b.counterpart.id ? -1 : 1));
}
