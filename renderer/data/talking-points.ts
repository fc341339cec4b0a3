// Talking points of a directive.
import type { PatchOf } from "#core/model/entity.ts";
import type { Scope } from "#core/model/scope.ts";
import type { TalkingPoint, talkingPoints } from "#core/model/talking-point.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

/** Points in the order they are to be made; withdrawn ones too, for the history of what was said. */
export const pointsOf =
  (directiveId: string): Ask<readonly TalkingPoint[]> =>
  async (view) =>
    (
      await view.page("talkingPoints", {
        where: { directiveId: { eq: directiveId } },
        sort: [{ field: "order" }],
      })
    ).rows;

export function changePoint(id: string, scope: Scope, values: PatchOf<typeof talkingPoints>): WriteRequest {
  return { changes: [{ table: "talkingPoints", id, scope, values }] };
}
