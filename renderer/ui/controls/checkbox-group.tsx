// Some of a few choices.
import { Checkbox as AriaCheckbox, CheckboxGroup as AriaCheckboxGroup } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import { CheckMark, checkboxClass, checkboxHintClass } from "./checkbox.tsx";
import { FieldHead, FieldProblem, fieldClass, fieldMark, type FieldProps } from "./field.tsx";
import type { Option } from "./option.ts";
import css from "./choices.module.css";

export interface CheckboxGroupProps<Id extends string> extends FieldProps {
  readonly options: readonly Option<Id>[];
  readonly value: readonly Id[];
  readonly onChange: (value: readonly Id[]) => void;
  /** Side by side, for short words. */
  readonly isInline?: boolean | undefined;
}

export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  const { options, value, onChange, isInline = false, error, isDisabled, isReadOnly, name, id } = props;
  return (
    <AriaCheckboxGroup
      {...given({ isDisabled, isReadOnly, name, id })}
      {...fieldMark(props)}
      value={[...value]}
      onChange={(next) =>
        onChange(options.flatMap((option) => (next.includes(option.id) ? [option.id] : [])))
      }
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldClass}
    >
      <FieldHead {...props} />
      <div className={cx(css["choices"], isInline && css["inline"])}>
        {options.map((option) => (
          <AriaCheckbox
            key={option.id}
            value={option.id}
            {...given({ isDisabled: option.isDisabled })}
            className={checkboxClass}
          >
            {({ isSelected }) => (
              <>
                <CheckMark isOn={isSelected} />
                <span>
                  {option.label}
                  {option.detail !== undefined && <span className={checkboxHintClass}>{option.detail}</span>}
                </span>
              </>
            )}
          </AriaCheckbox>
        ))}
      </div>
      <FieldProblem error={error} />
    </AriaCheckboxGroup>
  );
}
