// The columns of the stage matrix: how far a task has come, step by step.
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { TaskTiming } from "./deadlines.ts";
import { exclusionOf } from "./task-scope.ts";

export const stages = ["tasked", "acknowledged", "appointment", "delivered", "reported", "answered"] as const;
export type Stage = (typeof stages)[number];

/** `due`: the step to take next. `pending`: its turn has not come. `notNeeded`: passed over, or not asked of this post. */
export const stageStatuses = ["done", "partly", "due", "overdue", "notNeeded", "pending"] as const;
export type StageStatus = (typeof stageStatuses)[number];

export type StageStatuses = Readonly<Record<Stage, StageStatus>>;

/** When a stage was passed, or for an appointment, when it is or was sought; null where no date is noted. */
export function stageAt(task: DemarcheTask, stage: Stage): string | null {
  switch (stage) {
    case "tasked":
      return task.taskedAt;
    case "acknowledged":
      return task.acknowledgedAt;
    case "appointment":
      return task.scheduledFor ?? task.appointmentRequestedAt;
    case "delivered":
      return task.deliveredAt;
    case "reported":
      return task.reportedAt;
    case "answered":
      return task.answeredAt;
  }
}

type Progress = "done" | "partly" | "open" | "notNeeded";

function done(date: string | null): Progress {
  return date === null ? "open" : "done";
}

function progressOf(task: DemarcheTask, answerOwed: boolean, askExpected: boolean): Record<Stage, Progress> {
  const wasDelivered = task.deliveredAt !== null;
  const movedOn = task.scheduledFor !== null || task.appointmentRequestedAt !== null || wasDelivered;
  // A small step that a later one has overtaken is not nagged about.
  const small = (progress: Progress, overtaken: boolean): Progress =>
    progress === "open" && overtaken ? "notNeeded" : progress;
  const delivered = task.partlyDelivered ? "partly" : done(task.deliveredAt);
  const expectsAnswer = wasDelivered ? answerOwed : askExpected;
  return {
    tasked: small(done(task.taskedAt), movedOn || task.acknowledgedAt !== null),
    acknowledged: small(done(task.acknowledgedAt), movedOn || task.owner !== ""),
    appointment: small(
      task.scheduledFor !== null ? "done" : task.appointmentRequestedAt !== null ? "partly" : "open",
      wasDelivered,
    ),
    delivered,
    reported: done(task.reportedAt),
    answered: task.answeredAt === null && !expectsAnswer ? "notNeeded" : done(task.answeredAt),
  };
}

/** The status of each stage. `askExpected`: the directive asks something of hosts, so that an answer will be owed. */
export function taskStages(task: DemarcheTask, timing: TaskTiming, askExpected: boolean): StageStatuses {
  const progress = progressOf(task, timing.answerOwed, askExpected);
  const ended = exclusionOf(task) !== null || task.closedAt !== null;
  const overdue: Partial<Record<Stage, boolean>> = {
    delivered: timing.overdueToDeliver,
    reported: timing.overdueToReport,
    answered: timing.answerOverdue,
  };
  let nextTaken = false;
  const status = (stage: Stage): StageStatus => {
    const here = progress[stage];
    if (here === "done" || here === "notNeeded") return here;
    if (ended) return here === "partly" ? "partly" : "notNeeded";
    // Where delivery will not happen, what led to it and the host's answer fall away; the report is still owed.
    if (task.notDeliveredReason !== null && stage !== "reported")
      return here === "partly" ? "partly" : "notNeeded";
    if (overdue[stage] === true) {
      nextTaken = true;
      return "overdue";
    }
    const isNext = !nextTaken;
    nextTaken = true;
    if (here === "partly") return "partly";
    return isNext ? "due" : "pending";
  };
  return {
    tasked: status("tasked"),
    acknowledged: status("acknowledged"),
    appointment: status("appointment"),
    delivered: status("delivered"),
    reported: status("reported"),
    answered: status("answered"),
  };
}
