// One row of the queue: a follow-up with what it points to, and the bucket its day falls in.
import type { Directive } from "#core/model/directive.ts";
import type { FollowUp } from "#core/model/follow-up.ts";
import type { Post } from "#core/model/post.ts";
import type { TalkingPoint } from "#core/model/talking-point.ts";
import { dayIn, daysBetween } from "#core/rules/calendar.ts";
import { type DeskClock, hostOf } from "#core/rules/deadlines.ts";
import { compareFollowUps, type DueBucket, dueBucket, dueBuckets } from "#core/rules/follow-up.ts";
import type { FollowUpBoard } from "#data/follow-ups.ts";

export interface FollowUpLine {
  readonly followUp: FollowUp;
  readonly post: Post | undefined;
  readonly directive: Directive | undefined;
  /** The point it comes from. */
  readonly point: TalkingPoint | undefined;
  readonly bucket: DueBucket;
  /** The day it is where the follow-up is owed. */
  readonly today: string;
  readonly ageDays: number;
}

/** In the order of the queue: by bucket, then priority, day and age. */
export function followUpLines(board: FollowUpBoard, clock: DeskClock): readonly FollowUpLine[] {
  const posts = new Map(board.posts.map((row) => [row.id, row]));
  const directives = new Map(board.directives.map((row) => [row.id, row]));
  const points = new Map(board.points.map((row) => [row.id, row]));
  return board.followUps
    .map((followUp): FollowUpLine => {
      const post = posts.get(followUp.postId ?? "");
      const host = hostOf(post, clock.capitalTimeZone);
      const today = dayIn(clock.now, host.timeZone);
      return {
        followUp,
        post,
        directive: directives.get(followUp.directiveId ?? ""),
        point: points.get(followUp.pointId ?? ""),
        bucket: dueBucket(followUp, { today, weekend: host.weekend }),
        today,
        ageDays: Math.max(0, daysBetween(dayIn(followUp.createdAt, host.timeZone), today)),
      };
    })
    .toSorted(
      (a, b) =>
        dueBuckets.indexOf(a.bucket) - dueBuckets.indexOf(b.bucket) ||
        compareFollowUps(a.followUp, b.followUp),
    );
}
