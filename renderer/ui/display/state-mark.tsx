// A state as a shape, a word and a tint together: never by colour alone.
import { cx } from "../lib/classes.ts";
import css from "./state-mark.module.css";
import type { Tone } from "./tone.ts";
import tones from "./tones.module.css";

export type Shape =
  | "circle"
  | "half-circle"
  | "full-circle"
  | "square"
  | "full-square"
  | "triangle"
  | "diamond"
  | "cross"
  | "dash"
  | "check"
  | "pause"
  | "dotted";

const drawings: Readonly<
  Record<Shape, { readonly line: string; readonly fill?: string; readonly dash?: string }>
> = {
  circle: { line: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z" },
  "half-circle": {
    line: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z",
    fill: "M6 1.5a4.5 4.5 0 0 1 0 9z",
  },
  "full-circle": {
    line: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z",
    fill: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z",
  },
  square: { line: "M2 2h8v8h-8z" },
  "full-square": { line: "M2 2h8v8h-8z", fill: "M2 2h8v8h-8z" },
  triangle: { line: "M6 1.5l5 9h-10z", fill: "M6 1.5l5 9h-10z" },
  diamond: { line: "M6 1l5 5l-5 5l-5-5z" },
  cross: { line: "M2.5 2.5l7 7M9.5 2.5l-7 7" },
  dash: { line: "M2 6h8" },
  check: { line: "M1.5 6.5l3 3l6-7" },
  pause: { line: "M4 2v8M8 2v8" },
  dotted: { line: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z", dash: "2 2" },
};

export function ShapeMark({ shape }: { readonly shape: Shape }) {
  const { line, fill, dash } = drawings[shape];
  return (
    <svg viewBox="0 0 12 12" className={css["shape"]} aria-hidden focusable="false">
      {fill !== undefined && <path d={fill} fill="currentColor" />}
      <path d={line} fill="none" stroke="currentColor" strokeDasharray={dash} />
    </svg>
  );
}

export interface StateMarkProps {
  readonly shape: Shape;
  readonly tone: Tone;
  readonly label: string;
  /** Without the tint, for dense tables where every row has one. */
  readonly isPlain?: boolean | undefined;
  /** The state's definition, shown on hover. */
  readonly title?: string | undefined;
}

export function StateMark({ shape, tone, label, isPlain = false, title }: StateMarkProps) {
  return (
    <span className={cx(css["state"], tones[tone], isPlain && css["plain"])} title={title ?? label}>
      <ShapeMark shape={shape} />
      <span className={css["word"]}>{label}</span>
    </span>
  );
}
