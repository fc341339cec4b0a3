// Talking points of a directive.
import type { Change } from "#core/log/change.ts";
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import type { Directive } from "#core/model/directive.ts";
import type { PatchOf } from "#core/model/entity.ts";
import { postScope, type Scope } from "#core/model/scope.ts";
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

/** Writes the order shown: the first point gets 1. Points that keep their place are not written. */
export function orderPoints(points: readonly TalkingPoint[]): WriteRequest {
  return {
    changes: points.map(({ id, scope }, at) => ({
      table: "talkingPoints",
      id,
      scope,
      values: { order: at + 1 },
    })),
  };
}

/**
 * A new version of a point, under the id `newId`. What posts changed of the former text is carried over, so that a
 * dropped point stays dropped and a post's own wording stands until somebody looks at it.
 */
export function revisePoint(
  former: TalkingPoint,
  newId: string,
  values: PatchOf<typeof talkingPoints>,
  tasks: readonly DemarcheTask[],
  why?: string,
): WriteRequest {
  const { directiveId, order, label, kind, text, portion, verbatim, leaveInWriting } = former;
  const { audiencePostIds, topics, entities, rebuts, version, scope } = former;
  const carried = tasks.flatMap((task): Change[] => {
    const adaptation = Object.hasOwn(task.adaptations, former.id) ? task.adaptations[former.id] : undefined;
    if (adaptation === undefined) return [];
    return [
      {
        table: "demarcheTasks",
        id: task.id,
        scope: task.scope,
        values: { [`adaptations/${newId}`]: adaptation },
      },
    ];
  });
  const next: Change = {
    table: "talkingPoints",
    id: newId,
    scope,
    values: {
      directiveId,
      order,
      label,
      kind,
      text,
      portion,
      verbatim,
      leaveInWriting,
      audiencePostIds,
      topics,
      entities,
      rebuts,
      ...values,
      version: version + 1,
      supersedesId: former.id,
    },
  };
  return { changes: [next, ...carried], ...(why === undefined ? {} : { why }) };
}

/** A point for one post alone. It lives in that post's scope: no other post receives it. */
export function addPointFor(
  id: string,
  directive: Pick<Directive, "id">,
  postId: string,
  values: PatchOf<typeof talkingPoints>,
): WriteRequest {
  return changePoint(id, postScope(postId), {
    ...values,
    directiveId: directive.id,
    audiencePostIds: [postId],
  });
}
