// A moment as a day and a time on one clock, whose place is written beside it.
import { useState } from "react";
import { wallClock } from "#core/rules/calendar.ts";
import { DateField } from "#ui/controls/date-field.tsx";
import { TimeField } from "#ui/controls/time-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { cityOf } from "./deadline-text.ts";
import css from "./instant-field.module.css";

/** The instant (ISO, UTC) at which clocks of a zone show this day and time; a time that is skipped there moves on. */
function instantAt(day: string, time: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant().toString();
}

/** The hour shown when only a day has been chosen; in sight beside it, to be put right. */
const noon = "12:00";

export interface InstantFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string | null;
  readonly timeZone: string;
  /** Null while there is no whole day and time. */
  readonly onChange: (value: string | null) => void;
  readonly isOptional?: boolean | undefined;
}

export function InstantField({ label, hint, value, timeZone, onChange, isOptional }: InstantFieldProps) {
  const { t } = useText();
  const [parts, setParts] = useState<{ readonly day: string | null; readonly time: string | null }>(() => {
    if (value === null) return { day: null, time: null };
    const { on, time } = wallClock(value, timeZone);
    return { day: on, time };
  });
  const change = (day: string | null, time: string | null) => {
    const hour = day !== null && time === null ? noon : time;
    setParts({ day, time: hour });
    onChange(day === null || hour === null ? null : instantAt(day, hour, timeZone));
  };
  return (
    <div className={css["frame"]}>
      <div className={css["pair"]}>
        <DateField
          label={label}
          hint={hint}
          isOptional={isOptional}
          value={parts.day}
          onChange={(day) => change(day, parts.time)}
        />
        <TimeField
          label={t("instant.time")}
          value={parts.time}
          suffix={cityOf(timeZone)}
          onChange={(time) => change(parts.day, time)}
        />
      </div>
    </div>
  );
}
