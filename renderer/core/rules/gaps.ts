// The backlog of a directive: for every post expected to act, the stage it has not passed and the points not yet made well enough.
import { pointEvidence } from "./coverage.ts";
import { type DeskClock, hostOf, isLive } from "./deadlines.ts";
import type { Evidence, EvidenceLevel } from "./evidence.ts";
import { type NextStep, stepForEvidence, stepForStage } from "./next-step.ts";
import type { PostPoint } from "./point-scope.ts";
import type { TaskLine } from "./task-line.ts";
import { type Stage, type StageStatus, stages } from "./task-stages.ts";

/** A point made as instructed meets the target; a recorded answer goes beyond it. */
const targetLevel: EvidenceLevel = 3;

/** One cell of the matrix of points. */
export interface PointCell {
  readonly postPoint: PostPoint;
  /** Null where the point is not this post's to make. */
  readonly evidence: Evidence | null;
}

export type Gap =
  | {
      readonly kind: "stage";
      readonly key: string;
      readonly line: TaskLine;
      readonly stage: Stage;
      readonly status: StageStatus;
      readonly step: NextStep;
    }
  | {
      readonly kind: "point";
      readonly key: string;
      readonly line: TaskLine;
      readonly postPoint: PostPoint;
      readonly evidence: Evidence;
      readonly step: NextStep;
    };

/** The cells of one task, one for each of its points in order. */
export function pointCells(line: TaskLine, capitalTimeZone: string): PointCell[] {
  const { timeZone } = hostOf(line.post, capitalTimeZone);
  const { task, directive, engagements, responses } = line;
  return line.points.map((postPoint) => ({
    postPoint,
    evidence: pointEvidence({ task, directive, engagements, responses, timeZone }, postPoint),
  }));
}

const unfinished: ReadonlySet<StageStatus> = new Set(["due", "overdue", "partly"]);

/**
 * What is late, else the stage whose turn it is. A post that is late to deliver is not told of its report too; the way
 * to a late delivery is the step before it that is still open.
 */
function stageGaps(line: TaskLine): Gap[] {
  const gap = (stage: Stage, by: Stage): Gap => ({
    kind: "stage",
    key: `${line.task.id}/${stage}`,
    line,
    stage,
    status: line.stages[stage],
    step: stepForStage(by, line.evidence.because.code),
  });
  const next = stages.find((stage) => unfinished.has(line.stages[stage]));
  if (next === undefined) return [];
  const late = stages.filter((stage) => line.stages[stage] === "overdue");
  if (late.includes("delivered")) return [gap("delivered", next)];
  return late.length > 0 ? late.map((stage) => gap(stage, stage)) : [gap(next, next)];
}

/** Points below the target at a post that has met its host; before that the stage says it all. */
function pointGaps(line: TaskLine, capitalTimeZone: string): Gap[] {
  if (!line.engagements.some(({ state }) => state === "held")) return [];
  return pointCells(line, capitalTimeZone).flatMap(({ postPoint, evidence }): Gap[] => {
    if (evidence === null || evidence.level >= targetLevel) return [];
    const step = stepForEvidence(evidence.because.code);
    if (step === null) return [];
    return [{ kind: "point", key: `${line.task.id}/${postPoint.point.id}`, line, postPoint, evidence, step }];
  });
}

/** Every gap of the given tasks. Tasks that are not counted, closed or given up have none. */
export function gapsOf(lines: readonly TaskLine[], clock: Pick<DeskClock, "capitalTimeZone">): Gap[] {
  return lines
    .filter(
      ({ exclusion, task, directive }) => exclusion === null && task.closedAt === null && isLive(directive),
    )
    .flatMap((line) => [
      ...stageGaps(line),
      ...(line.task.notDeliveredReason === null ? pointGaps(line, clock.capitalTimeZone) : []),
    ]);
}

/** How far one stage of several tasks has come: those that passed it of those that are counted. */
export function stageShare(
  lines: readonly TaskLine[],
  stage: Stage,
): { readonly done: number; readonly of: number } {
  const counted = lines.filter(({ exclusion }) => exclusion === null);
  const expected = counted.filter((line) => line.stages[stage] !== "notNeeded");
  return { done: expected.filter((line) => line.stages[stage] === "done").length, of: expected.length };
}

/** Cells of one point at the target, of those that count. */
export function pointShare(cells: readonly (Evidence | null)[]): {
  readonly done: number;
  readonly of: number;
} {
  const counted = cells.filter((evidence) => evidence !== null);
  return { done: counted.filter(({ level }) => level >= targetLevel).length, of: counted.length };
}

/** True where nothing is left to do along the stages; tasks that are not counted are complete. */
export function isStagesComplete(line: TaskLine): boolean {
  return (
    line.exclusion !== null ||
    stages.every((stage) => !["due", "overdue", "partly", "pending"].includes(line.stages[stage]))
  );
}

/** True where every point of the post has reached the target. */
export function isPointsComplete(line: TaskLine, cells: readonly PointCell[]): boolean {
  return (
    line.exclusion !== null ||
    cells.every(({ evidence }) => evidence === null || evidence.level >= targetLevel)
  );
}
