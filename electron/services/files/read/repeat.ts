// The dates of an entry that repeats: as many as are read of its rule, with those added and without those taken out.
import { calendarDay, dayNumber, dayText, firstOfWeeks, isDayOf, middleOfWeek } from "./repeat-days.ts";
import { filledIn, type Rule, ruleOf } from "./repeat-rule.ts";

/** Dates of one entry that are read at most. */
export const mostDates = 1000;

/** Days and times that all rules of a file may look at in vain: some never come to a date. */
const mostSteps = 1_500_000;

const daySeconds = 86_400;
const lastYear = 9999;

export interface Dates {
  /** Wall times in the zone of the entry's start, in order. */
  readonly walls: readonly string[];
  /** There are more. */
  readonly isCut: boolean;
}

/** Wall clock of the entry's start. */
interface Start {
  readonly day: number;
  readonly isDay: boolean;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function startOf(wall: string): Start {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = wall.split(/[-T:]/).map(Number);
  return { day: dayNumber(year, month, day), isDay: !wall.includes("T"), hour, minute, second };
}

export class Repeats {
  readonly #most: { readonly dates: number; readonly steps: number };
  #steps = 0;

  /** `dates` of one entry at most, and `steps` in vain of all. */
  constructor({
    dates = mostDates,
    steps = mostSteps,
  }: { readonly dates?: number; readonly steps?: number } = {}) {
    this.#most = { dates, steps };
  }

  /** The dates that rules make from a start on; null where one of them cannot be read, or makes none for too long. */
  dates(
    start: string,
    rules: readonly { readonly rule: string; readonly until: string | null }[],
  ): Dates | null {
    const walls = new Set([start]);
    let isCut = false;
    for (const { rule, until } of rules) {
      const made = this.#made(start, rule, until);
      if (made === null) return null;
      for (const wall of made.walls) walls.add(wall);
      isCut ||= made.isCut;
    }
    const inOrder = [...walls].toSorted();
    const { dates } = this.#most;
    return { walls: inOrder.slice(0, dates), isCut: isCut || inOrder.length > dates };
  }

  #made(start: string, text: string, until: string | null): Dates | null {
    const from = startOf(start);
    const said = ruleOf(text);
    if (said === null) return null;
    const isWithinDays = /^(?:HOUR|MINUTE|SECOND)LY$/.test(said.frequency);
    if (from.isDay && isWithinDays) return null;
    const rule = filledIn(said, calendarDay(from.day));
    const walls: string[] = [];
    try {
      for (const wall of isWithinDays ? this.#withinDays(rule, from) : this.#byDays(rule, from)) {
        if (wall < start) this.#step(1);
        else if (until !== null && wall > until) break;
        else if (walls.length === this.#most.dates) return { walls, isCut: true };
        else {
          walls.push(wall);
          if (walls.length === rule.count) break;
        }
      }
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
    return { walls, isCut: false };
  }

  /** Throws RangeError where there is no date in sight. */
  #step(steps: number): void {
    this.#steps += steps;
    if (this.#steps > this.#most.steps) throw new RangeError("no date in sight");
  }

  *#byDays(rule: Rule, start: Start): Generator<string> {
    const times = timesOf(rule, start);
    for (const [from, end] of spans(rule, start.day)) {
      const days: number[] = [];
      // Without positions, what is before the start counts for nothing.
      for (let day = rule.positions.length > 0 ? from : Math.max(from, start.day); day < end; day += 1) {
        if (isDayOf(rule, day)) days.push(day);
      }
      if (days.length === 0) this.#step(end - from);
      const wallAt = (at: number): string =>
        wallOf(days[Math.floor(at / times.length)] ?? 0, times.at(at % times.length), start);
      yield* this.#chosen(rule, days.length * times.length, wallAt);
    }
  }

  *#withinDays(rule: Rule, start: Start): Generator<string> {
    const unit = rule.frequency === "HOURLY" ? 3600 : rule.frequency === "MINUTELY" ? 60 : 1;
    const step = rule.interval * unit;
    const end = dayNumber(lastYear + 1, 1, 1) * daySeconds;
    const { hour, minute, second } = start;
    let looked = { day: NaN, isMeant: false };
    for (let at = start.day * daySeconds + hour * 3600 + minute * 60 + second; at < end; at += step) {
      const day = Math.floor(at / daySeconds);
      if (looked.day !== day) looked = { day, isMeant: isDayOf(rule, day) };
      const now = timeAt(at - day * daySeconds);
      if (!looked.isMeant) {
        this.#step(1);
        // To the last step of the day.
        at += Math.floor(((day + 1) * daySeconds - 1 - at) / step) * step;
      } else if (isTimeOf(rule, now)) {
        const times = timesOf(rule, start, now);
        yield* this.#chosen(rule, times.length, (nth) => wallOf(day, times.at(nth), start));
      } else this.#step(1);
    }
  }

  /** Those at the rule's positions among so many in order, or all. */
  *#chosen({ positions }: Rule, length: number, wallAt: (at: number) => string): Generator<string> {
    if (positions.length === 0) {
      for (let at = 0; at < length; at += 1) yield wallAt(at);
      return;
    }
    const places = new Set(positions.map((position) => (position > 0 ? position - 1 : length + position)));
    const held = [...places].filter((at) => at >= 0 && at < length).toSorted((a, b) => a - b);
    if (held.length === 0) this.#step(1);
    for (const at of held) yield wallAt(at);
  }
}

/** Runs of days, from the first up to the end, of which a rule chooses: its years, months, weeks or days. */
function* spans(rule: Rule, start: number): Generator<[number, number]> {
  const { frequency, interval, weekStart, weeks, months } = rule;
  const { year, month } = calendarDay(start);
  const last = dayNumber(lastYear + 1, 1, 1);
  const middle = middleOfWeek(start, weekStart);
  const yearOfWeek = calendarDay(middle).year;
  for (let nth = 0; ; nth += interval) {
    let span: [number, number];
    if (weeks.length > 0) {
      const from = yearOfWeek + nth;
      span = [firstOfWeeks(from, weekStart), firstOfWeeks(from + 1, weekStart)];
    } else if (frequency === "YEARLY") {
      const [first = 1, end = 12] = [months[0], months.at(-1)];
      span = [dayNumber(year + nth, first, 1), dayNumber(year + nth, end + 1, 1)];
    } else if (frequency === "MONTHLY") {
      span = [dayNumber(year, month + nth, 1), dayNumber(year, month + nth + 1, 1)];
    } else {
      const length = frequency === "WEEKLY" ? 7 : 1;
      const from = (frequency === "WEEKLY" ? middle - 3 : start) + nth * length;
      span = [from, from + length];
    }
    // Beyond what a date can be, it is no number.
    if (!(span[1] <= last)) return;
    yield span;
  }
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function timeAt(seconds: number): Time {
  return {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

function isIn(list: readonly number[], number: number): boolean {
  return list.length === 0 || list.includes(number);
}

function isTimeOf({ frequency, hours, minutes, seconds }: Rule, { hour, minute, second }: Time): boolean {
  return (
    isIn(hours, hour) &&
    (frequency === "HOURLY" || isIn(minutes, minute)) &&
    (frequency !== "SECONDLY" || isIn(seconds, second))
  );
}

function pick(list: readonly number[], otherwise: number): readonly number[] {
  return list.length > 0 ? list : [otherwise];
}

/** Times of a day, or of the step that `now` is in, in order; there may be one for each second. */
interface Times {
  readonly length: number;
  readonly at: (nth: number) => Time;
}

function timesOf(rule: Rule, start: Start, now: Time | null = null): Times {
  if (start.isDay) return { length: 1, at: () => start };
  const { frequency } = rule;
  const hours = now ? [now.hour] : pick(rule.hours, start.hour);
  const minutes = now && frequency !== "HOURLY" ? [now.minute] : pick(rule.minutes, start.minute);
  const seconds = now && frequency === "SECONDLY" ? [now.second] : pick(rule.seconds, start.second);
  return {
    length: hours.length * minutes.length * seconds.length,
    at: (nth) => ({
      hour: hours[Math.floor(nth / (minutes.length * seconds.length))] ?? 0,
      minute: minutes[Math.floor(nth / seconds.length) % minutes.length] ?? 0,
      second: seconds[nth % seconds.length] ?? 0,
    }),
  };
}

const two = (number: number): string => String(number).padStart(2, "0");

function wallOf(day: number, { hour, minute, second }: Time, { isDay }: Start): string {
  const date = dayText(day);
  return isDay ? date : `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
}
