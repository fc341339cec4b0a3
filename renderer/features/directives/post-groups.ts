// The groups the posts of a directive are filtered by. Every task is in "all" and in one other; late ones in "late" too.
import { isLateTask } from "#core/rules/open-task.ts";
import type { TaskLine } from "#core/rules/task-line.ts";

export const postGroups = [
  "all",
  "late",
  "toDeliver",
  "toReport",
  "toAnswer",
  "done",
  "notDelivered",
  "notCounted",
] as const;
export type PostGroup = (typeof postGroups)[number];

/** The one group a task is in by what it waits for. */
function postGroupOf({ exclusion, task, timing }: TaskLine): Exclude<PostGroup, "all" | "late"> {
  if (exclusion !== null) return "notCounted";
  if (task.closedAt !== null) return "done";
  if (task.notDeliveredReason !== null) return "notDelivered";
  if (task.deliveredAt === null || task.partlyDelivered) return "toDeliver";
  if (task.reportedAt === null) return "toReport";
  return timing.answerOwed ? "toAnswer" : "done";
}

export function isInGroup(line: TaskLine, group: PostGroup): boolean {
  if (group === "all") return true;
  return group === "late" ? isLateTask(line) : postGroupOf(line) === group;
}
