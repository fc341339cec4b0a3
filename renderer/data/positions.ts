// The position ledger: who stood where, when, on what.
import type { PatchOf } from "#core/model/entity.ts";
import type { Position, positions } from "#core/model/position.ts";
import type { Post } from "#core/model/post.ts";
import { postScope } from "#core/model/scope.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

export interface PositionFilter {
  readonly issueId?: string | undefined;
  readonly postId?: string | undefined;
  readonly counterpartId?: string | undefined;
  readonly engagementId?: string | undefined;
}

/** Entries of the ledger, the latest first. */
export const positionsWhere =
  (filter: PositionFilter): Ask<readonly Position[]> =>
  async (view) => {
    const where = Object.fromEntries(
      Object.entries(filter).flatMap(([field, eq]) => (eq === undefined ? [] : [[field, { eq }]])),
    );
    return (await view.page("positions", { where, sort: [{ field: "on", desc: true }] })).rows;
  };

/** A stand noted by hand, in the scope of the post that deals with the counterpart. */
export function addPosition(
  id: string,
  post: Pick<Post, "id" | "country">,
  values: Omit<PatchOf<typeof positions>, "postId" | "country">,
): WriteRequest {
  const { id: postId, country } = post;
  return {
    changes: [{ table: "positions", id, scope: postScope(postId), values: { ...values, postId, country } }],
  };
}
