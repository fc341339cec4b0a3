// "Delivered 5 of 7": a figure with its whole, in words and as a bar.
import { Meter as AriaMeter } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import css from "./meter.module.css";
import type { Tone } from "./tone.ts";
import tones from "./tones.module.css";

export interface MeterProps {
  /** "Delivered" */
  readonly label: string;
  readonly value: number;
  readonly total: number;
  readonly tone?: Tone | undefined;
  /** What the figures leave out: "14 exempt are not counted". */
  readonly title?: string | undefined;
}

export function Meter({ label, value, total, tone = "info", title }: MeterProps) {
  const { t } = useText();
  const words = t("ui.meter.of", { label, value, total });
  const share = total === 0 ? 0 : (value / total) * 100;
  return (
    <AriaMeter
      aria-label={label}
      value={value}
      maxValue={Math.max(total, 1)}
      valueLabel={words}
      className={cx(css["meter"], tones[tone])}
    >
      <span className={css["words"]} title={title}>
        {words}
      </span>
      <span className={css["track"]} aria-hidden>
        <span className={css["bar"]} style={{ inlineSize: `${String(share)}%` }} />
      </span>
    </AriaMeter>
  );
}
