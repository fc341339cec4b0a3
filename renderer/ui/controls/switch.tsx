// A setting that takes effect at once.
import type { ReactNode } from "react";
import { Switch as AriaSwitch } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import css from "./switch.module.css";

export interface SwitchProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean | undefined;
  readonly hint?: ReactNode;
}

export function Switch({ children, isSelected, onChange, isDisabled, hint }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={isSelected}
      onChange={onChange}
      {...given({ isDisabled })}
      className={cx(css["switch"])}
    >
      <span className={css["track"]} aria-hidden />
      <span>
        {children}
        {hint !== undefined && <span className={css["hint"]}>{hint}</span>}
      </span>
    </AriaSwitch>
  );
}
