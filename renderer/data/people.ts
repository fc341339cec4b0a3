// Counterparts with what is known around them: for the list of people, and for one person's page.
import type { Counterpart } from "#core/model/counterpart.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { Issue } from "#core/model/issue.ts";
import type { Organization } from "#core/model/organization.ts";
import type { Position } from "#core/model/position.ts";
import type { Post } from "#core/model/post.ts";
import type { TalkingPoint } from "#core/model/talking-point.ts";
import { allCounterparts, allOrganizations } from "./counterparts.ts";
import { allPosts } from "./posts.ts";
import type { Ask } from "./view/view.ts";

export interface People {
  readonly counterparts: readonly Counterpart[];
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly posts: readonly Post[];
  readonly engagements: readonly Engagement[];
  readonly positions: readonly Position[];
}

export const people: Ask<People> = async (view) => {
  const [counterparts, organizations, posts, engagements, positions] = await Promise.all([
    allCounterparts(view),
    allOrganizations(view),
    allPosts(view),
    view.page("engagements", { where: { state: { eq: "held" } }, sort: [{ field: "at", desc: true }] }),
    view.page("positions", { sort: [{ field: "on", desc: true }] }),
  ]);
  return {
    counterparts,
    organizations: new Map(organizations.map((body) => [body.id, body])),
    posts,
    engagements: engagements.rows,
    positions: positions.rows,
  };
};

export interface PersonFile {
  readonly counterpart: Counterpart;
  readonly post: Post | undefined;
  readonly organizations: ReadonlyMap<string, Organization>;
  /** Engagements they took part in, the latest first. */
  readonly engagements: readonly Engagement[];
  readonly points: ReadonlyMap<string, TalkingPoint>;
  readonly positions: readonly Position[];
  readonly issues: readonly Issue[];
}

export const personFile =
  (id: string): Ask<PersonFile | undefined> =>
  async (view) => {
    const [counterpart] = await view.get("counterparts", [id]);
    if (!counterpart || counterpart.deleted) return undefined;
    const [organizations, posts, met, positions, issues] = await Promise.all([
      allOrganizations(view),
      view.get("posts", counterpart.postId === null ? [] : [counterpart.postId]),
      view.page("engagements", {
        where: { postId: { eq: counterpart.postId } },
        sort: [{ field: "at", desc: true }],
      }),
      view.page("positions", { where: { counterpartId: { eq: id } } }),
      view.page("issues", {}),
    ]);
    const engagements = met.rows.filter(({ theirs }) => Object.hasOwn(theirs, id));
    const pointIds = [...new Set(engagements.flatMap(({ points }) => Object.keys(points)))];
    const points = await view.get("talkingPoints", pointIds);
    return {
      counterpart,
      post: posts[0],
      organizations: new Map(organizations.map((body) => [body.id, body])),
      engagements,
      points: new Map(points.flatMap((point) => (point ? [[point.id, point]] : []))),
      positions: positions.rows,
      issues: issues.rows,
    };
  };
