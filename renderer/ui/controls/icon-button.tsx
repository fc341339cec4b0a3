// A button with only a picture: its word is in the tooltip and for screen readers. For dense places and known signs.
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import { Tooltip } from "../overlays/tooltip.tsx";
import css from "./icon-button.module.css";

export interface IconButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly size?: "normal" | "small" | undefined;
  /** Pressed state of a toggle. */
  readonly isOn?: boolean | undefined;
  readonly keys?: string | undefined;
  readonly slot?: string | undefined;
}

export function IconButton({
  label,
  icon,
  onPress,
  isDisabled,
  size = "normal",
  isOn,
  keys,
  slot,
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...given({ isDisabled, slot, onPress: onPress && (() => onPress()), "aria-pressed": isOn })}
        aria-label={label}
        className={cx(css["button"], css[size])}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
