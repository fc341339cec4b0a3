// What one engagement does to the demarche task it belongs to: how much was delivered, and which of its dates follow.
import type { ResponseCategory } from "../model/enums.ts";
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { Engagement } from "../model/engagement.ts";
import { expectedPoints, missingMustSay, type PostPoint } from "./point-scope.ts";

type Points = Engagement["points"];

type Meeting = Pick<Engagement, "state" | "at" | "points">;

/** A point made in an earlier wording was made: a revision afterwards does not undo a delivery. */
function withCurrentIds(meeting: Meeting, postPoints: readonly PostPoint[]): Meeting {
  const points = { ...meeting.points };
  for (const { point, formerIds } of postPoints) {
    const former = formerIds.find((id) => Object.hasOwn(points, id));
    const record = former === undefined ? undefined : points[former];
    if (record !== undefined && !Object.hasOwn(points, point.id)) points[point.id] = record;
  }
  return { ...meeting, points };
}

/** "Delivered 5 of 7, two must-say missing": `made` of `expected`, with what was said in part counted in `partly` alone. */
export interface PointCount {
  readonly expected: number;
  readonly made: number;
  readonly partly: number;
  readonly missingMustSay: number;
}

/** The count over one meeting's points. Points that do not apply are not expected; raised by the host, and made in an earlier wording, counts as made. */
export function countPoints(said: Points, postPoints: readonly PostPoint[]): PointCount {
  const { points } = withCurrentIds({ state: "held", at: null, points: said }, postPoints);
  const outcomes = expectedPoints(postPoints).flatMap(({ point }) => {
    const outcome = Object.hasOwn(points, point.id) ? points[point.id]?.outcome : undefined;
    return outcome === "notApplicable" ? [] : [outcome];
  });
  return {
    expected: outcomes.length,
    made: outcomes.filter((outcome) => outcome === "delivered" || outcome === "hostRaised").length,
    partly: outcomes.filter((outcome) => outcome === "partly").length,
    missingMustSay: missingMustSay([{ state: "held", points }], postPoints).length,
  };
}

const answering: ReadonlySet<ResponseCategory> = new Set([
  "supportiveCommitted",
  "supportiveInPrinciple",
  "mixedConditional",
  "counterProposal",
  "rejected",
]);

/** Whether a response of this kind, unless somebody says otherwise, is the answer the capital waits for. */
export function isAnswering(category: ResponseCategory | null): boolean {
  return category !== null && answering.has(category);
}

function saysSomething(meeting: Meeting, postPoints: readonly PostPoint[]): boolean {
  const outcomes = Object.values(meeting.points).map(({ outcome }) => outcome);
  if (
    outcomes.some((outcome) => outcome === "delivered" || outcome === "partly" || outcome === "hostRaised")
  ) {
    return true;
  }
  // A directive without points for the post is delivered by raising the matter.
  return expectedPoints(postPoints).length === 0;
}

interface Delivery {
  readonly deliveredAt: string;
  readonly partly: boolean;
}

function deliveryOf(meetings: readonly Meeting[], postPoints: readonly PostPoint[]): Delivery | null {
  const held = meetings
    .flatMap((meeting) =>
      meeting.state === "held" && meeting.at !== null ? [{ meeting, at: meeting.at }] : [],
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const so: Meeting[] = [];
  let first: string | null = null;
  for (const { meeting, at } of held) {
    const current = withCurrentIds(meeting, postPoints);
    so.push(current);
    if (saysSomething(current, postPoints)) first ??= at;
    if (first !== null && missingMustSay(so, postPoints).length === 0)
      return { deliveredAt: at, partly: false };
  }
  return first === null ? null : { deliveredAt: first, partly: true };
}

export type TaskDates = Partial<
  Pick<
    DemarcheTask,
    "appointmentRequestedAt" | "scheduledFor" | "deliveredAt" | "partlyDelivered" | "answeredAt"
  >
>;

export interface Filing {
  readonly task: DemarcheTask;
  /** The engagement as it is filed, and as it stood before where it is edited. */
  readonly after: Meeting;
  readonly before: Meeting | null;
  /** The task's other engagements. */
  readonly others: readonly Meeting[];
  readonly postPoints: readonly PostPoint[];
  /** Whether the host's answer is given in it. */
  readonly isAnswer: boolean;
  readonly now: string;
}

/**
 * The task's dates that change when an engagement is filed or edited. Dates that somebody else has set stay; those
 * that this very engagement had set follow its edit.
 */
export function taskDatesAfter(filing: Filing): TaskDates {
  return { ...appointmentDates(filing), ...deliveryDates(filing), ...answerDates(filing) };
}

function appointmentDates({ task, after, before, now }: Filing): TaskDates {
  const isOurs = before?.state === "planned" && before.at !== null && before.at === task.scheduledFor;
  if (after.state === "planned") {
    if (task.deliveredAt !== null && !task.partlyDelivered) return {};
    if (after.at !== null) return { scheduledFor: after.at };
    return {
      ...(isOurs ? { scheduledFor: null } : {}),
      ...(task.appointmentRequestedAt === null ? { appointmentRequestedAt: now } : {}),
    };
  }
  // An appointment that fell through is to be sought again.
  return after.state === "notHeld" && isOurs ? { scheduledFor: null } : {};
}

function deliveryDates({ task, after, before, others, postPoints }: Filing): TaskDates {
  const wasOurs = before?.state === "held" && before.at !== null && before.at === task.deliveredAt;
  const isWhole = task.deliveredAt !== null && !task.partlyDelivered;
  if (isWhole && !wasOurs) return {};
  const delivery = deliveryOf([...others, after], postPoints);
  if (delivery) return { deliveredAt: delivery.deliveredAt, partlyDelivered: delivery.partly };
  return wasOurs ? { deliveredAt: null, partlyDelivered: false } : {};
}

function answerDates({ task, after, before, isAnswer }: Filing): TaskDates {
  const wasOurs = before?.state === "held" && before.at !== null && before.at === task.answeredAt;
  if (task.answeredAt !== null && !wasOurs) return {};
  const answeredAt = after.state === "held" && isAnswer ? after.at : null;
  return answeredAt === task.answeredAt ? {} : { answeredAt };
}
