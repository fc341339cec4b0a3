// Text that narrows a list. Escape empties it.
import { Search, X } from "lucide-react";
import type { Ref } from "react";
import { Button, Input, SearchField as AriaSearchField } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import { useText } from "../text/use-text.ts";
import { boxClass, directionOf, inputClass, privateInput, sideButtonClass } from "./field.tsx";
import css from "./search-field.module.css";

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter. */
  readonly onSubmit?: ((value: string) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly takesFocus?: boolean | undefined;
  readonly keys?: string | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

export function SearchField(props: SearchFieldProps) {
  const { t } = useText();
  const { label, value, onChange, onSubmit, placeholder, takesFocus, keys, ref } = props;
  return (
    <AriaSearchField
      {...given({ onSubmit, autoFocus: takesFocus })}
      aria-label={label}
      value={value}
      onChange={onChange}
      className={cx(boxClass, css["search"])}
    >
      <Search aria-hidden className={css["sign"]} />
      <Input
        ref={ref}
        {...privateInput}
        {...given({ "aria-keyshortcuts": keys })}
        {...directionOf(value)}
        placeholder={placeholder ?? label}
        className={cx(inputClass, css["input"])}
      />
      <Button className={cx(sideButtonClass, css["clear"])} aria-label={t("ui.field.clear", { label })}>
        <X aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
