// Which post a written name means: "AMEMBASSY THE HAGUE", "Embassy Paris", "Nairobi". Never guesses between two.
import { isPostPrefix, placeOf, plainName } from "../cable/post-names.ts";
import type { PostType } from "../model/enums.ts";
import type { Post } from "../model/post.ts";

export type PostMatch =
  | { readonly kind: "one"; readonly postId: string }
  /** Several posts bear the name; a person must say which. */
  | { readonly kind: "several"; readonly postIds: readonly string[] }
  | { readonly kind: "none" };

type Named = Pick<Post, "id" | "name" | "city" | "type" | "addressNames" | "closedOn" | "deleted">;

/** What a printed prefix says of the kind of post; null where it says nothing. */
function typesOf(name: string): ReadonlySet<PostType> | null {
  const [first = ""] = plainName(name).split(" ");
  if (first.startsWith("AMEMB") || first.startsWith("AMEREMB") || first === "EMBASSY")
    return new Set(["embassy"]);
  if (first.startsWith("AMCON") || first.startsWith("AMERCON") || first === "CONSULATE") {
    return new Set(["consulateGeneral", "consulate", "consularAgency"]);
  }
  if (first.startsWith("USMISS") || first === "AMMISSION") return new Set(["missionToOrganization"]);
  if (first.startsWith("USINT")) return new Set(["interestsSection"]);
  if (first.startsWith("USLO")) return new Set(["liaisonOffice"]);
  return null;
}

/** The kind of post a printed prefix names first: "AMCONSUL" is a consulate general; null where it says nothing. */
export function postTypeOf(name: string): PostType | null {
  return [...(typesOf(name) ?? [])][0] ?? null;
}

/** Posts by the names they are written with. Made once for a list of posts, then asked as often as needed. */
export class PostIndex {
  readonly #byName = new Map<string, Set<string>>();
  readonly #posts = new Map<string, Named>();

  constructor(posts: readonly Named[]) {
    for (const post of posts) {
      if (post.deleted) continue;
      this.#posts.set(post.id, post);
      for (const name of [post.name, post.city, ...post.addressNames]) {
        this.#add(plainName(name), post.id);
        this.#add(placeOf(name), post.id);
        // Telegraphic names drop the word: MEXICO, PANAMA, KUWAIT.
        this.#add(placeOf(name).replace(/ CITY$/, ""), post.id);
      }
    }
  }

  #add(name: string, id: string): void {
    if (name === "") return;
    this.#byName.set(name, (this.#byName.get(name) ?? new Set()).add(id));
  }

  /**
   * The whole name decides first, then the place in it. Of several posts in one place the kind that the prefix names
   * wins; else those still open; else the only embassy, which a bare city name means by custom.
   */
  find(name: string): PostMatch {
    const whole = this.#byName.get(plainName(name));
    if (whole?.size === 1) return one([...whole]);
    const ids = whole ?? this.#byName.get(placeOf(name));
    if (ids === undefined) return { kind: "none" };
    const types = typesOf(name);
    const narrowings: readonly ((post: Named) => boolean)[] = [
      ({ type }) => types === null || types.has(type),
      ({ closedOn }) => closedOn === null,
      ({ type }) => types !== null || type === "embassy",
    ];
    let left = [...ids];
    for (const fits of narrowings) {
      const fitting = left.filter((id) => {
        const post = this.#posts.get(id);
        return post !== undefined && fits(post);
      });
      if (fitting.length > 0) left = fitting;
      if (left.length === 1) break;
    }
    return one(left);
  }
}

function one(ids: readonly string[]): PostMatch {
  const [first] = ids;
  if (first === undefined) return { kind: "none" };
  return ids.length === 1 ? { kind: "one", postId: first } : { kind: "several", postIds: ids };
}

export interface ListedName {
  /** As written. */
  readonly name: string;
  readonly match: PostMatch;
}

/** The names of a pasted list, one a line or parted by commas and semicolons, each once, with the post each means. */
export function matchList(text: string, index: PostIndex): ListedName[] {
  const seen = new Set<string>();
  return text.split(/[\n,;\t]/u).flatMap((piece) => {
    const name = piece.trim();
    const plain = plainName(name);
    // A prefix alone, as where a list breaks its lines, names nobody.
    const isLonePrefix = !plain.includes(" ") && isPostPrefix(plain);
    if (plain === "" || seen.has(plain) || isLonePrefix) return [];
    seen.add(plain);
    return [{ name, match: index.find(name) }];
  });
}
