// One line of text.
import type { Ref } from "react";
import { Input, TextField as AriaTextField } from "react-aria-components";
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

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "url" | "password" | undefined;
  readonly maxLength?: number | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  /** Text of the world, in any script: its direction follows its first letter. */
  readonly isForeign?: boolean | undefined;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, placeholder, type, maxLength, ref, isForeign, error } = props;
  const { isDisabled, isReadOnly, name, id, takesFocus, onBlur } = props;
  return (
    <AriaTextField
      {...given({
        isDisabled,
        isReadOnly,
        name,
        id,
        autoFocus: takesFocus,
        type,
        maxLength,
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
      <Input
        ref={ref}
        {...privateInput}
        {...given({ placeholder })}
        {...(isForeign === true ? directionOf(value) : {})}
        className={inputClass}
      />
      <FieldProblem error={error} />
    </AriaTextField>
  );
}
