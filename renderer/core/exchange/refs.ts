// From the words of a row to the records they mean: posts, directives, people, bodies. Built once, then asked for every row.
import { asText } from "../lib/as-text.ts";
import { folded } from "../lib/fold-text.ts";
import { groupBy } from "../lib/group-by.ts";
import { remembered } from "../lib/remembered.ts";
import type { Counterpart } from "../model/counterpart.ts";
import type { Directive } from "../model/directive.ts";
import type { Post } from "../model/post.ts";
import { keptById } from "../rules/merged.ts";
import { nameWords } from "../rules/person-name.ts";
import { PostIndex } from "../rules/post-match.ts";
import type { Reason, Values } from "./plan.ts";
import { reason } from "./target.ts";

export type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };

function found<T>(value: T): Found<T> {
  return { ok: true, value };
}

function notFound(code: string, facts: Reason["facts"] = {}): Found<never> {
  return { ok: false, reason: reason(code, facts) };
}

export class PostRefs {
  readonly #byId: ReadonlyMap<string, Post>;
  readonly #index: PostIndex;
  readonly #embassies: ReadonlyMap<string, readonly Post[]>;
  readonly #fallback: Post | null;
  readonly #asked = new Map<string, Found<Post>>();

  constructor(posts: readonly Post[], defaultPostId: string | null) {
    this.#byId = new Map(posts.map((post) => [post.id, post]));
    this.#index = new PostIndex(posts);
    this.#embassies = groupBy(
      posts.filter(({ type, closedOn }) => type === "embassy" && closedOn === null),
      ({ country }) => folded(country),
    );
    this.#fallback = this.#byId.get(defaultPostId ?? "") ?? null;
  }

  /** The post a row names, else the one its record has, the one chosen for all, or the only embassy in the country it names. */
  of(said: Values, heldId: string | null = null): Found<Post> {
    const name = asText(said["post"]);
    if (name !== "") return this.#named(name);
    const held = this.#byId.get(heldId ?? "");
    if (held) return found(held);
    if (this.#fallback) return found(this.#fallback);
    const [embassy, other] = this.#embassies.get(folded(asText(said["country"]))) ?? [];
    return embassy && !other ? found(embassy) : notFound("noPost");
  }

  #named(name: string): Found<Post> {
    const asked = this.#asked.get(name) ?? this.#find(name);
    this.#asked.set(name, asked);
    return asked;
  }

  #find(name: string): Found<Post> {
    const match = this.#index.find(name);
    const post = this.#byId.get(match.kind === "one" ? match.postId : name);
    if (post) return found(post);
    return notFound(match.kind === "several" ? "severalPosts" : "unknownPost", { name });
  }
}

export class DirectiveRefs {
  readonly #byId: ReadonlyMap<string, Directive>;
  readonly #byName: ReadonlyMap<string, readonly Directive[]>;
  readonly #fallback: Directive | null;

  constructor(directives: readonly Directive[], defaultId: string | null) {
    this.#byId = new Map(directives.map((directive) => [directive.id, directive]));
    const named = directives.flatMap((directive) =>
      [directive.mrn, directive.subject].filter(Boolean).map((name) => ({ name: folded(name), directive })),
    );
    this.#byName = new Map(
      [...groupBy(named, ({ name }) => name)].map(([name, some]) => [
        name,
        some.map(({ directive }) => directive),
      ]),
    );
    this.#fallback = this.#byId.get(defaultId ?? "") ?? null;
  }

  /** The directive a row names by its reference or subject, else its record's or the one chosen for all; null where there is none. */
  of(said: Values, heldId: string | null = null): Found<Directive | null> {
    const name = asText(said["directive"]);
    if (name === "") return found(this.#byId.get(heldId ?? "") ?? this.#fallback);
    const [first, other] = this.#byName.get(folded(name)) ?? [];
    if (first && other) return notFound("severalDirectives", { name });
    const directive = first ?? this.#byId.get(name);
    return directive ? found(directive) : notFound("unknownDirective", { name });
  }
}

/** The words of a name in no order, without case, accents and titles: equal for two spellings of one name. */
export const personKey = remembered((name: string): string => nameWords(name).join(" "));

/** People by the exact words of their names, in either script. */
export class PeopleRefs {
  readonly #byName = new Map<string, Set<Counterpart>>();
  readonly #byAddress = new Map<string, Counterpart[]>();

  constructor(people: readonly Counterpart[]) {
    const kept = keptById(people);
    for (const person of people) {
      const one = kept.get(person.id) ?? person;
      for (const name of [person.name, person.nativeName]) this.#add(personKey(name), one);
      for (const email of person.emails) {
        const address = email.toLowerCase();
        const others = (this.#byAddress.get(address) ?? []).filter(({ id }) => id !== one.id);
        this.#byAddress.set(address, [...others, one]);
      }
    }
  }

  #add(key: string, person: Counterpart): void {
    if (key === "") return;
    this.#byName.set(key, (this.#byName.get(key) ?? new Set()).add(person));
  }

  /** Those with an e-mail address. */
  at(address: string): readonly Counterpart[] {
    return this.#byAddress.get(address.toLowerCase()) ?? [];
  }

  named(...names: readonly string[]): readonly Counterpart[] {
    const people = new Set<Counterpart>();
    for (const name of names)
      for (const person of this.#byName.get(personKey(name)) ?? []) people.add(person);
    return [...people];
  }
}
