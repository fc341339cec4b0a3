// A directive's points as the desk sees them: all that stand, whoever they are for, each with its former texts and their use.
import type { Engagement } from "../model/engagement.ts";
import type { TalkingPoint } from "../model/talking-point.ts";

export interface CurrentPoint {
  readonly point: TalkingPoint;
  /** Earlier versions, latest first. */
  readonly formers: readonly TalkingPoint[];
}

/** Points that stand, in order; withdrawn and superseded ones are left out. */
export function currentPoints(directiveId: string, points: readonly TalkingPoint[]): CurrentPoint[] {
  const own = points.filter((point) => point.directiveId === directiveId && !point.deleted);
  const byId = new Map(own.map((point) => [point.id, point]));
  const superseded = new Set(own.map((point) => point.supersedesId));
  return own
    .filter((point) => !point.withdrawn && !superseded.has(point.id))
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((point) => {
      const formers: TalkingPoint[] = [];
      let former = byId.get(point.supersedesId ?? "");
      // A chain that bites its own tail ends where it would repeat.
      while (former && !formers.includes(former) && former !== point) {
        formers.push(former);
        former = byId.get(former.supersedesId ?? "");
      }
      return { point, formers };
    });
}

/** Withdrawn points, the last withdrawn first. */
export function withdrawnPoints(directiveId: string, points: readonly TalkingPoint[]): TalkingPoint[] {
  return points
    .filter((point) => point.directiveId === directiveId && !point.deleted && point.withdrawn)
    .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

const madeOutcomes: ReadonlySet<string> = new Set(["delivered", "partly", "hostRaised"]);

/** Ids of posts that made one of these points in a meeting that was held, each once. */
export function postsThatMade(pointIds: readonly string[], engagements: readonly Engagement[]): string[] {
  const posts = new Set<string>();
  for (const { deleted, state, postId, points } of engagements) {
    if (deleted || state !== "held" || postId === null) continue;
    const isMade = pointIds.some(
      (id) => Object.hasOwn(points, id) && madeOutcomes.has(points[id]?.outcome ?? ""),
    );
    if (isMade) posts.add(postId);
  }
  return [...posts];
}
