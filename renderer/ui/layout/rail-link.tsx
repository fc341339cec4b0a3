// One entry of the rail: a picture and a word; collapsed, the word moves into the tooltip.
import type { ReactNode } from "react";
import { Link as AriaLink } from "react-aria-components";
import { Count } from "../display/badge.tsx";
import type { Tone } from "../display/tone.ts";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import { Tooltip } from "../overlays/tooltip.tsx";
import css from "./rail-link.module.css";

export interface RailEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly to: string;
  readonly isCurrent: boolean;
  /** What waits there; nothing is shown at zero. */
  readonly count?: number | undefined;
  readonly countTone?: Tone | undefined;
}

export function RailLink({
  entry,
  isCollapsed,
}: {
  readonly entry: RailEntry;
  readonly isCollapsed: boolean;
}) {
  const { label, icon, to, isCurrent, count = 0, countTone } = entry;
  return (
    <Tooltip
      text={count > 0 ? `${label} (${String(count)})` : label}
      placement="end"
      isDisabled={!isCollapsed}
    >
      <AriaLink
        href={to}
        {...given({ "aria-current": isCurrent ? ("page" as const) : undefined })}
        className={cx(css["link"], isCurrent && css["current"], isCollapsed && css["collapsed"])}
      >
        <span className={css["icon"]}>{icon}</span>
        <span className={css["word"]}>{label}</span>
        {count > 0 && (
          <span className={css["count"]}>
            <Count value={count} tone={countTone} />
          </span>
        )}
      </AriaLink>
    </Tooltip>
  );
}
