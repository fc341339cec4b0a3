// One row per task with all that the rules say about it: what the posts tab, the matrix, the to-do list and reports read.
import { groupBy } from "../lib/group-by.ts";
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { Directive } from "../model/directive.ts";
import type { Engagement } from "../model/engagement.ts";
import type { Post } from "../model/post.ts";
import type { Response } from "../model/response.ts";
import type { TalkingPoint } from "../model/talking-point.ts";
import { taskEvidence } from "./coverage.ts";
import { type DeskClock, hostOf, isLive, type TaskTiming, taskTiming } from "./deadlines.ts";
import { engagementsOf, type Evidence, responsesOf } from "./evidence.ts";
import { expectedPoints, missingMustSay, pointsFor, type PostPoint, recordOf } from "./point-scope.ts";
import { type Exclusion, exclusionOf } from "./task-scope.ts";
import { type StageStatuses, taskStages } from "./task-stages.ts";
import { type TaskState, taskState } from "./task-state.ts";

export interface TaskLine {
  readonly task: DemarcheTask;
  readonly directive: Directive | undefined;
  readonly post: Post | undefined;
  readonly state: TaskState;
  readonly stages: StageStatuses;
  readonly timing: TaskTiming;
  readonly exclusion: Exclusion | null;
  readonly evidence: Evidence;
  /** The task's own, earliest first. */
  readonly engagements: readonly Engagement[];
  readonly responses: readonly Response[];
  /** The post's points, and of the expected ones how many were made in held meetings. */
  readonly points: readonly PostPoint[];
  readonly pointsExpected: number;
  readonly pointsMade: number;
  readonly mustSayMissing: readonly PostPoint[];
  /** The last thing that happened, as an instant not after now; null where nothing has. */
  readonly lastStepAt: string | null;
}

/** The rows that lines are made of; deleted ones may be among them. */
export interface TaskRows {
  readonly directives: readonly Directive[];
  readonly points: readonly TalkingPoint[];
  readonly tasks: readonly DemarcheTask[];
  readonly posts: readonly Post[];
  readonly engagements: readonly Engagement[];
  readonly responses: readonly Response[];
}

function lastStep(
  task: DemarcheTask,
  engagements: readonly Engagement[],
  responses: readonly Response[],
  now: string,
): string | null {
  const steps = [
    task.taskedAt,
    task.acknowledgedAt,
    task.appointmentRequestedAt,
    task.deliveredAt,
    task.reportedAt,
    task.answeredAt,
    task.closedAt,
    ...engagements.flatMap((row) => [row.state === "held" ? row.at : null, row.loggedAt]),
    ...responses.map((row) => row.receivedAt),
  ];
  const latest = Date.parse(now);
  return steps.reduce<string | null>((last, step) => {
    if (step === null || Date.parse(step) > latest) return last;
    return last === null || Date.parse(step) > Date.parse(last) ? step : last;
  }, null);
}

const madeOutcomes: ReadonlySet<string> = new Set(["delivered", "hostRaised"]);

/** A point made before it was revised was made. */
function countMade(points: readonly PostPoint[], engagements: readonly Engagement[]): number {
  const held = engagements.filter((row) => row.state === "held");
  return points.filter((one) =>
    held.some((row) => madeOutcomes.has(recordOf(row.points, one)?.record.outcome ?? "")),
  ).length;
}

/** Engagements and responses are given as those that may be the task's; others are ignored. */
function lineOf(
  task: DemarcheTask,
  directive: Directive | undefined,
  post: Post | undefined,
  rows: Pick<TaskRows, "points" | "engagements" | "responses">,
  clock: DeskClock,
): TaskLine {
  const engagements = engagementsOf(task, rows.engagements);
  const responses = responsesOf(task, engagements, rows.responses);
  const timing = taskTiming(task, directive, post, responses, clock);
  const points = pointsFor(task, rows.points);
  const expected = expectedPoints(points);
  const { timeZone } = hostOf(post, clock.capitalTimeZone);
  return {
    task,
    directive,
    post,
    state: taskState(task, timing.answerOwed),
    stages: taskStages(task, timing, (directive?.ask ?? "").trim() !== "" && isLive(directive)),
    timing,
    exclusion: exclusionOf(task),
    evidence: taskEvidence({ task, directive, engagements, responses, timeZone }),
    engagements,
    responses,
    points,
    pointsExpected: expected.length,
    pointsMade: countMade(expected, engagements),
    mustSayMissing: missingMustSay(engagements, points),
    lastStepAt: lastStep(task, engagements, responses, clock.now),
  };
}

/** A line for every task that is not deleted, in the order of the tasks. */
export function taskLines(rows: TaskRows, clock: DeskClock): TaskLine[] {
  const directives = new Map(rows.directives.map((row) => [row.id, row]));
  const posts = new Map(rows.posts.map((row) => [row.id, row]));
  const points = groupBy(rows.points, (row) => row.directiveId);
  const byTask = groupBy(rows.engagements, (row) => row.taskId);
  // Engagements without a task are found by directive and post.
  const loose = groupBy(byTask.get(null) ?? [], (row) => `${row.directiveId}\n${row.postId}`);
  const responsesByTask = groupBy(rows.responses, (row) => row.taskId);
  const responsesByEngagement = groupBy(rows.responses, (row) => row.engagementId);
  return rows.tasks
    .filter((task) => !task.deleted)
    .map((task) => {
      const engagements = [
        ...(byTask.get(task.id) ?? []),
        ...(loose.get(`${task.directiveId}\n${task.postId}`) ?? []),
      ];
      const responses = new Set([
        ...(responsesByTask.get(task.id) ?? []),
        ...engagements.flatMap((row) => responsesByEngagement.get(row.id) ?? []),
      ]);
      return lineOf(
        task,
        directives.get(task.directiveId ?? ""),
        posts.get(task.postId ?? ""),
        { points: points.get(task.directiveId) ?? [], engagements, responses: [...responses] },
        clock,
      );
    });
}
