// Demarche tasks: what each post owes a directive.
import type { Adaptation, DemarcheTask, demarcheTasks } from "#core/model/demarche-task.ts";
import type { Directive } from "#core/model/directive.ts";
import type { PatchOf } from "#core/model/entity.ts";
import { postScope } from "#core/model/scope.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

export const allTasks: Ask<readonly DemarcheTask[]> = async (view) =>
  (await view.page("demarcheTasks", {})).rows;

export const tasksAt =
  (postId: string): Ask<readonly DemarcheTask[]> =>
  async (view) =>
    (await view.page("demarcheTasks", { where: { postId: { eq: postId } } })).rows;

export const taskById =
  (id: string): Ask<DemarcheTask | undefined> =>
  async (view) =>
    (await view.get("demarcheTasks", [id]))[0];

type TaskPatch = PatchOf<typeof demarcheTasks>;

/** Keys of the map of adaptations are written one by one, as `adaptations/<point id>`. */
type TaskValues = TaskPatch | Readonly<Record<`adaptations/${string}`, Adaptation | null>>;

/** The same or different values for several tasks, as one write. A task lives in its post's scope. */
export function changeTasks(
  changes: readonly { readonly id: string; readonly postId: string; readonly values: TaskValues }[],
  why?: string,
): WriteRequest {
  return {
    changes: changes.map(({ id, postId, values }) => ({
      table: "demarcheTasks",
      id,
      scope: postScope(postId),
      values,
    })),
    ...(why === undefined ? {} : { why }),
  };
}

export interface NewTask {
  readonly id: string;
  readonly postId: string;
  readonly values: TaskPatch;
}

/** Tasks posts with a directive, as one write. `taskedAt` is set where the directive has gone out already. */
export function addTasks(directive: Directive, tasks: readonly NewTask[], now: string): WriteRequest {
  const isOut = directive.status === "transmitted" || directive.status === "amended";
  return changeTasks(
    tasks.map(({ id, postId, values }) => ({
      id,
      postId,
      values: { directiveId: directive.id, postId, taskedAt: isOut ? now : null, ...values },
    })),
  );
}
