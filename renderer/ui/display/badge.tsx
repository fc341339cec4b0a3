// A small word with a tint: a kind, a classification, a number that wants attention.
import type { ReactNode } from "react";
import { cx } from "../lib/classes.ts";
import css from "./badge.module.css";
import type { Tone } from "./tone.ts";
import tones from "./tones.module.css";

export interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: Tone | undefined;
  /** Outlined: for marks that stand on a tint already. */
  readonly isOutlined?: boolean | undefined;
  readonly title?: string | undefined;
}

export function Badge({ children, tone = "neutral", isOutlined = false, title }: BadgeProps) {
  return (
    <span className={cx(css["badge"], tones[tone], isOutlined && css["outlined"])} title={title}>
      {children}
    </span>
  );
}

/** A count beside a word; nothing at zero unless asked for. */
export function Count({
  value,
  tone = "neutral",
}: {
  readonly value: number;
  readonly tone?: Tone | undefined;
}) {
  return <span className={cx(css["count"], tones[tone])}>{value}</span>;
}
