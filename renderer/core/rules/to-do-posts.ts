// To-do lines about posts in trouble: late to deliver, late to report, waiting for an answer.
import { groupBy } from "../lib/group-by.ts";
import { dayIn, daysBetween } from "./calendar.ts";
import { daysPast, type DeskClock, hostOf, isLive } from "./deadlines.ts";
import type { Fact } from "./sentence.ts";
import type { TaskLine } from "./task-line.ts";
import {
  meetingOf,
  nameOf,
  namesOf,
  severalPosts,
  subjectOf,
  targetOf,
  type ToDo,
  type ToDoCode,
} from "./to-do-line.ts";

const unreportedAfterDays = 2;

interface Trouble {
  readonly one: ToDoCode;
  readonly many: ToDoCode;
  readonly weight: ToDo["weight"];
  readonly has: (line: TaskLine, clock: DeskClock) => boolean;
  readonly facts: (line: TaskLine, clock: DeskClock) => Readonly<Record<string, Fact>>;
}

/** Days at the post since an instant. */
export function daysSince(instant: string, line: TaskLine, clock: DeskClock): number {
  const { timeZone } = hostOf(line.post, clock.capitalTimeZone);
  return daysBetween(dayIn(instant, timeZone), dayIn(clock.now, timeZone));
}

function daysUnreported({ task, ...line }: TaskLine, clock: DeskClock): number {
  return task.deliveredAt === null ? 0 : daysSince(task.deliveredAt, { ...line, task }, clock);
}

const troubles: readonly Trouble[] = [
  {
    one: "deliverOverdue",
    many: "deliverOverdueMany",
    weight: "act",
    has: (line) => line.timing.overdueToDeliver,
    facts: (line, clock) => ({
      days: daysPast(line.timing.deliver, clock.now) ?? 0,
      meeting: meetingOf(line),
    }),
  },
  {
    one: "reportOverdue",
    many: "reportOverdueMany",
    weight: "act",
    // A post that is late to deliver is told so once.
    has: (line) => line.timing.overdueToReport && !line.timing.overdueToDeliver,
    facts: (line, clock) => ({ days: daysPast(line.timing.report, clock.now) ?? 0 }),
  },
  {
    one: "answerOverdue",
    many: "answerOverdueMany",
    weight: "act",
    has: (line) => line.timing.answerOverdue,
    facts: (line) => ({ days: line.timing.silenceDays ?? 0 }),
  },
  {
    one: "amendmentRequested",
    many: "amendmentRequestedMany",
    weight: "watch",
    has: (line) => line.state === "amendmentRequested",
    facts: () => ({}),
  },
  {
    one: "deliveredNotReported",
    many: "deliveredNotReportedMany",
    weight: "watch",
    has: (line, clock) =>
      (line.state === "delivered" || line.state === "partlyDelivered") &&
      isLive(line.directive) &&
      !line.timing.overdueToReport &&
      !line.timing.overdueToDeliver &&
      daysUnreported(line, clock) >= unreportedAfterDays,
    facts: (line, clock) => ({ days: daysUnreported(line, clock) }),
  },
];

/** A line for each post in trouble, or one for all of a directive where they are many. */
export function postTroubles(lines: readonly TaskLine[], clock: DeskClock): ToDo[] {
  return troubles.flatMap((trouble) => {
    const groups = groupBy(
      lines.filter((line) => trouble.has(line, clock)),
      (line) => line.task.directiveId ?? "",
    );
    return [...groups].flatMap(([directiveId, group]) =>
      group.length > severalPosts
        ? [linesTogether(trouble, directiveId, group)]
        : group.map((line) => lineAlone(trouble, line, clock)),
    );
  });
}

function linesTogether(trouble: Trouble, directiveId: string, group: readonly TaskLine[]): ToDo {
  return {
    key: `${trouble.many}/${directiveId}`,
    weight: trouble.weight,
    because: {
      code: trouble.many,
      facts: { count: group.length, posts: namesOf(group), directive: subjectOf(group[0]) },
    },
    target: targetOf(group),
  };
}

function lineAlone(trouble: Trouble, line: TaskLine, clock: DeskClock): ToDo {
  return {
    key: `${trouble.one}/${line.task.id}`,
    weight: trouble.weight,
    because: {
      code: trouble.one,
      facts: { post: nameOf(line), directive: subjectOf(line), ...trouble.facts(line, clock) },
    },
    target: targetOf([line]),
  };
}
