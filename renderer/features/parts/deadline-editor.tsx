// Editing a directive's deadline: what kind it is, when, on the capital's clock, and how the cable put it.
import { deadlineKinds } from "#core/model/enums.ts";
import type { Deadline } from "#core/model/directive.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { DateField } from "#ui/controls/date-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "./enum-text.ts";
import { InstantField } from "./instant-field.tsx";
import css from "./stack.module.css";
import { useWorkspace } from "./workspace.tsx";

const noDeadline = "none";

export interface DeadlineEditorProps {
  readonly label: string;
  readonly value: Deadline | null;
  readonly onChange: (value: Deadline | null) => void;
}

export function DeadlineEditor({ label, value, onChange }: DeadlineEditorProps) {
  const { t } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const timeZone = zoneFrom(settings.capitalTimeZone);
  const options = [
    { id: noDeadline, label: t("deadline.none") },
    ...deadlineKinds.map((kind) => ({ id: kind as string, label: enumText("deadlineKind", kind) })),
  ];
  const chooseKind = (id: string) => {
    const kind = deadlineKinds.find((known) => known === id);
    if (kind === undefined) return onChange(null);
    const day = value?.value?.includes("T") === false ? value.value : null;
    onChange({
      kind,
      value: kind === "instant" || kind === "soonest" ? null : day,
      timeZone,
      text: value?.text ?? "",
    });
  };
  return (
    <div className={css["stack"]}>
      <Select label={label} options={options} value={value?.kind ?? noDeadline} onChange={chooseKind} />
      {value?.kind === "day" && (
        <DateField
          label={t("deadline.day")}
          hint={t("deadline.day.hint")}
          value={value.value}
          onChange={(day) => onChange({ ...value, value: day })}
        />
      )}
      {(value?.kind === "event" || value?.kind === "relative") && (
        <DateField
          label={t("deadline.day-of", { kind: enumText("deadlineKind", value.kind) })}
          isOptional
          value={value.value?.includes("T") === true ? null : value.value}
          onChange={(day) => onChange({ ...value, value: day })}
        />
      )}
      {value?.kind === "instant" && (
        <InstantField
          label={t("deadline.day")}
          value={value.value}
          timeZone={timeZone}
          onChange={(instant) => onChange({ ...value, value: instant, timeZone })}
        />
      )}
      {value !== null && (
        <TextField
          label={t("deadline.words")}
          hint={t("deadline.words.hint")}
          isOptional={value.kind === "day" || value.kind === "instant" || value.kind === "soonest"}
          value={value.text}
          onChange={(text) => onChange({ ...value, text })}
          maxLength={500}
        />
      )}
    </div>
  );
}

/** True where a deadline says when: a day, an hour, or words for it. */
export function isWholeDeadline(value: Deadline | null): boolean {
  if (value === null || value.kind === "soonest") return true;
  if (value.kind === "day" || value.kind === "instant") return value.value !== null;
  return value.text.trim() !== "" || value.value !== null;
}
