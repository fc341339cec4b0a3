// Deadlines in words: the absolute day first, the hour and whose clock it is where an hour was named.
import { useMemo } from "react";
import type { Deadline } from "#core/model/directive.ts";
import type { Due } from "#core/rules/deadlines.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { type TextTools, useText } from "#ui/text/use-text.ts";
import { useWorkspace } from "./workspace.tsx";

/** "Africa/Nairobi" -> "Nairobi". */
export function cityOf(timeZone: string): string {
  return timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
}

export interface DeadlineText {
  /** One task's deadline in its own day: "Thu 26 Nov", "Thu 26 Nov, 17:00 Nairobi", or the cable's words. */
  readonly due: (due: Due | null) => string;
  /** A directive's deadline on the capital's clock; "" where there is none. */
  readonly deadline: (deadline: Deadline | null) => string;
}

/** The same while the language and the capital's zone are. */
export function useDeadlineText(): DeadlineText {
  const text = useText();
  const { capitalTimeZone } = useWorkspace().settings;
  return useMemo(() => deadlineTextOf(text, zoneFrom(capitalTimeZone)), [text, capitalTimeZone]);
}

function deadlineTextOf({ t, formatDay, formatInstant }: TextTools, capitalTimeZone: string): DeadlineText {
  const clock = (instant: string, timeZone: string): string =>
    t("deadline.clock", { when: formatInstant(instant, timeZone), city: cityOf(timeZone) });
  return {
    due: (due) => {
      if (due === null) return "";
      if (due.kind === "undated") return due.text === "" ? t("deadline.undated") : due.text;
      return due.exact ? clock(due.lateFrom, due.timeZone) : formatDay(due.on);
    },
    deadline: (deadline) => {
      if (deadline === null) return "";
      const { kind, value, text } = deadline;
      if (value === null) return text === "" ? t(`enum.deadlineKind.${kind}`) : text;
      return value.includes("T") ? clock(value, capitalTimeZone) : formatDay(value);
    },
  };
}
