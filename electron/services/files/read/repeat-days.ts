// Days by their number from 1 January 1970, and whether a rule means them.
import type { Rule } from "./repeat-rule.ts";

const dayMilliseconds = 86_400_000;

/** `month` from 1, and beyond 12 into the years after. */
export function dayNumber(year: number, month: number, day: number): number {
  // Date.UTC takes years below 100 for those of the last century.
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / dayMilliseconds);
}

export interface CalendarDay {
  readonly year: number;
  /** From 1, as `monthDay`. */
  readonly month: number;
  readonly monthDay: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export function calendarDay(number: number): CalendarDay {
  const date = new Date(number * dayMilliseconds);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    monthDay: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** "2026-11-24". */
export function dayText(number: number): string {
  return new Date(number * dayMilliseconds).toISOString().slice(0, 10);
}

/** Each part of a rule that says which days are meant lets a day pass, or not: all of them have to. */
export function isDayOf(rule: Rule, number: number): boolean {
  const day = calendarDay(number);
  if (rule.months.length > 0 && !rule.months.includes(day.month)) return false;
  if (rule.monthDays.length > 0 && !isAmong(rule.monthDays, inMonth(number, day))) return false;
  if (rule.yearDays.length > 0 && !isAmong(rule.yearDays, inYear(number, day))) return false;
  if (rule.weeks.length > 0 && !isAmong(rule.weeks, weekOf(number, rule.weekStart))) return false;
  if (rule.weekdays.length === 0) return true;
  return rule.weekdays.some(({ weekday, nth }) => {
    if (weekday !== day.weekday || nth === 0) return weekday === day.weekday;
    const isOfMonth = rule.frequency === "MONTHLY" || rule.months.length > 0;
    const { fromStart, fromEnd } = isOfMonth ? inMonth(number, day) : inYear(number, day);
    return isAmong([nth], { fromStart: Math.ceil(fromStart / 7), fromEnd: Math.floor(fromEnd / 7) });
  });
}

/** Which of some it is: from 1, and from -1 backwards. */
interface Place {
  readonly fromStart: number;
  readonly fromEnd: number;
}

function inMonth(number: number, { year, month, monthDay }: CalendarDay): Place {
  return { fromStart: monthDay, fromEnd: number - dayNumber(year, month + 1, 1) };
}

function inYear(number: number, { year }: CalendarDay): Place {
  return { fromStart: number - dayNumber(year, 1, 1) + 1, fromEnd: number - dayNumber(year + 1, 1, 1) };
}

function isAmong(places: readonly number[], { fromStart, fromEnd }: Place): boolean {
  return places.includes(fromStart) || places.includes(fromEnd);
}

/** The first day of a year's first week. A week is of the year that most of its days are in. */
export function firstOfWeeks(year: number, weekStart: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - ((calendarDay(fourth).weekday - weekStart + 7) % 7);
}

/** The day in the middle of a week says which year it is of. */
export function middleOfWeek(number: number, weekStart: number): number {
  return number - ((calendarDay(number).weekday - weekStart + 7) % 7) + 3;
}

function weekOf(number: number, weekStart: number): Place {
  const middle = middleOfWeek(number, weekStart);
  const { year } = calendarDay(middle);
  const [first, end] = [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)];
  return {
    fromStart: Math.floor((middle - first) / 7) + 1,
    fromEnd: -Math.floor((end - 1 - middle) / 7) - 1,
  };
}
