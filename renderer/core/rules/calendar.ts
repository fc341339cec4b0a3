// Days, zones and weekends: which day it is where, and when a host's offices are open. What is reckoned for every row of a
// list again and again is remembered.
import { remembered } from "../lib/remembered.ts";

/** Weekend of hosts nobody has said anything about: Saturday and Sunday. */
const usualWeekend: readonly string[] = ["6", "7"];

/** What a clock on the wall shows: ISO day, "HH:MM", ISO weekday (1 Monday). */
export interface WallClock {
  readonly on: string;
  readonly time: string;
  readonly weekday: number;
  readonly timeZone: string;
}

export const isTimeZone = remembered((name: string): boolean => {
  if (name === "") return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
});

/** The first of the names that is a time zone, else UTC. */
export function zoneFrom(...names: readonly string[]): string {
  return names.find(isTimeZone) ?? "UTC";
}

/** The day (ISO) an instant falls on in a zone. */
export const dayIn = remembered((instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
);

/** The first instant of a day in a zone; right where clocks jump over midnight. */
export const startOfDay = remembered((day: string, timeZone: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString(),
);

/** The instant of a day and a wall clock ("HH:MM") in a zone; null where either is not given. Where clocks jump, the later offset. */
export function instantAt(day: string, time: string, timeZone: string): string | null {
  if (day === "" || time === "") return null;
  const there = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time });
  return there.toInstant().toString();
}

export const addDays = remembered((day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString(),
);

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = remembered(
  (from: string, to: string): number => Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days,
);

const weekdayOf = remembered((day: string): string => String(Temporal.PlainDate.from(day).dayOfWeek));

export function isWeekend(day: string, weekend: readonly string[]): boolean {
  return (weekend.length === 0 ? usualWeekend : weekend).includes(weekdayOf(day));
}

function walk(day: string, step: 1 | -1, weekend: readonly string[]): string {
  // Seven steps see every weekday: a list that calls them all a weekend leaves the day as it is.
  for (let steps = 0, at = day; steps < 7; steps += 1, at = addDays(at, step)) {
    if (!isWeekend(at, weekend)) return at;
  }
  return day;
}

/** The first working day of the host after `day`. */
export function nextWorkingDay(day: string, weekend: readonly string[]): string {
  return walk(addDays(day, 1), 1, weekend);
}

/** `day` itself where the host works on it, else the first working day after. */
export function workingDayFrom(day: string, weekend: readonly string[]): string {
  return walk(day, 1, weekend);
}

/** `day` itself where the host works on it, else the last working day before. */
export function workingDayUntil(day: string, weekend: readonly string[]): string {
  return walk(day, -1, weekend);
}

/** Last day of the host's week that `day` is in: the last day of the next weekend, or of the one it falls in. */
export function endOfWeek(day: string, weekend: readonly string[]): string {
  for (let steps = 0, at = day; steps < 7; steps += 1, at = addDays(at, 1)) {
    if (isWeekend(at, weekend) && !isWeekend(addDays(at, 1), weekend)) return at;
  }
  return addDays(day, 6);
}

export function wallClock(instant: string, timeZone: string): WallClock {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return {
    on: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: "minute" }),
    weekday: there.dayOfWeek,
    timeZone,
  };
}

/** One moment on two clocks: "due Thursday 17:00 in capital = Friday 06:00 there". */
export interface TwoClocks {
  readonly capital: WallClock;
  readonly host: WallClock;
  /** Days the host's calendar is ahead (1) or behind (-1). */
  readonly daysAhead: number;
  /** True where the moment falls on the host's weekend. */
  readonly hostWeekend: boolean;
}

export function onTwoClocks(
  instant: string,
  capitalTimeZone: string,
  host: { readonly timeZone: string; readonly weekend: readonly string[] },
): TwoClocks {
  const capital = wallClock(instant, capitalTimeZone);
  const there = wallClock(instant, host.timeZone);
  return {
    capital,
    host: there,
    daysAhead: daysBetween(capital.on, there.on),
    hostWeekend: isWeekend(there.on, host.weekend),
  };
}
