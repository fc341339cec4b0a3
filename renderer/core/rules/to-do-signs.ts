// To-do lines about what is coming or has slipped by: quiet posts, near deadlines, revised points, late follow-ups.
import { groupBy } from "../lib/group-by.ts";
import type { FollowUp } from "../model/follow-up.ts";
import type { TalkingPoint } from "../model/talking-point.ts";
import { dayIn } from "./calendar.ts";
import { daysPast, type DeskClock, hostOf, isLive } from "./deadlines.ts";
import { compareFollowUps, dueBucket } from "./follow-up.ts";
import { pointsFor } from "./point-scope.ts";
import type { TaskLine } from "./task-line.ts";
import { meetingOf, nameOf, namesOf, subjectOf, targetOf, type ToDo } from "./to-do-line.ts";
import { daysSince } from "./to-do-posts.ts";

const quietAfterDays = 7;
const dueSoonDays = 3;

/** Posts expected to act that have delivered and reported nothing yet. */
function isStillToAct({ task, exclusion, directive }: TaskLine): boolean {
  return (
    exclusion === null &&
    isLive(directive) &&
    task.taskedAt !== null &&
    task.deliveredAt === null &&
    !task.partlyDelivered &&
    task.reportedAt === null &&
    task.closedAt === null &&
    task.notDeliveredReason === null
  );
}

/** "Three posts have had no activity for 9 days", once for each directive. */
export function quietPosts(lines: readonly TaskLine[], clock: DeskClock): ToDo[] {
  const quiet = lines.flatMap((line) => {
    if (!isStillToAct(line) || line.timing.overdueToDeliver || line.lastStepAt === null) return [];
    const days = daysSince(line.lastStepAt, line, clock);
    return days >= quietAfterDays ? [{ line, days }] : [];
  });
  return [...groupBy(quiet, ({ line }) => line.task.directiveId ?? "")].map(([directiveId, group]): ToDo => {
    const found = group.map(({ line }) => line);
    const days = Math.min(...group.map((one) => one.days));
    const facts = { count: found.length, post: nameOf(found[0]), days, directive: subjectOf(found[0]) };
    return {
      key: `quiet/${directiveId}`,
      weight: "note",
      because: { code: "quiet", facts },
      target: targetOf(found),
    };
  });
}

/** Posts due within three days that have no meeting, by directive and day. */
export function dueSoon(lines: readonly TaskLine[], clock: DeskClock): ToDo[] {
  const near = lines.flatMap((line) => {
    const due = line.timing.deliver;
    if (due?.kind !== "dated" || !isStillToAct(line) || meetingOf(line) !== "none") return [];
    const past = daysPast(due, clock.now) ?? 1;
    return past <= 0 && past >= -dueSoonDays && !line.timing.overdueToDeliver ? [{ line, on: due.on }] : [];
  });
  return [...groupBy(near, ({ line, on }) => `${line.task.directiveId}/${on}`)].map(([key, group]): ToDo => {
    const found = group.map(({ line }) => line);
    const on = { day: group[0]?.on ?? "" };
    const facts = { count: found.length, post: nameOf(found[0]), on, directive: subjectOf(found[0]) };
    return {
      key: `dueSoon/${key}`,
      weight: "watch",
      because: { code: "dueSoon", facts },
      target: targetOf(found),
    };
  });
}

const usedOutcomes: ReadonlySet<string> = new Set(["delivered", "partly", "hostRaised"]);

function hasUsed(line: TaskLine, pointIds: readonly string[]): boolean {
  return line.engagements.some(
    (row) =>
      row.state === "held" &&
      pointIds.some((id) => Object.hasOwn(row.points, id) && usedOutcomes.has(row.points[id]?.outcome ?? "")),
  );
}

/** "Point 4 revised after 11 deliveries": posts that used a former text and have not made the new one. */
export function revisedPoints(lines: readonly TaskLine[], points: readonly TalkingPoint[]): ToDo[] {
  const everywhere = points.map((point) => ({ ...point, audiencePostIds: [] }));
  return [...groupBy(lines, (line) => line.task.directiveId ?? "")].flatMap(([directiveId, group]) =>
    pointsFor({ directiveId, postId: null, adaptations: {} }, everywhere).flatMap(
      ({ point, formerIds }): ToDo[] => {
        const old = group.filter(
          (line) => line.exclusion === null && hasUsed(line, formerIds) && !hasUsed(line, [point.id]),
        );
        if (old.length === 0) return [];
        const facts = {
          point: point.label === "" ? String(point.order) : point.label,
          count: old.length,
          posts: namesOf(old),
          directive: subjectOf(old[0]),
        };
        return [
          {
            key: `pointRevised/${point.id}`,
            weight: "watch",
            because: { code: "pointRevised", facts },
            target: { kind: "point", directiveId, pointId: point.id },
          },
        ];
      },
    ),
  );
}

/** All follow-ups past their day in one line that names the most pressing. */
export function lateFollowUps(
  followUps: readonly FollowUp[],
  lines: readonly TaskLine[],
  clock: DeskClock,
): ToDo[] {
  const posts = new Map(lines.map((line) => [line.task.postId, line.post]));
  const late = followUps
    .filter((followUp) => {
      if (followUp.deleted) return false;
      const host = hostOf(posts.get(followUp.postId), clock.capitalTimeZone);
      return (
        dueBucket(followUp, { today: dayIn(clock.now, host.timeZone), weekend: host.weekend }) === "overdue"
      );
    })
    .toSorted(compareFollowUps);
  if (late.length === 0) return [];
  return [
    {
      key: "followUpsOverdue",
      weight: "act",
      because: { code: "followUpsOverdue", facts: { count: late.length, what: late[0]?.what ?? "" } },
      target: { kind: "followUps", followUpIds: late.map((followUp) => followUp.id) },
    },
  ];
}
