// One line of the list of people: the office they hold, when they were last met, where they stand.
import { folded } from "#core/lib/fold-text.ts";
import type { Counterpart } from "#core/model/counterpart.ts";
import type { Position } from "#core/model/position.ts";
import { officeOn } from "#core/rules/offices.ts";
import type { People } from "#data/people.ts";
import { officeText } from "../parts/office-text.ts";

export interface PersonLine {
  readonly counterpart: Counterpart;
  readonly office: string;
  readonly postName: string;
  /** Instant of the latest held engagement, or null. */
  readonly lastMetAt: string | null;
  readonly position: Position | null;
}

export function personLines(people: People, today: string): readonly PersonLine[] {
  const postNames = new Map(people.posts.map(({ id, name }) => [id, name]));
  return people.counterparts.map((counterpart) => ({
    counterpart,
    office: officeText(officeOn(counterpart, today), people.organizations),
    postName: postNames.get(counterpart.postId ?? "") ?? "",
    lastMetAt: people.engagements.find(({ theirs }) => Object.hasOwn(theirs, counterpart.id))?.at ?? null,
    position: people.positions.find(({ counterpartId }) => counterpartId === counterpart.id) ?? null,
  }));
}

/** Every word occurs in the name, the native name, the office, the country or the post. */
export function isFound({ counterpart, office, postName }: PersonLine, text: string): boolean {
  const { name, nativeName, country } = counterpart;
  const said = folded([name, nativeName, office, country, postName].join(" "));
  return folded(text)
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
