// Four figures on top, each the way to what it counts.
import type { ReactNode } from "react";
import { Link } from "#ui/controls/link.tsx";
import { ShapeMark } from "#ui/display/state-mark.tsx";
import { cx } from "#ui/lib/classes.ts";
import { useText } from "#ui/text/use-text.ts";
import css from "./today-screen.module.css";

export interface Counter {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly to: string;
  /** A figure above nought that calls for action. */
  readonly isUrgent?: boolean;
}

export function Counters({ counters }: { readonly counters: readonly Counter[] }): ReactNode {
  const { t, formatNumber } = useText();
  return (
    <ul className={css["counters"]} aria-label={t("today.counters")}>
      {counters.map(({ id, label, count, to, isUrgent = false }) => (
        <li key={id} className={cx(css["counter"], isUrgent && count > 0 && css["urgent"])}>
          <Link to={to} tone="plain">
            <span className={css["figure"]}>
              {isUrgent && count > 0 && <ShapeMark shape="triangle" />}
              {formatNumber(count)}
            </span>{" "}
            <span className={css["counterLabel"]}>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
