// A list of free words: typed and entered one by one, or pasted with commas or line breaks between.
import { useState } from "react";
import { Input, TextField as AriaTextField } from "react-aria-components";
import { given } from "../lib/given.ts";
import { useText } from "../text/use-text.ts";
import { Chips } from "./chips.tsx";
import {
  FieldHead,
  FieldProblem,
  directionOf,
  fieldClass,
  fieldMark,
  inputClass,
  privateInput,
  type FieldProps,
} from "./field.tsx";
import css from "./tag-list.module.css";
import { withWords } from "./words.ts";

export interface TagListProps extends FieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly placeholder?: string | undefined;
}

export function TagList(props: TagListProps) {
  const { t } = useText();
  const { label, value, onChange, placeholder, error, isDisabled, isReadOnly, name, id, takesFocus, onBlur } =
    props;
  const [typed, setTyped] = useState("");

  function add(text: string): void {
    const next = withWords(value, text);
    if (next.length !== value.length) onChange(next);
    setTyped("");
  }

  return (
    <AriaTextField
      {...given({ isDisabled, isReadOnly, name, id, autoFocus: takesFocus })}
      {...fieldMark(props)}
      value={typed}
      onChange={(text) => {
        if (/[,;\n\t]/.test(text)) add(text);
        else setTyped(text);
      }}
      // What was typed and not entered is not lost by leaving the field.
      onBlur={() => {
        add(typed);
        onBlur?.();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && typed.trim() !== "") {
          event.preventDefault();
          add(typed);
        } else if (event.key === "Backspace" && typed === "" && value.length > 0)
          onChange(value.slice(0, -1));
        else event.continuePropagation();
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldClass}
    >
      <FieldHead {...props} />
      <div className={css["tags"]}>
        <Chips
          label={label}
          chips={value.map((word) => ({ id: word, label: word }))}
          onRemove={(word) => onChange(value.filter((other) => other !== word))}
        />
        <Input
          {...privateInput}
          {...directionOf(typed)}
          placeholder={placeholder ?? t("ui.tags.add")}
          className={inputClass}
        />
      </div>
      <FieldProblem error={error} />
    </AriaTextField>
  );
}
