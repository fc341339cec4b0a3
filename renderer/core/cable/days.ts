// Days as cables write them: "MAY 21", "26 MARCH 1976", "3/20/73", "SEPT 5"; a missing year is the caller's to settle.
import { isNumber, type Word } from "./words.ts";

/** `year` null where none is written. `words` is how many words it took. */
export interface WrittenDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly words: number;
}

const monthNames = [
  "JANUARY",
  "FEBRUARY",
  "MARCH",
  "APRIL",
  "MAY",
  "JUNE",
  "JULY",
  "AUGUST",
  "SEPTEMBER",
  "OCTOBER",
  "NOVEMBER",
  "DECEMBER",
] as const;

/** 1 to 12 for a month's name or abbreviation, else null. */
export function monthOf(word: string): number | null {
  if (word.length < 3) return null;
  const whole = monthNames.findIndex((name) => name === word);
  if (whole >= 0) return whole + 1;
  if (word.length > 4) return null;
  const short = monthNames.findIndex((name) => name.startsWith(word));
  return short < 0 ? null : short + 1;
}

/** As monthOf, forgiving one wrong letter where only one month fits: "PEB" for FEB. */
export function garbledMonthOf(word: string): number | null {
  const known = monthOf(word);
  if (known !== null || word.length !== 3) return known;
  const near = monthNames.flatMap((name, k) => (lettersApart(name.slice(0, 3), word) === 1 ? [k + 1] : []));
  return near.length === 1 ? (near[0] ?? null) : null;
}

function lettersApart(one: string, other: string): number {
  let apart = 0;
  for (let k = 0; k < one.length; k += 1) if (one[k] !== other[k]) apart += 1;
  return apart;
}

/** Two digits are read as the years 1945 to 2044: telegrams of this form are no older, and no clock is asked. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year >= 45 ? 1900 + year : 2000 + year;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO day, or null where the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

const weekdayNames = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/** 1 Monday to 7 Sunday for a weekday's name or abbreviation, else null. */
export function weekdayNamed(word: string): number | null {
  if (word.length < 3) return null;
  const at = weekdayNames.findIndex((name) => name === word || (word.length <= 5 && name.startsWith(word)));
  return at < 0 ? null : at + 1;
}

function dayNumber(word: string | undefined): number | null {
  if (word === undefined) return null;
  const digits = /^(\d{1,2})(?:ST|ND|RD|TH)?$/.exec(word)?.[1];
  const day = digits === undefined ? 0 : Number(digits);
  return day >= 1 && day <= 31 ? day : null;
}

function yearAt(words: readonly Word[], at: number): number | null {
  const word = words[at]?.text ?? "";
  return isNumber(word) && word.length === 4 && /^(?:19|20)/.test(word) ? Number(word) : null;
}

/** The day written at word `at`, or null. `upper` is the text the words are of. */
export function writtenDayAt(words: readonly Word[], at: number, upper: string): WrittenDay | null {
  const first = words[at];
  if (!first) return null;
  const month = monthOf(first.text);
  if (month !== null) {
    const day = dayNumber(words[at + 1]?.text);
    if (day === null) return null;
    const year = yearAt(words, at + 2);
    return { year, month, day, words: year === null ? 2 : 3 };
  }
  const day = dayNumber(first.text);
  if (day === null) return null;
  const second = words[at + 1];
  const named = second ? monthOf(second.text) : null;
  if (named !== null) {
    const year = yearAt(words, at + 2) ?? shortYearAt(words, at + 2);
    return { year, month: named, day, words: year === null ? 2 : 3 };
  }
  return slashedDayAt(words, at, upper);
}

/** "3 JUL 75": two digits behind the month, as date-time groups have them. */
function shortYearAt(words: readonly Word[], at: number): number | null {
  const word = words[at]?.text ?? "";
  return isNumber(word) && word.length === 2 ? fullYear(word) : null;
}

/** "3/20/73", month first as the United States writes it; the other way round only where that cannot be. */
function slashedDayAt(words: readonly Word[], at: number, upper: string): WrittenDay | null {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]];
  if (!first || !second || !third) return null;
  if (upper.slice(first.end, second.start) !== "/" || upper.slice(second.end, third.start) !== "/")
    return null;
  if (![first, second, third].every((word) => isNumber(word.text))) return null;
  if (third.text.length !== 2 && third.text.length !== 4) return null;
  const [one, two] = [Number(first.text), Number(second.text)];
  const [month, day] = one > 12 ? [two, one] : [one, two];
  return { year: fullYear(third.text), month, day, words: 3 };
}

/** Nearest such day on or after `from`: a deadline lies ahead of the cable that sets it. */
export function nextDay(month: number, day: number, from: string): string | null {
  return nearestDay(month, day, from, 1);
}

/** Nearest such day on or before `from`: a paper cited is older than the cable that cites it. */
export function lastDay(month: number, day: number, from: string): string | null {
  return nearestDay(month, day, from, -1);
}

function nearestDay(month: number, day: number, from: string, step: 1 | -1): string | null {
  const year = Number(from.slice(0, 4));
  // 29 February may be up to eight years away.
  for (let k = 0; k <= 8; k += 1) {
    const found = isoDay(year + k * step, month, day);
    if (found !== null && (step > 0 ? found >= from : found <= from)) return found;
  }
  return null;
}
