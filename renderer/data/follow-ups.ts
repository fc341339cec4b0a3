// Follow-ups: what is owed next, by whom.
import type { Directive } from "#core/model/directive.ts";
import type { PatchOf } from "#core/model/entity.ts";
import type { FollowUp, followUps } from "#core/model/follow-up.ts";
import type { Post } from "#core/model/post.ts";
import { postScope, type Scope } from "#core/model/scope.ts";
import type { TalkingPoint } from "#core/model/talking-point.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

export interface FollowUpFilter {
  readonly postId?: string | undefined;
  readonly directiveId?: string | undefined;
  readonly engagementId?: string | undefined;
}

/** Follow-ups that pass the filter, the soonest due first, undated last. */
export const followUpsWhere =
  (filter: FollowUpFilter): Ask<readonly FollowUp[]> =>
  async (view) => {
    const where = Object.fromEntries(
      Object.entries(filter).flatMap(([field, eq]) => (eq === undefined ? [] : [[field, { eq }]])),
    );
    return (await view.page("followUps", { where, sort: [{ field: "dueOn" }] })).rows;
  };

/** Every follow-up with what it points to. */
export interface FollowUpBoard {
  readonly followUps: readonly FollowUp[];
  readonly posts: readonly Post[];
  readonly directives: readonly Directive[];
  readonly points: readonly TalkingPoint[];
}

export const followUpBoard: Ask<FollowUpBoard> = async (view) => {
  const [followUps, posts, directives] = await Promise.all([
    view.page("followUps", { sort: [{ field: "dueOn" }] }),
    view.page("posts", { sort: [{ field: "name" }] }),
    view.page("directives", { sort: [{ field: "sentAt", desc: true }] }),
  ]);
  const pointIds = [...new Set(followUps.rows.flatMap(({ pointId }) => pointId ?? []))];
  const points = await view.get("talkingPoints", pointIds);
  return {
    followUps: followUps.rows,
    posts: posts.rows,
    directives: directives.rows,
    points: points.flatMap((point) => point ?? []),
  };
};

/** A follow-up of a post lives in that post's scope; the desk's own in `hq`. */
export function followUpScope(postId: string | null): Scope {
  return postId === null ? "hq" : postScope(postId);
}

export function changeFollowUps(
  changes: readonly {
    readonly id: string;
    readonly scope: Scope;
    readonly values: PatchOf<typeof followUps>;
  }[],
  why?: string,
): WriteRequest {
  return {
    changes: changes.map(({ id, scope, values }) => ({ table: "followUps", id, scope, values })),
    ...(why === undefined ? {} : { why }),
  };
}

/** A new follow-up of a post, or of the desk itself where `postId` is not given. */
export function addFollowUp(id: string, values: PatchOf<typeof followUps>): WriteRequest {
  return changeFollowUps([{ id, scope: followUpScope(values.postId ?? null), values }]);
}

type Known = Pick<FollowUp, "id" | "scope">;

/** Done, with what came of it. `now` is an instant. */
export function completeFollowUps(done: readonly Known[], outcome: string, now: string): WriteRequest {
  const values = { status: "done", closedAt: now, outcome } as const;
  return changeFollowUps(done.map(({ id, scope }) => ({ id, scope, values })));
}

/** Taken up again: open, with its outcome kept as what was thought to be the end. */
export function reopenFollowUps(closed: readonly Known[]): WriteRequest {
  const values = { status: "open", closedAt: null } as const;
  return changeFollowUps(closed.map(({ id, scope }) => ({ id, scope, values })));
}

/** A later day, with the reason kept in the history. */
export function snoozeFollowUps(late: readonly Known[], dueOn: string, why: string): WriteRequest {
  return changeFollowUps(
    late.map(({ id, scope }) => ({ id, scope, values: { dueOn } })),
    why,
  );
}

/** Somebody else's move, or somebody else's work. */
export function reassignFollowUps(
  moved: readonly Known[],
  values: Pick<PatchOf<typeof followUps>, "owner" | "waitingOn">,
): WriteRequest {
  return changeFollowUps(moved.map(({ id, scope }) => ({ id, scope, values })));
}
