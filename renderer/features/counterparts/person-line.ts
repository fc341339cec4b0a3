// One line of the list of people: the office they hold, when they were last met, where they stand.
import { folded } from "#core/lib/fold-text.ts";
import type { Counterpart } from "#core/model/counterpart.ts";
import type { Organization } from "#core/model/organization.ts";
import type { Post } from "#core/model/post.ts";
import { dayIn, zoneFrom } from "#core/rules/calendar.ts";
import { bodyChain, type HeldOffice, officeOn } from "#core/rules/offices.ts";
import { positionLedger, type Standing } from "#core/rules/position-ledger.ts";
import type { People } from "#data/people.ts";
import type { PeopleSearch } from "./people-search.ts";

export interface PersonLine {
  readonly counterpart: Counterpart;
  readonly post: Post | undefined;
  /** The office held today; null where none is known. */
  readonly office: HeldOffice | null;
  /** The body of that office, and those above it. */
  readonly bodies: readonly Organization[];
  /** Instant of the latest held engagement, and its day at the post; null where there was none. */
  readonly lastMetAt: string | null;
  readonly lastMetOn: string | null;
  /** The latest stand, on whatever issue. */
  readonly standing: Standing | undefined;
}

export function personLines(all: People, today: string, capitalTimeZone: string): readonly PersonLine[] {
  const posts = new Map(all.posts.map((post) => [post.id, post]));
  const standings = positionLedger(all.positions, { view: "counterpart", since: null });
  return all.counterparts.map((counterpart) => {
    const post = posts.get(counterpart.postId ?? "");
    const office = officeOn(counterpart, today);
    const last = all.lastContacts.get(counterpart.id);
    const lastMetAt = last?.at ?? null;
    const timeZone = zoneFrom(last?.timeZone ?? "", post?.timeZone ?? "", capitalTimeZone);
    return {
      counterpart,
      post,
      office,
      bodies: bodyChain(office?.organizationId ?? null, all.organizations),
      lastMetAt,
      lastMetOn: lastMetAt === null ? null : dayIn(lastMetAt, timeZone),
      standing: standings
        .filter(({ counterpartId }) => counterpartId === counterpart.id)
        .toSorted((a, b) => (b.current.on ?? "").localeCompare(a.current.on ?? "", "en"))[0],
    };
  });
}

/** Every word occurs in the names, the office and its bodies, the country, the tags or the post. */
export function isFound(line: PersonLine, search: PeopleSearch): boolean {
  const { counterpart, post, office, bodies, standing } = line;
  if (search.post !== "" && search.post !== counterpart.postId) return false;
  if (search.tag !== "" && !Object.hasOwn(counterpart.tags, search.tag)) return false;
  if (search.stance !== "" && search.stance !== (standing?.current.stance ?? "unknown")) return false;
  const said = folded(
    [
      counterpart.name,
      counterpart.nativeName,
      counterpart.country,
      office?.title ?? "",
      ...bodies.map(({ name }) => name),
      ...Object.keys(counterpart.tags),
      post?.name ?? "",
    ].join(" "),
  );
  return folded(search.text)
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
