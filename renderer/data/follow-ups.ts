// Follow-ups: what is owed next, by whom.
import type { PatchOf } from "#core/model/entity.ts";
import type { FollowUp, followUps } from "#core/model/follow-up.ts";
import { postScope, type Scope } from "#core/model/scope.ts";
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

/** A follow-up of a post lives in that post's scope; the desk's own in `hq`. */
export function followUpScope(postId: string | null): Scope {
  return postId === null ? "hq" : postScope(postId);
}

export function changeFollowUps(
  changes: readonly { readonly id: string; readonly scope: Scope; readonly values: PatchOf<typeof followUps> }[],
  why?: string,
): WriteRequest {
  return {
    changes: changes.map(({ id, scope, values }) => ({ table: "followUps", id, scope, values })),
    ...(why === undefined ? {} : { why }),
  };
}
