// One thing that is so or is not so.
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import css from "./checkbox.module.css";

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isIndeterminate?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly name?: string | undefined;
}

/** The drawn box alone; grids use it beside their own labels. */
export function CheckMark({ isOn, isMixed = false }: { readonly isOn: boolean; readonly isMixed?: boolean }) {
  return (
    <span className={cx(css["mark"], (isOn || isMixed) && css["on"])} aria-hidden>
      {isMixed ? <Minus /> : isOn ? <Check /> : null}
    </span>
  );
}

export const checkboxClass = css["checkbox"] ?? "";
export const checkboxHintClass = css["hint"] ?? "";

export function Checkbox({ children, hint, isSelected, onChange, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...given(rest)}
      isSelected={isSelected}
      onChange={onChange}
      className={cx(css["checkbox"])}
    >
      {({ isIndeterminate }) => (
        <>
          <CheckMark isOn={isSelected} isMixed={isIndeterminate} />
          <span className={css["words"]}>
            {children}
            {hint !== undefined && <span className={css["hint"]}>{hint}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
