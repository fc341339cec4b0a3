// A button that says in words what it does. One primary per screen.
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import css from "./button.module.css";

export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonProps {
  readonly children: ReactNode;
  readonly tone?: ButtonTone | undefined;
  readonly size?: "normal" | "small" | undefined;
  readonly icon?: ReactNode;
  /** Work is under way: keeps the width, refuses presses, tells screen readers. */
  readonly isPending?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly type?: "button" | "submit" | undefined;
  /** The form it submits, where it stands outside of it. */
  readonly form?: string | undefined;
  /** Has the focus when it appears: the safe answer of a dialog, the first field of a form. */
  readonly takesFocus?: boolean | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly slot?: string | undefined;
  /** Keys that do the same, shown as aria-keyshortcuts; the command registry handles them. */
  readonly keys?: string | undefined;
}

export function Button(props: ButtonProps) {
  const {
    tone = "secondary",
    size = "normal",
    icon,
    children,
    isPending,
    takesFocus,
    onPress,
    keys,
    ...rest
  } = props;
  return (
    <AriaButton
      {...given({ ...rest, isPending, autoFocus: takesFocus, onPress: onPress && (() => onPress()) })}
      {...given({ "aria-keyshortcuts": keys })}
      className={cx(css["button"], css[tone], css[size])}
    >
      {icon !== undefined && <span className={css["icon"]}>{icon}</span>}
      <span className={css["word"]}>{children}</span>
      {isPending === true && <span className={css["spinner"]} aria-hidden />}
    </AriaButton>
  );
}
