// A cell of the stage matrix: shape, tint and the day, or the word for what is to come.
import type { StageStatus } from "#core/rules/task-stages.ts";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { cx } from "#ui/lib/classes.ts";
import css from "./matrix-screen.module.css";

const looks: Readonly<Record<StageStatus, { readonly shape: Shape; readonly tone: Tone } | null>> = {
  done: { shape: "check", tone: "success" },
  partly: { shape: "half-circle", tone: "warning" },
  due: { shape: "circle", tone: "info" },
  overdue: { shape: "triangle", tone: "danger" },
  notNeeded: { shape: "dash", tone: "neutral" },
  pending: null,
};

export interface StageCellProps {
  readonly status: StageStatus;
  /** The day, or the word where there is none. */
  readonly label: string;
  readonly meaning: string;
  /** Without tints: in lists, where every row has one. */
  readonly isPlain?: boolean | undefined;
}

export function StageCell({ status, label, meaning, isPlain = false }: StageCellProps) {
  const look = looks[status];
  if (look === null) return null;
  return (
    <span className={cx(css["stage"], isPlain && css["plainStage"])}>
      <StateMark
        {...look}
        label={label}
        title={meaning}
        isPlain={isPlain || (status !== "overdue" && status !== "partly")}
      />
    </span>
  );
}
