// Where the next step is taken.
import type { NextStep } from "#core/rules/next-step.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { links } from "../links.ts";

/** Steps that the desk takes with the post, on the directive's own page. */
const ofTheDesk: ReadonlySet<NextStep> = new Set(["sendInstruction", "askReceipt", "report", "chaseAnswer"]);
/** Steps that complete a meeting already written down. */
const ofTheMeeting: ReadonlySet<NextStep> = new Set([
  "recordRank",
  "recordAnswer",
  "leavePaper",
  "prepareMeeting",
]);

/** The screen that takes a task one step on; `engagementId` is the meeting to be completed, where there is one. */
export function stepLink(step: NextStep, { task }: TaskLine, engagementId: string | null): string {
  if (ofTheDesk.has(step)) return links.directive(task.directiveId ?? "", "posts");
  if (ofTheMeeting.has(step) && engagementId !== null) return links.logEngagement({ edit: engagementId });
  return links.logEngagement({ task: task.id });
}
