// What of a task is still to be done, by whom: the post's delivery, the post's report, the host's answer.
import { isLive } from "./deadlines.ts";
import type { TaskLine } from "./task-line.ts";

type Known = Pick<TaskLine, "task" | "exclusion" | "directive" | "timing">;

/** The directive is in force, the post is expected to act, and nobody has closed the matter. */
function isRunning({ task, exclusion, directive }: Known): boolean {
  return exclusion === null && isLive(directive) && task.closedAt === null;
}

/** The points, or the rest of them, are still to be made. */
export function isDeliveryOpen(line: Known): boolean {
  const { task } = line;
  const owes = task.deliveredAt === null || task.partlyDelivered;
  return owes && task.notDeliveredReason === null && isRunning(line);
}

/** The capital waits for the post's report: on a delivery, or on why there was none. */
export function isReportOpen(line: Known): boolean {
  const { task } = line;
  const acted = task.deliveredAt !== null || task.partlyDelivered || task.notDeliveredReason !== null;
  return acted && task.reportedAt === null && isRunning(line);
}

/** Something is still to come from the post or from its host. */
export function isOpenTask(line: Known): boolean {
  return isDeliveryOpen(line) || isReportOpen(line) || (isRunning(line) && line.timing.answerOwed);
}

/** Late in any of its three ways. */
export function isLateTask({ timing }: Pick<TaskLine, "timing">): boolean {
  return timing.overdueToDeliver || timing.overdueToReport || timing.answerOverdue;
}
