// One of a few known choices.
import { ChevronDown } from "lucide-react";
import { Button, Select as AriaSelect, SelectValue } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import { PopoverFrame } from "../overlays/popover.tsx";
import { useText } from "../text/use-text.ts";
import { FieldHead, FieldProblem, fieldMark, boxClass, fieldClass, type FieldProps } from "./field.tsx";
import type { Option } from "./option.ts";
import { OptionList } from "./option-list.tsx";
import css from "./select.module.css";

export interface SelectProps<Id extends string> extends FieldProps {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly placeholder?: string | undefined;
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { t } = useText();
  const { options, value, onChange, placeholder, error, isDisabled, name, id, takesFocus, onBlur } = props;
  return (
    <AriaSelect
      {...given({ name, id, autoFocus: takesFocus, onBlur: onBlur && (() => onBlur()) })}
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.id === next);
        if (chosen) onChange(chosen.id);
      }}
      isDisabled={isDisabled === true || props.isReadOnly === true}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      placeholder={placeholder ?? t("ui.choose")}
      className={fieldClass}
      {...fieldMark(props)}
    >
      <FieldHead {...props} />
      <Button className={cx(boxClass, css["button"])}>
        <SelectValue className={cx(css["value"])}>
          {({ isPlaceholder, selectedText, defaultChildren }) =>
            isPlaceholder ? defaultChildren : <bdi title={selectedText}>{selectedText}</bdi>
          }
        </SelectValue>
        <ChevronDown className={css["sign"]} aria-hidden />
      </Button>
      <FieldProblem error={error} />
      <PopoverFrame isAsWideAsTrigger>
        <OptionList options={options} />
      </PopoverFrame>
    </AriaSelect>
  );
}
