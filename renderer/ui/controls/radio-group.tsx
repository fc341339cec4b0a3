// One of a few choices, all in sight.
import { Radio, RadioGroup as AriaRadioGroup } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import css from "./choices.module.css";
import { FieldHead, FieldProblem, fieldClass, fieldMark, type FieldProps } from "./field.tsx";
import type { Option } from "./option.ts";

export interface RadioGroupProps<Id extends string> extends FieldProps {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly isInline?: boolean | undefined;
}

export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { options, value, onChange, isInline = false, error, isDisabled, isReadOnly, name, id } = props;
  return (
    <AriaRadioGroup
      {...given({ isDisabled, isReadOnly, name, id })}
      {...fieldMark(props)}
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.id === next);
        if (chosen) onChange(chosen.id);
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldClass}
    >
      <FieldHead {...props} />
      <div className={cx(css["choices"], isInline && css["inline"])}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            {...given({ isDisabled: option.isDisabled })}
            className={cx(css["radio"])}
          >
            <span className={css["dot"]} aria-hidden />
            <span>
              {option.label}
              {option.detail !== undefined && <span className={css["detail"]}>{option.detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldProblem error={error} />
    </AriaRadioGroup>
  );
}
