// Engagements and the responses they brought.
import type { Directive } from "#core/model/directive.ts";
import type { Draft } from "#core/model/draft.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { Post } from "#core/model/post.ts";
import type { Response } from "#core/model/response.ts";
import { draftsOf } from "./drafts.ts";
import type { Ask } from "./view/view.ts";

export interface EngagementFilter {
  readonly postId?: string | undefined;
  readonly directiveId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly state?: Engagement["state"] | undefined;
  readonly text?: string | undefined;
}

/** Engagements that pass the filter, the latest first. */
export const engagementsWhere =
  (filter: EngagementFilter): Ask<readonly Engagement[]> =>
  async (view) => {
    const { text, ...equal } = filter;
    const where = Object.fromEntries(
      Object.entries(equal).flatMap(([field, eq]) => (eq === undefined ? [] : [[field, { eq }]])),
    );
    const sort = [{ field: "at", desc: true }];
    return (await view.page("engagements", { where, sort, ...(text === undefined ? {} : { text }) })).rows;
  };

export const engagementById =
  (id: string): Ask<Engagement | undefined> =>
  async (view) =>
    (await view.get("engagements", [id]))[0];

export const responsesWhere =
  (filter: Omit<EngagementFilter, "state"> & { readonly engagementId?: string }): Ask<readonly Response[]> =>
  async (view) => {
    const { text, ...equal } = filter;
    const where = Object.fromEntries(
      Object.entries(equal).flatMap(([field, eq]) => (eq === undefined ? [] : [[field, { eq }]])),
    );
    const sort = [{ field: "receivedAt", desc: true }];
    return (await view.page("responses", { where, sort, ...(text === undefined ? {} : { text }) })).rows;
  };

/** Every engagement with what names it, and the logs that were begun and not filed. */
export interface EngagementBoard {
  readonly engagements: readonly Engagement[];
  readonly posts: ReadonlyMap<string, Post>;
  readonly directives: ReadonlyMap<string, Directive>;
  readonly drafts: readonly Draft[];
}

export const engagementBoard: Ask<EngagementBoard> = async (view) => {
  const [engagements, posts, directives, drafts] = await Promise.all([
    engagementsWhere({})(view),
    view.page("posts", { sort: [{ field: "name" }] }),
    view.page("directives", { sort: [{ field: "sentAt", desc: true }] }),
    draftsOf("engagement")(view),
  ]);
  return {
    engagements,
    posts: new Map(posts.rows.map((post) => [post.id, post])),
    directives: new Map(directives.rows.map((directive) => [directive.id, directive])),
    drafts,
  };
};
