// One line of the desk's to-do list: a sentence, its weight, and the place where the matter can be put right.
import type { Sentence } from "./sentence.ts";
import type { TaskLine } from "./task-line.ts";

/** Texts stand under `toDo.<code>`. */
export const toDoCodes = [
  "conflictsWaiting",
  "deliverOverdue",
  "deliverOverdueMany",
  "reportOverdue",
  "reportOverdueMany",
  "answerOverdue",
  "answerOverdueMany",
  "amendmentRequested",
  "amendmentRequestedMany",
  "pointRevised",
  "followUpsOverdue",
  "dueSoon",
  "deliveredNotReported",
  "deliveredNotReportedMany",
  "quiet",
] as const;
export type ToDoCode = (typeof toDoCodes)[number];

/** Where the line leads. */
export type ToDoTarget =
  | { readonly kind: "conflicts" }
  | { readonly kind: "task"; readonly directiveId: string; readonly taskId: string; readonly postId: string }
  | { readonly kind: "tasks"; readonly directiveId: string; readonly taskIds: readonly string[] }
  | { readonly kind: "point"; readonly directiveId: string; readonly pointId: string }
  | { readonly kind: "followUps"; readonly followUpIds: readonly string[] };

export interface ToDo {
  /** The same for the same matter from one reckoning to the next. */
  readonly key: string;
  /** `act`: late. `watch`: about to be, or waiting on us. `note`: good to know. */
  readonly weight: "act" | "watch" | "note";
  readonly because: Sentence<ToDoCode>;
  readonly target: ToDoTarget;
}

/** More posts than this with the same trouble on one directive become one line. */
export const severalPosts = 3;

export function nameOf(line: TaskLine | undefined): string {
  return line?.post?.name ?? "";
}

export function subjectOf(line: TaskLine | undefined): string {
  return line?.directive?.subject ?? "";
}

/** The first posts by name: "Paris, Nairobi, Riyadh". */
export function namesOf(lines: readonly TaskLine[]): string {
  return lines
    .slice(0, severalPosts)
    .map(nameOf)
    .filter((name) => name !== "")
    .join(", ");
}

/** The one task, or all of several of one directive. */
export function targetOf(lines: readonly TaskLine[]): ToDoTarget {
  const [first] = lines;
  const directiveId = first?.task.directiveId ?? "";
  return first && lines.length === 1
    ? { kind: "task", directiveId, taskId: first.task.id, postId: first.task.postId ?? "" }
    : { kind: "tasks", directiveId, taskIds: lines.map((line) => line.task.id) };
}

/** `none`: no meeting on record; `planned`; `held`: one was held, though not all was said. */
export function meetingOf(line: TaskLine): "none" | "planned" | "held" {
  if (line.engagements.some((row) => row.state === "held")) return "held";
  const planned = line.task.scheduledFor !== null || line.engagements.some((row) => row.state === "planned");
  return planned ? "planned" : "none";
}
