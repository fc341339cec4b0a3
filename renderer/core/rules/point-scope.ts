// Which points a post is to make, in its own wording, and which it has not made yet.
import type { PointKind } from "../model/enums.ts";
import type { Engagement, PointRecord } from "../model/engagement.ts";
import type { Adaptation, DemarcheTask } from "../model/demarche-task.ts";
import type { TalkingPoint } from "../model/talking-point.ts";

/** Kinds a post makes unasked; only these have a cell in the coverage matrix that can be empty. */
const unasked: ReadonlySet<PointKind> = new Set(["mustSay", "maySay", "textToHandOver", "question"]);
/** Kinds that stay inside the mission: never in a paper that leaves it. */
const internal: ReadonlySet<PointKind> = new Set(["fallback", "doNotRaise", "background"]);

export function isSaidUnasked(kind: PointKind): boolean {
  return unasked.has(kind);
}

/** True for points that may stand in a report, a non-paper or a reply: not a fallback, background or a warning. */
export function mayLeave(kind: PointKind): boolean {
  return !internal.has(kind);
}

/** A point as one post has it. */
export interface PostPoint {
  readonly point: TalkingPoint;
  /** The post's wording: its own where reworded. */
  readonly text: string;
  /** `asGiven`: the base text. `dropped` and `held` points are not to be made. */
  readonly variant: "asGiven" | "reworded" | "dropped" | "held";
  readonly reason: string;
  /** Earlier versions of the point, latest first. */
  readonly formerIds: readonly string[];
}

function formerIdsOf(point: TalkingPoint, byId: ReadonlyMap<string, TalkingPoint>): string[] {
  const ids: string[] = [];
  // A chain that bites its own tail ends where it would repeat.
  for (
    let id = point.supersedesId;
    id !== null && !ids.includes(id);
    id = byId.get(id)?.supersedesId ?? null
  ) {
    ids.push(id);
  }
  return ids;
}

function variantOf(adaptation: Adaptation | undefined): PostPoint["variant"] {
  if (adaptation === undefined) return "asGiven";
  if (adaptation.change === "drop") return "dropped";
  if (adaptation.change === "hold") return "held";
  return adaptation.text === null ? "asGiven" : "reworded";
}

/**
 * The directive's current points for one task, in order: withdrawn and superseded ones are left out, and so are
 * points meant for other posts. Dropped and held points stay, marked.
 */
export function pointsFor(
  task: Pick<DemarcheTask, "directiveId" | "postId" | "adaptations">,
  points: readonly TalkingPoint[],
): PostPoint[] {
  const byId = new Map(points.map((point) => [point.id, point]));
  const superseded = new Set(points.filter((point) => !point.deleted).map((point) => point.supersedesId));
  return points
    .filter((point) => point.directiveId === task.directiveId && !point.deleted && !point.withdrawn)
    .filter((point) => !superseded.has(point.id))
    .filter(
      (point) => point.audiencePostIds.length === 0 || point.audiencePostIds.includes(task.postId ?? ""),
    )
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((point) => {
      const adaptation = Object.hasOwn(task.adaptations, point.id) ? task.adaptations[point.id] : undefined;
      const variant = variantOf(adaptation);
      return {
        point,
        text: variant === "reworded" ? (adaptation?.text ?? point.text) : point.text,
        variant,
        reason: adaptation?.reason ?? "",
        formerIds: formerIdsOf(point, byId),
      };
    });
}

/** The points this post is expected to make unasked. */
export function expectedPoints(postPoints: readonly PostPoint[]): PostPoint[] {
  return postPoints.filter(
    ({ point, variant }) => isSaidUnasked(point.kind) && variant !== "dropped" && variant !== "held",
  );
}

/** What a meeting's log says of a point: the record under its own id, else under that of an earlier wording. */
export function recordOf(
  points: Engagement["points"],
  { point, formerIds }: PostPoint,
): { readonly record: PointRecord; readonly isFormer: boolean } | null {
  const id = [point.id, ...formerIds].find((one) => Object.hasOwn(points, one));
  const record = id === undefined ? undefined : points[id];
  return record ? { record, isFormer: id !== point.id } : null;
}

/** Must-say points that no held engagement made in full, in this wording or an earlier one. */
export function missingMustSay(
  engagements: readonly Pick<Engagement, "state" | "points">[],
  postPoints: readonly PostPoint[],
): PostPoint[] {
  const held = engagements.filter((engagement) => engagement.state === "held");
  const isMade = (postPoint: PostPoint): boolean =>
    held.some(({ points }) => {
      const outcome = recordOf(points, postPoint)?.record.outcome;
      return outcome === "delivered" || outcome === "hostRaised" || outcome === "notApplicable";
    });
  return expectedPoints(postPoints).filter((one) => one.point.kind === "mustSay" && !isMade(one));
}
