// Those a calendar says were asked: known officials and our own staff take part; on whose side others are, nobody guesses.
import type { Post } from "../model/post.ts";
import type { Reason } from "./plan.ts";
import { type PeopleRefs, personKey } from "./refs.ts";
import { reason } from "./target.ts";

interface Attendee {
  readonly id: string;
  readonly name: string;
  readonly doubt: Reason | null;
}

export interface Attendees {
  readonly theirs: readonly Attendee[];
  readonly ours: readonly string[];
  /** Names that are on no side here, for a person to read. */
  readonly notes: readonly Reason[];
}

/** Each as "Name <address>", a name or an address: known by the address first, else by exactly that name. */
export function attendees(said: readonly string[], people: PeopleRefs, post: Post): Attendees {
  const staff = new Map(Object.values(post.staff).map(({ name }) => [personKey(name), name]));
  const theirs: Attendee[] = [];
  const ours: string[] = [];
  const unknown: string[] = [];
  for (const text of said) {
    const [, given = "", address = ""] = /^([^<]*)<([^<>]+)>$/.exec(text) ?? [];
    const name = given.trim() || text;
    const found = people.at(address || text).concat(people.named(name));
    const here = [...new Set(found)].filter(({ postId }) => postId === post.id);
    const [only] = here;
    const own = staff.get(personKey(name));
    if (only && here.length === 1) theirs.push({ id: only.id, name: only.name, doubt: null });
    else if (here.length === 0 && own !== undefined) ours.push(own);
    else unknown.push(text);
  }
  const facts = { count: unknown.length, names: unknown.slice(0, 5).join(", ") };
  return { theirs, ours, notes: unknown.length === 0 ? [] : [reason("attendeesUnknown", facts)] };
}
