// Several lines of text; grows with what is written between `rows` and `maxRows`.
import type { Ref } from "react";
import { TextArea as AriaTextArea, TextField as AriaTextField } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import {
  FieldHead,
  FieldProblem,
  fieldMark,
  directionOf,
  fieldClass,
  inputClass,
  privateInput,
  type FieldProps,
} from "./field.tsx";
import css from "./text-area.module.css";

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxRows?: number | undefined;
  /** Source text of cables: monospace. */
  readonly isSource?: boolean | undefined;
  readonly ref?: Ref<HTMLTextAreaElement> | undefined;
}

export function TextArea(props: TextAreaProps) {
  const { value, onChange, placeholder, rows = 3, maxRows = 16, isSource = false, ref, error } = props;
  const { isDisabled, isReadOnly, name, id, takesFocus, onBlur } = props;
  const lines = { "--rows": rows, "--max-rows": maxRows };
  return (
    <AriaTextField
      {...given({
        isDisabled,
        isReadOnly,
        name,
        id,
        autoFocus: takesFocus,
        onBlur: onBlur && (() => onBlur()),
      })}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldClass}
      {...fieldMark(props)}
    >
      <FieldHead {...props} />
      <AriaTextArea
        ref={ref}
        {...privateInput}
        {...given({ placeholder })}
        {...directionOf(value)}
        style={lines}
        className={cx(inputClass, css["area"], isSource && css["source"])}
      />
      <FieldProblem error={error} />
    </AriaTextField>
  );
}
