// Counterparts with what is known around them: for the list of people, and for one person's page.
import type { Counterpart } from "#core/model/counterpart.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { Issue } from "#core/model/issue.ts";
import type { Organization } from "#core/model/organization.ts";
import type { Position } from "#core/model/position.ts";
import type { Post } from "#core/model/post.ts";
import type { Response } from "#core/model/response.ts";
import type { TalkingPoint } from "#core/model/talking-point.ts";
import { lastContacts } from "#core/rules/contacts.ts";
import { keptId, keptOnly } from "#core/rules/merged.ts";
import { allOrganizations } from "./counterparts.ts";
import { engagementsWhere } from "./engagements.ts";
import { allPosts } from "./posts.ts";
import type { Ask, View } from "./view/view.ts";

export interface People {
  /** Those merged into another are left to that other. */
  readonly counterparts: readonly Counterpart[];
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly posts: readonly Post[];
  readonly issues: ReadonlyMap<string, Issue>;
  /** Counterpart -> the latest engagement held with them. */
  readonly lastContacts: ReadonlyMap<string, Engagement>;
  /** Stands of officials, each under the counterpart that is kept. */
  readonly positions: readonly Position[];
}

export const people: Ask<People> = async (view) => {
  const [everybody, organizations, posts, issues, engagements, positions] = await Promise.all([
    view.page("counterparts", { sort: [{ field: "name" }] }),
    allOrganizations(view),
    allPosts(view),
    view.page("issues", {}),
    engagementsWhere({ state: "held" })(view),
    view.page("positions", {}),
  ]);
  const byId = byIdOf(everybody.rows);
  return {
    counterparts: keptOnly(everybody.rows),
    organizations,
    posts,
    issues: byIdOf(issues.rows),
    lastContacts: lastContacts(engagements, byId),
    positions: underKept(positions.rows, byId),
  };
};

export interface MergedRecord {
  readonly counterpart: Counterpart;
  /** Somebody wrote there after the merge, perhaps without having heard of it. */
  readonly isWrittenSince: boolean;
}

export interface PersonFile {
  /** The record that is kept, whichever of a person's records was asked for. */
  readonly counterpart: Counterpart;
  /** The same person's other records, merged into this one. */
  readonly merged: readonly MergedRecord[];
  readonly post: Post | undefined;
  readonly organizations: ReadonlyMap<string, Organization>;
  /** Engagements they took part in, at any post, the latest first. */
  readonly engagements: readonly Engagement[];
  readonly points: ReadonlyMap<string, TalkingPoint>;
  /** What was answered in those engagements. */
  readonly responses: readonly Response[];
  readonly positions: readonly Position[];
  readonly issues: ReadonlyMap<string, Issue>;
}

/** The file of a person under any of their records, or undefined where there is none. */
export const personFile =
  (askedId: string): Ask<PersonFile | undefined> =>
  async (view) => {
    const everybody = (await view.page("counterparts", {})).rows;
    const byId = byIdOf(everybody);
    const id = keptId(askedId, byId);
    const counterpart = byId.get(id);
    if (!counterpart) return undefined;
    const ids = new Set(everybody.flatMap((row) => (keptId(row.id, byId) === id ? [row.id] : [])));
    const [organizations, posts, issues, all, positions] = await Promise.all([
      allOrganizations(view),
      view.get("posts", counterpart.postId === null ? [] : [counterpart.postId]),
      view.page("issues", {}),
      engagementsWhere({})(view),
      view.page("positions", {}),
    ]);
    const engagements = all.filter(({ theirs }) => Object.keys(theirs).some((other) => ids.has(other)));
    const pointIds = [...new Set(engagements.flatMap(({ points }) => Object.keys(points)))];
    const [points, responses] = await Promise.all([
      view.get("talkingPoints", pointIds),
      view.page("responses", { where: { engagementId: { in: engagements.map((row) => row.id) } } }),
    ]);
    return {
      counterpart,
      merged: await mergedInto(
        view,
        everybody.filter((row) => row.id !== id && ids.has(row.id)),
      ),
      post: posts[0],
      organizations,
      engagements,
      points: byIdOf(points),
      responses: responses.rows,
      positions: underKept(positions.rows, byId).filter((row) => row.counterpartId === id),
      issues: byIdOf(issues.rows),
    };
  };

async function mergedInto(view: View, rows: readonly Counterpart[]): Promise<readonly MergedRecord[]> {
  return Promise.all(
    rows.map(async (counterpart) => {
      const [merging] = await view.values("counterparts", counterpart.id, "mergedIntoId");
      return { counterpart, isWrittenSince: merging !== undefined && merging.at < counterpart.changedAt };
    }),
  );
}

function underKept(
  positions: readonly Position[],
  byId: ReadonlyMap<string, Counterpart>,
): readonly Position[] {
  return positions.flatMap((row) =>
    row.counterpartId === null ? [] : [{ ...row, counterpartId: keptId(row.counterpartId, byId) }],
  );
}

function byIdOf<R extends { readonly id: string }>(rows: readonly (R | undefined)[]): ReadonlyMap<string, R> {
  return new Map(rows.flatMap((row): [string, R][] => (row ? [[row.id, row]] : [])));
}
