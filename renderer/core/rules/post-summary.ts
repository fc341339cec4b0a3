// One line per post for lists: how much is open there, how much of it is late, and when it last met its host.
import { groupBy } from "../lib/group-by.ts";
import type { Engagement } from "../model/engagement.ts";
import type { FollowUp } from "../model/follow-up.ts";
import type { Post } from "../model/post.ts";
import { dayIn } from "./calendar.ts";
import { type DeskClock, hostOf } from "./deadlines.ts";
import { dueBucket, isOpenFollowUp } from "./follow-up.ts";
import { isLateTask, isOpenTask } from "./open-task.ts";
import type { TaskLine } from "./task-line.ts";

export interface PostSummary {
  readonly post: Post;
  readonly openTasks: number;
  /** Tasks and follow-ups that are late. */
  readonly overdue: number;
  /** The latest meeting that was held; null where none is known. */
  readonly lastHeld: Engagement | null;
}

export interface SummaryRows {
  readonly posts: readonly Post[];
  readonly lines: readonly TaskLine[];
  readonly engagements: readonly Engagement[];
  readonly followUps: readonly FollowUp[];
}

/** The latest held engagement of a list that is not after `now`. */
export function latestHeld(engagements: readonly Engagement[], now: string): Engagement | null {
  return engagements.reduce<Engagement | null>((latest, next) => {
    if (next.state !== "held" || next.deleted || next.at === null) return latest;
    if (Temporal.Instant.compare(next.at, now) > 0) return latest;
    return latest?.at != null && Temporal.Instant.compare(latest.at, next.at) >= 0 ? latest : next;
  }, null);
}

/** A summary for each post, in the order of the posts. */
export function postSummaries(rows: SummaryRows, clock: DeskClock): PostSummary[] {
  const lines = groupBy(rows.lines, ({ task }) => task.postId);
  const engagements = groupBy(rows.engagements, ({ postId }) => postId);
  const followUps = groupBy(rows.followUps, ({ postId }) => postId);
  return rows.posts.map((post) => {
    const own = lines.get(post.id) ?? [];
    const owed = (followUps.get(post.id) ?? []).filter((row) => !row.deleted && isOpenFollowUp(row));
    const host = hostOf(post, clock.capitalTimeZone);
    const here = { today: dayIn(clock.now, host.timeZone), weekend: host.weekend };
    return {
      post,
      openTasks: own.filter(isOpenTask).length,
      overdue:
        own.filter(isLateTask).length + owed.filter((row) => dueBucket(row, here) === "overdue").length,
      lastHeld: latestHeld(engagements.get(post.id) ?? [], clock.now),
    };
  });
}
