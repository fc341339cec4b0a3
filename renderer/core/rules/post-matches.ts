// Which posts on record may be the one about to be entered: by place, by name, by the name cables address it by.
import { placeOf } from "../cable/post-names.ts";
import { folded } from "../lib/fold-text.ts";
import { remembered } from "../lib/remembered.ts";
import type { Post } from "../model/post.ts";
import { nameLikeness } from "./person-name.ts";

/** What is known of the post looked for; empty texts are unknown. */
export type PostSought = Pick<Post, "name" | "city" | "country" | "type">;

export type PostMatchReason = "sameName" | "similarName" | "sameCountry" | "sameType" | "onlyEmbassy";

export interface LikePost {
  readonly post: Post;
  /** 0 to 1; 1 is a post of the same kind and name in the same country. */
  readonly score: number;
  readonly because: readonly PostMatchReason[];
}

const leastScore = 0.55;

/** A country has one embassy of ours; under another name it is likely the same, as after a city took a new one. */
const secondEmbassy = 0.6;

/** In another country only the very same name is worth a look. */
const elsewhere = 0.56;

const joined = remembered((name: string): string => name.replaceAll(/[\s\p{Pd}]+/gu, ""));

/** "George Town" is "Georgetown". */
function placeLikeness(a: string, b: string): number {
  return Math.max(nameLikeness(a, b), nameLikeness(joined(a), joined(b)));
}

/** A name as written, and without the words that only say what kind of post it is. Other scripts have no such words here. */
const spellings = remembered((name: string): string => [name, placeOf(name)].filter(Boolean).join("\t"));

function namesOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => spellings(name.trim()).split("\t")).filter(Boolean));
}

function likeness(
  sought: PostSought,
  names: ReadonlySet<string>,
  post: Post,
): Pick<LikePost, "score" | "because"> {
  let byName = 0;
  for (const known of namesOf([post.name, post.city, ...post.addressNames])) {
    for (const name of names) byName = Math.max(byName, placeLikeness(name, known));
  }
  const [here, there] = [folded(sought.country.trim()), folded(post.country.trim())];
  const sameCountry = here !== "" && here === there;
  const sameType = sought.type === post.type;
  const isSecond = sameCountry && sameType && post.type === "embassy" && post.closedOn === null;
  const isElsewhere = here !== "" && there !== "" && !sameCountry;
  const score = byName * (isElsewhere ? elsewhere : 0.92) + (sameCountry ? 0.04 : 0) + (sameType ? 0.04 : 0);
  const isByName = score >= leastScore && !(isElsewhere && byName < 0.999);
  return {
    score: isByName ? score : isSecond ? secondEmbassy : 0,
    because: [
      ...(isByName ? [byName >= 0.999 ? ("sameName" as const) : ("similarName" as const)] : []),
      ...(isSecond && !isByName ? ["onlyEmbassy" as const] : []),
      ...(sameCountry && isByName ? ["sameCountry" as const] : []),
      ...(sameType && isByName ? ["sameType" as const] : []),
    ],
  };
}

/** Posts that may be the one sought, the likeliest first. A closed one is among them: it may only have to be opened again. */
export function postMatches(sought: PostSought, posts: readonly Post[]): LikePost[] {
  const names = namesOf([sought.name, sought.city]);
  return posts
    .filter((post) => !post.deleted)
    .map((post) => ({ post, ...likeness(sought, names, post) }))
    .filter(({ score }) => score >= leastScore)
    .toSorted((a, b) => b.score - a.score || (a.post.id < b.post.id ? -1 : 1));
}
