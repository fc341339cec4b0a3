// Days, instants and numbers as text. Pure: locale, time zone and this year come in as arguments.
import type { TextKey, TextValues } from "./keys.ts";

/** Puts the parts of a date in the order of the language; a translator can change it. */
export type Compose = (key: TextKey, values: TextValues) => string;

function parts(locale: string, options: Intl.DateTimeFormatOptions, at: Date): Record<string, string> {
  const found = new Intl.DateTimeFormat(locale, { ...options, numberingSystem: "latn" }).formatToParts(at);
  return Object.fromEntries(found.map((part) => [part.type, part.value]));
}

function composeDay(compose: Compose, locale: string, timeZone: string, at: Date, thisYear: number): string {
  const found = parts(
    locale,
    { timeZone, calendar: "gregory", weekday: "short", day: "numeric", month: "short", year: "numeric" },
    at,
  );
  const values = {
    weekday: found["weekday"],
    day: found["day"],
    month: found["month"],
    year: found["year"],
  };
  return compose(found["year"] === String(thisYear) ? "ui.format.day" : "ui.format.day-year", values);
}

/** "Thu 26 Nov", with the year where it is not this year. `day` is YYYY-MM-DD. */
export function formatDay(compose: Compose, locale: string, day: string, thisYear: number): string {
  return composeDay(compose, locale, "UTC", new Date(`${day}T00:00:00Z`), thisYear);
}

/** "Thu 26 Nov, 17:00" on the clock of `timeZone`. `instant` is ISO 8601 with an offset or Z. */
export function formatInstant(
  compose: Compose,
  locale: string,
  instant: string,
  timeZone: string,
  thisYear: number,
): string {
  const at = new Date(instant);
  const day = composeDay(compose, locale, timeZone, at, thisYear);
  const clock = parts(locale, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, at);
  return compose("ui.format.instant", { day, time: `${clock["hour"]}:${clock["minute"]}` });
}

/** "today", "in 3 days", "2 days ago". */
export function formatRelativeDays(locale: string, days: number): string {
  return new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { numeric: "auto" }).format(days, "day");
}
