// Where each line of the to-do list leads: the place that puts it right.
import type { ToDo } from "#core/rules/to-do-line.ts";
import type { Stage } from "#core/rules/task-stages.ts";
import { links } from "../links.ts";

/** The stage whose cell explains a line about one post. */
const stageOf: Readonly<Partial<Record<ToDo["because"]["code"], Stage>>> = {
  deliverOverdue: "delivered",
  reportOverdue: "reported",
  answerOverdue: "answered",
  deliveredNotReported: "reported",
  dueSoon: "appointment",
};

export function toDoLink({ because, target }: ToDo): string {
  switch (target.kind) {
    case "conflicts":
      return links.decisions();
    case "task": {
      const stage = stageOf[because.code];
      return stage === undefined
        ? links.directive(target.directiveId, "posts")
        : links.matrix(target.directiveId, "stages", `${target.taskId}/${stage}`);
    }
    case "tasks":
      return links.matrix(target.directiveId, "gaps");
    case "point":
      return links.directive(target.directiveId, "points");
    case "followUps":
      return links.followUps({ bucket: "overdue" });
  }
}
