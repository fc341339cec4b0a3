// The state of a task on its directive's own screen, where one may be written down before the directive has gone out.
import { useCallback } from "react";
import type { TaskLine } from "#core/rules/task-line.ts";
import { StateMark } from "#ui/display/state-mark.tsx";
import { useText } from "#ui/text/use-text.ts";
import { TaskStateMark, useTaskStateText } from "../parts/task-state-mark.tsx";

type Stated = Pick<TaskLine, "state" | "timing" | "task">;

/** Chosen, but not told yet: the directive is still being written. */
function isUntold({ state, task }: Stated): boolean {
  return state === "received" && task.taskedAt === null;
}

export function useLineStateText(): (line: Stated) => string {
  const { t } = useText();
  const stateText = useTaskStateText();
  return useCallback(
    (line) => (isUntold(line) ? t("tasks.untold") : stateText(line.state, line.timing)),
    [t, stateText],
  );
}

export function LineState({ line, isPlain }: { readonly line: Stated; readonly isPlain?: boolean }) {
  const { t } = useText();
  return isUntold(line) ? (
    <StateMark
      shape="dotted"
      tone="neutral"
      label={t("tasks.untold")}
      title={t("tasks.untold.means")}
      isPlain={isPlain}
    />
  ) : (
    <TaskStateMark state={line.state} timing={line.timing} isPlain={isPlain} />
  );
}
