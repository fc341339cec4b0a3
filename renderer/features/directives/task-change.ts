// Writing to tasks from a screen: the posts' own scopes, and only tasks that have a post.
import type { TaskLine } from "#core/rules/task-line.ts";
import { changeTasks } from "#data/demarche-tasks.ts";
import type { WriteRequest } from "#data/write.ts";

type Values = Parameters<typeof changeTasks>[0][number]["values"];

/** One write for several tasks; `valuesOf` says what changes in each. */
export function changeLines(
  lines: readonly Pick<TaskLine, "task">[],
  valuesOf: (line: Pick<TaskLine, "task">) => Values,
  why?: string,
): WriteRequest {
  const changes = lines.flatMap((line) =>
    line.task.postId === null ? [] : [{ id: line.task.id, postId: line.task.postId, values: valuesOf(line) }],
  );
  return why === undefined || why.trim() === "" ? changeTasks(changes) : changeTasks(changes, why.trim());
}
