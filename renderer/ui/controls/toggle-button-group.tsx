// One of a few words in a row, each with its key while the focus is within.
import type { KeyboardEvent } from "react";
import { ToggleButton, ToggleButtonGroup as AriaToggleButtonGroup } from "react-aria-components";
import { pressIs } from "../commands/chord.ts";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import { isMac } from "../lib/platform.ts";
import css from "./toggle-button-group.module.css";

interface ToggleOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Shown before the word; chooses it while the focus is within the group. */
  readonly keys?: string | undefined;
  readonly title?: string | undefined;
}

export interface ToggleButtonGroupProps<Id extends string> {
  readonly label: string;
  readonly options: readonly ToggleOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly isDisabled?: boolean | undefined;
  readonly size?: "normal" | "small" | undefined;
}

export function ToggleButtonGroup<Id extends string>(props: ToggleButtonGroupProps<Id>) {
  const { label, options, value, onChange, isDisabled, size = "normal" } = props;
  const onKeyDown = (event: KeyboardEvent & { continuePropagation: () => void }) => {
    const chosen = options.find((option) => option.keys !== undefined && pressIs(option.keys, event, isMac));
    if (chosen === undefined) return event.continuePropagation();
    event.preventDefault();
    onChange(chosen.id);
  };
  return (
    <AriaToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection={value !== null}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen !== undefined && chosen.id !== value) onChange(chosen.id);
      }}
      {...given({ isDisabled })}
      className={cx(css["group"], css[size])}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} onKeyDown={onKeyDown} className={cx(css["button"])}>
          {option.keys !== undefined && (
            <span className={css["key"]} aria-hidden>
              {option.keys}
            </span>
          )}
          <span title={option.title}>{option.label}</span>
        </ToggleButton>
      ))}
    </AriaToggleButtonGroup>
  );
}
