// One word of a short scale, all in sight; Delete takes the word back where nothing need be said.
import type { KeyboardEvent } from "react";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import css from "./choice-strip.module.css";

export interface ChoiceStripProps<Id extends string> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Name of the list in locales. */
  readonly list: string;
  readonly options: readonly Id[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  /** Given where the word may be taken back. */
  readonly onClear?: (() => void) | undefined;
  readonly error?: string | undefined;
}

export function ChoiceStrip<Id extends string>(props: ChoiceStripProps<Id>) {
  const { name, label, hint, list, options, value, onChange, onClear, error } = props;
  const { t } = useText();
  const enumText = useEnumText();
  const onKeyDown = (event: KeyboardEvent) => {
    if (onClear === undefined || (event.key !== "Delete" && event.key !== "Backspace")) return;
    event.preventDefault();
    onClear();
  };
  return (
    // The group inside holds the focus and the roles; this only hears one more key of it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={css["strip"]} data-field={name} onKeyDown={onKeyDown}>
      <span className={css["label"]} aria-hidden>
        {label}
        {onClear !== undefined && <span className={css["optional"]}> ({t("ui.field.optional")})</span>}
      </span>
      {hint !== undefined && <span className={css["hint"]}>{hint}</span>}
      <ToggleButtonGroup
        label={label}
        options={options.map((id) => ({ id, label: enumText(list, id) }))}
        value={value}
        onChange={onChange}
      />
      {error !== undefined && <span className={css["error"]}>{error}</span>}
    </div>
  );
}
