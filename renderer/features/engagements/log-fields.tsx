// The fields of the log form, each bound to its value by name.
import type { ReactNode } from "react";
import { type FieldPathValue, useController, useFormContext } from "react-hook-form";
import type { EngagementLog, LogProblem } from "#core/rules/engagement-log.ts";
import { DateField } from "#ui/controls/date-field.tsx";
import type { FieldProps } from "#ui/controls/field.tsx";
import type { Option } from "#ui/controls/option.ts";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { TimeField } from "#ui/controls/time-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";

/** Names of the form's values; lists and maps are one value each. */
export type LogName = keyof EngagementLog;

export interface LogField<Name extends LogName> {
  readonly name: Name;
  readonly value: FieldPathValue<EngagementLog, Name>;
  readonly onChange: (value: FieldPathValue<EngagementLog, Name>) => void;
  /** What is wrong with it, in words. */
  readonly error: string | undefined;
}

export function useLogField<Name extends LogName>(name: Name): LogField<Name> {
  const { t } = useText();
  const { control } = useFormContext<EngagementLog>();
  const { field, fieldState } = useController({ control, name });
  const problem = messageOf(fieldState.error);
  return {
    name,
    value: field.value,
    onChange: field.onChange,
    error: problem === undefined ? undefined : t(`engagement.problem.${problem}`),
  };
}

/** The first problem of a value, or of something inside of it. */
export function messageOf(error: unknown): LogProblem | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("message" in error && typeof error.message === "string" && error.message !== "") {
    return error.message as LogProblem;
  }
  for (const inner of Object.values(error)) {
    const found = messageOf(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

type TextName = { [N in LogName]: EngagementLog[N] extends string ? N : never }[LogName];
type Look = Pick<FieldProps, "label" | "hint" | "isOptional" | "hideLabel" | "takesFocus">;

/** One line. Names of the world come in any script. */
export function LogText({
  name,
  ...look
}: Look & { readonly name: "place" | "language" | "subject" | "notHeldReason" | "answer" }) {
  return <TextField {...look} {...useLogField(name)} maxLength={2000} isForeign />;
}

export function LogProse({
  name,
  ...look
}: Look & { readonly name: "quote" | "report" | "comment"; readonly rows: number }) {
  return <TextArea {...look} {...useLogField(name)} />;
}

export function LogDay(look: Look) {
  const { value, onChange, ...field } = useLogField("on");
  return <DateField {...look} {...field} value={value || null} onChange={(day) => onChange(day ?? "")} />;
}

export function LogTime(look: Look & { readonly suffix: string }) {
  const { value, onChange, ...field } = useLogField("time");
  return <TimeField {...look} {...field} value={value || null} onChange={(time) => onChange(time ?? "")} />;
}

type ChoiceName = Exclude<
  TextName,
  | "on"
  | "time"
  | "place"
  | "language"
  | "subject"
  | "notHeldReason"
  | "answer"
  | "quote"
  | "report"
  | "comment"
>;

export interface LogChoiceProps<Name extends LogName> extends Look {
  readonly name: Name;
  /** Name of the list in locales: `enum.<list>.<member>`. */
  readonly list: string;
  readonly options: readonly (EngagementLog[Name] & string)[];
}

/** One of a closed list. */
export function LogChoice<Name extends ChoiceName>({
  name,
  list,
  options,
  ...look
}: LogChoiceProps<Name>): ReactNode {
  const enumText = useEnumText();
  const { value, onChange, ...field } = useLogField(name);
  return (
    <Select
      {...look}
      {...field}
      options={options.map((id): Option => ({ id, label: enumText(list, id) }))}
      value={value}
      onChange={(id) => onChange(id as FieldPathValue<EngagementLog, Name>)}
    />
  );
}

const nothing = "nothing";
type MaybeName = "instrument" | "paper" | "levelReached" | "category" | "confidence";

/** One of a closed list, or nothing said. */
export function LogMaybe<Name extends MaybeName>({
  name,
  list,
  options,
  ...look
}: LogChoiceProps<Name>): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const { value, onChange, ...field } = useLogField(name);
  const known = options.map((id): Option => ({ id, label: enumText(list, id) }));
  return (
    <Select
      {...look}
      {...field}
      options={[{ id: nothing, label: t("engagement.notSaid") }, ...known]}
      value={value ?? nothing}
      onChange={(id) => onChange((id === nothing ? null : id) as FieldPathValue<EngagementLog, Name>)}
    />
  );
}
