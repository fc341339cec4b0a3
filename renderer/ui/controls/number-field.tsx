// A whole number within bounds.
import { Minus, Plus } from "lucide-react";
import { Button, Group, Input, NumberField as AriaNumberField } from "react-aria-components";
import { given } from "../lib/given.ts";
import { useText } from "../text/use-text.ts";
import {
  FieldHead,
  FieldProblem,
  boxClass,
  fieldClass,
  fieldMark,
  inputClass,
  privateInput,
  sideButtonClass,
  type FieldProps,
} from "./field.tsx";

export interface NumberFieldProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
}

export function NumberField(props: NumberFieldProps) {
  const { t } = useText();
  const { value, onChange, min, max, step, error, isDisabled, isReadOnly, name, id, takesFocus, onBlur } =
    props;
  return (
    <AriaNumberField
      {...given({
        isDisabled,
        isReadOnly,
        name,
        id,
        autoFocus: takesFocus,
        minValue: min,
        maxValue: max,
        step,
      })}
      {...given({ onBlur: onBlur && (() => onBlur()) })}
      {...fieldMark(props)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
      incrementAriaLabel={t("ui.field.increase")}
      decrementAriaLabel={t("ui.field.decrease")}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldClass}
    >
      <FieldHead {...props} />
      <Group className={boxClass}>
        <Input {...privateInput} className={inputClass} />
        <Button slot="decrement" className={sideButtonClass}>
          <Minus aria-hidden />
        </Button>
        <Button slot="increment" className={sideButtonClass}>
          <Plus aria-hidden />
        </Button>
      </Group>
      <FieldProblem error={error} />
    </AriaNumberField>
  );
}
