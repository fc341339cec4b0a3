// One of many choices, found by typing; can offer to create what was typed.
import { ChevronDown } from "lucide-react";
import { useContext, useEffect, useEffectEvent, useState, type Ref } from "react";
import {
  Button,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Group,
  Input,
  useFilter,
} from "react-aria-components";
import { given } from "../lib/given.ts";
import { PopoverFrame } from "../overlays/popover.tsx";
import { useText } from "../text/use-text.ts";
import {
  FieldHead,
  FieldProblem,
  fieldMark,
  boxClass,
  directionOf,
  fieldClass,
  inputClass,
  privateInput,
  sideButtonClass,
  type FieldProps,
} from "./field.tsx";
import type { Option } from "./option.ts";
import { OptionList } from "./option-list.tsx";

export interface ComboBoxProps<Id extends string> extends FieldProps {
  /** All choices; what is typed narrows them to those that contain it, unless `narrowed` is given. */
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
  readonly placeholder?: string | undefined;
  /** The options that what is typed may mean, the likeliest first; never asked about nothing. */
  readonly narrowed?: ((text: string) => readonly Option<Id>[]) | undefined;
  /** Offers "Add ..." for a text that no choice has. */
  readonly onCreate?: ((text: string) => void) | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

const createId = "#create";
/** More than these are not read by anybody; typing on narrows them. */
const shown = 200;

/** The list closes by itself only when `value` changes; a created or gathered choice leaves that as it was. */
function CloseAfterChoice({ choices }: { readonly choices: number }) {
  const state = useContext(ComboBoxStateContext);
  // Its own way to close would choose anew among options that may not be drawn yet, and so undo a created choice.
  const close = useEffectEvent((count: number) => {
    if (count > 0) state?.setOpen(false);
  });
  useEffect(() => close(choices), [choices]);
  return null;
}

export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { t } = useText();
  const { contains } = useFilter({ sensitivity: "base" });
  const { options, value, onChange, narrowed, onCreate, placeholder, error, ref } = props;
  const { isDisabled, isReadOnly, name, id, takesFocus, onBlur } = props;
  const selected = options.find((option) => option.id === value);
  const [typed, setTyped] = useState<string | null>(null);
  const [choices, setChoices] = useState(0);
  const text = typed ?? selected?.label ?? "";

  const query = typed?.trim() ?? "";
  const found =
    query === ""
      ? options
      : (narrowed?.(query) ??
        options.filter((option) => contains(`${option.label} ${option.detail ?? ""}`, query)));
  const isNew = query !== "" && !options.some((option) => option.label === query);
  const offered: Option[] =
    onCreate !== undefined && isNew
      ? [...found.slice(0, shown), { id: createId, label: t("ui.combo.create", { text: query }) }]
      : found.slice(0, shown);

  return (
    <AriaComboBox
      {...given({
        isDisabled,
        isReadOnly,
        name,
        id,
        autoFocus: takesFocus,
        onBlur: onBlur && (() => onBlur()),
      })}
      items={offered}
      value={value}
      inputValue={text}
      defaultFilter={() => true}
      onInputChange={(next) => {
        setTyped(next);
        if (next === "" && value !== null) onChange(null);
      }}
      onChange={(next) => {
        setTyped(null);
        setChoices((count) => count + 1);
        if (next === createId) onCreate?.(query);
        else onChange(options.find((option) => option.id === next)?.id ?? null);
      }}
      onOpenChange={(isOpen) => {
        if (!isOpen) setTyped(null);
      }}
      menuTrigger="input"
      allowsEmptyCollection
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldClass}
      {...fieldMark(props)}
    >
      <CloseAfterChoice choices={choices} />
      <FieldHead {...props} />
      <Group className={boxClass}>
        <Input
          ref={ref}
          {...privateInput}
          {...given({ placeholder })}
          {...directionOf(text)}
          className={inputClass}
        />
        <Button className={sideButtonClass} aria-label={t("ui.combo.show")}>
          <ChevronDown aria-hidden />
        </Button>
      </Group>
      <FieldProblem error={error} />
      <PopoverFrame isAsWideAsTrigger>
        <OptionList options={offered} empty={t("ui.combo.empty")} />
      </PopoverFrame>
    </AriaComboBox>
  );
}
