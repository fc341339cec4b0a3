// Where a task stands, as shape, word and tint; what is late goes before how far it has come.
import { useCallback } from "react";
import type { TaskTiming } from "#core/rules/deadlines.ts";
import type { TaskState } from "#core/rules/task-state.ts";
import { StateMark, type Shape } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useText } from "#ui/text/use-text.ts";

type Late = "deliver" | "report" | "answer";

const looks: Readonly<Record<TaskState, { readonly shape: Shape; readonly tone: Tone }>> = {
  received: { shape: "circle", tone: "neutral" },
  acknowledged: { shape: "check", tone: "neutral" },
  amendmentRequested: { shape: "diamond", tone: "warning" },
  onHold: { shape: "pause", tone: "warning" },
  assigned: { shape: "circle", tone: "info" },
  appointmentRequested: { shape: "dotted", tone: "info" },
  scheduled: { shape: "diamond", tone: "info" },
  partlyDelivered: { shape: "half-circle", tone: "warning" },
  delivered: { shape: "half-circle", tone: "info" },
  reported: { shape: "full-circle", tone: "success" },
  awaitingResponse: { shape: "full-circle", tone: "info" },
  answered: { shape: "check", tone: "success" },
  closed: { shape: "full-square", tone: "neutral" },
  notDelivered: { shape: "cross", tone: "danger" },
  noAction: { shape: "dash", tone: "neutral" },
  separate: { shape: "square", tone: "neutral" },
};

type Timing = Pick<TaskTiming, "overdueToDeliver" | "overdueToReport" | "answerOverdue">;

/** What is late about a task, the earliest duty first; null where nothing is. */
function lateOf(timing: Timing): Late | null {
  if (timing.overdueToDeliver) return "deliver";
  if (timing.overdueToReport) return "report";
  return timing.answerOverdue ? "answer" : null;
}

/** The word of a state as tables, chips and copies show it. */
export function useTaskStateText(): (state: TaskState, timing?: Timing) => string {
  const { t } = useText();
  return useCallback(
    (state, timing) => {
      const late = timing === undefined ? null : lateOf(timing);
      return late === null ? t(`enum.taskState.${state}`) : t(`taskState.late.${late}`);
    },
    [t],
  );
}

export interface TaskStateMarkProps {
  readonly state: TaskState;
  /** Given: what is late is shown instead of the state, which then stands in the title. */
  readonly timing?: Timing | undefined;
  readonly isPlain?: boolean | undefined;
}

export function TaskStateMark({ state, timing, isPlain }: TaskStateMarkProps) {
  const { t } = useText();
  const late = timing === undefined ? null : lateOf(timing);
  const means = t(`taskState.${state}.means`);
  if (late !== null) {
    return (
      <StateMark
        shape="triangle"
        tone="danger"
        label={t(`taskState.late.${late}`)}
        title={`${t(`taskState.late.${late}.means`)} ${t(`enum.taskState.${state}`)}: ${means}`}
        isPlain={isPlain}
      />
    );
  }
  return <StateMark {...looks[state]} label={t(`enum.taskState.${state}`)} title={means} isPlain={isPlain} />;
}
