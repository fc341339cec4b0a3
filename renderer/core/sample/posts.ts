// The posts of the sample as one list, and the write that enters them.
import type { Calendar } from "./calendar.ts";
import { easternPosts } from "./posts-east.ts";
import { westernPosts } from "./posts-west.ts";
import type { SampleWrite } from "./shape.ts";
import { capitalWrites, change } from "./teller.ts";
import type { Office } from "./teller.ts";

/** What stands in a post's row. Degrees are decimal; `staff` is key, name, function, and the day of rotation from the anchor. */
export interface PostFacts {
  readonly key: string;
  readonly city: string;
  readonly country: string;
  readonly region: string;
  readonly address: readonly string[];
  readonly zone: string;
  readonly weekend: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  /** The officer who writes for the post. */
  readonly user: string;
  readonly staff: readonly (readonly [string, string, string, number | null])[];
  readonly note: string;
  readonly also?: readonly string[];
}

export const samplePosts: readonly PostFacts[] = [...westernPosts, ...easternPosts];

export type PostKey = (typeof westernPosts | typeof easternPosts)[number]["key"];

/** The office behind a post's key. */
export function officeOf(key: PostKey): Office {
  const facts = samplePosts.find((post) => post.key === key);
  if (!facts) throw new Error(`no post ${key} in the sample`);
  return { key, zone: facts.zone, country: facts.country, user: facts.user };
}

/** The list of posts as the desk entered it, three weeks before the case. */
export function enterPosts(calendar: Calendar): SampleWrite {
  const rows = samplePosts.map((post) => {
    const staff = post.staff.map(([key, name, role, rotates]) => [
      key,
      { name, role, rotatesOn: rotates === null ? null : calendar.day(rotates) },
    ]);
    return change("posts", `post-${post.key}`, "all", {
      name: post.city,
      type: "embassy",
      city: post.city,
      country: post.country,
      alsoAccreditedTo: post.also ?? [],
      region: post.region,
      addressNames: post.address,
      timeZone: post.zone,
      weekend: post.weekend,
      latitude: post.latitude,
      longitude: post.longitude,
      staff: Object.fromEntries(staff),
      note: post.note,
    });
  });
  return capitalWrites(calendar, -21, "10:05", rows);
}
