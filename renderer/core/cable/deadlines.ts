// Deadlines in a sentence: "BY MAY 21", "BY COB DECEMBER 4", "SOONEST", "DURING NEXT TEN DAYS", "PRIOR TO ...", "BY 170600Z".
import { spanIn, type BodyText } from "./body-text.ts";
import {
  addDays,
  garbledMonthOf,
  isoDay,
  monthOf,
  nextDay,
  weekdayNamed,
  weekdayOf,
  writtenDayAt,
} from "./days.ts";
import type { Certainty, Found, ReadDeadline } from "./reading.ts";
import type { Statement } from "./statements.ts";
import type { Word } from "./words.ts";

export interface FoundDeadline {
  readonly found: Found<ReadDeadline>;
  /** Word index it begins at: what stands before it says whose deadline it is. */
  readonly word: number;
  /** True where the year was taken from the date-time group. */
  readonly yearAssumed: boolean;
}

/** Words from `start` to `end` with what they say. */
interface Reading {
  readonly kind: ReadDeadline["kind"];
  readonly value: string | null;
  readonly end: number;
  readonly certainty: Certainty;
  readonly yearAssumed: boolean;
}

const numberWords: Readonly<Record<string, number>> = {
  ONE: 1,
  TWO: 2,
  THREE: 3,
  FOUR: 4,
  FIVE: 5,
  SIX: 6,
  SEVEN: 7,
  EIGHT: 8,
  NINE: 9,
  TEN: 10,
  FOURTEEN: 14,
  THIRTY: 30,
};
const unitDays: Readonly<Record<string, number>> = {
  DAY: 1,
  DAYS: 1,
  WEEK: 7,
  WEEKS: 7,
  HOURS: 1 / 24,
  HOUR: 1 / 24,
};
const closing = new Set([
  "COB",
  "OOB",
  "NOON",
  "CLOSE",
  "OF",
  "BUSINESS",
  "OPENING",
  "END",
  "ON",
  "THE",
  "MORNING",
  "EVENING",
  "NO",
  "LATER",
  "THAN",
  "LOCAL",
  "AT",
  "POST",
]);
/** Words of a sentence that may lie between "BEFORE" and the date of the event. */
const eventReach = 16;

function wordsAre(words: readonly Word[], at: number, to: number, ...texts: readonly string[]): boolean {
  return at + texts.length <= to && texts.every((text, k) => words[at + k]?.text === text);
}

/** A written day in or after the cable's own; the year is rolled forward where none is written. */
function dayAt(body: BodyText, at: number, to: number, sentOn: string | null): Reading | null {
  const written = writtenDayAt(body.words, at, body.upper);
  if (!written || at + written.words > to) return null;
  const year = written.year;
  const value =
    year === null
      ? sentOn && nextDay(written.month, written.day, sentOn)
      : isoDay(year, written.month, written.day);
  return {
    kind: "day",
    value: value || null,
    end: at + written.words,
    certainty: "sure",
    yearAssumed: year === null && Boolean(value),
  };
}

/** "FRIDAY": the next one after the cable's day. */
function weekdayAt(words: readonly Word[], at: number, sentOn: string | null): Reading | null {
  const weekday = weekdayNamed(words[at]?.text ?? "");
  if (weekday === null) return null;
  const ahead = sentOn === null ? 0 : (weekday - weekdayOf(sentOn) + 7) % 7 || 7;
  return {
    kind: "day",
    value: sentOn === null ? null : addDays(sentOn, ahead),
    end: at + 1,
    certainty: "unsure",
    yearAssumed: false,
  };
}

/** "170600Z", "170600Z NOV 83", "1200Z NOVEMBER 22". */
function instantReading(body: BodyText, at: number, to: number, sentOn: string | null): Reading | null {
  const text = body.words[at]?.text ?? "";
  const group = /^(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  const time = /^(\d{2})(\d{2})Z$/.exec(text);
  if (!group && !time) return null;
  const [hour, minute] = group ? [group[2], group[3]] : [time?.[1], time?.[2]];
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  let end = at + 1;
  let day: string | null = null;
  if (group) {
    const month =
      at + 1 < to
        ? (monthOf(body.words[at + 1]?.text ?? "") ?? garbledMonthOf(body.words[at + 1]?.text ?? ""))
        : null;
    if (month !== null) {
      end = at + 2;
      day = sentOn && nextDay(month, Number(group[1]), sentOn);
      if (/^\d{2}(?:\d{2})?$/.test(body.words[end]?.text ?? "") && end < to) end += 1;
    } else day = sentOn && dayOfMonth(Number(group[1]), sentOn);
  } else {
    const written = dayAt(body, at + 1, to, sentOn);
    if (!written) return null;
    end = written.end;
    day = written.value;
  }
  return {
    kind: "instant",
    value: day && `${day}T${hour}:${minute}:00Z`,
    end,
    certainty: "sure",
    yearAssumed: day !== null,
  };
}

/** The next day of that number, this month or a later one. */
function dayOfMonth(day: number, sentOn: string): string | null {
  const [year, month] = [Number(sentOn.slice(0, 4)), Number(sentOn.slice(5, 7))];
  for (let k = 0; k < 3; k += 1) {
    const found = isoDay(year + Math.floor((month - 1 + k) / 12), ((month - 1 + k) % 12) + 1, day);
    if (found !== null && found >= sentOn) return found;
  }
  return null;
}

/** Behind "BY" and its like: closing words, a weekday, then a day or an hour. */
function byReading(body: BodyText, from: number, to: number, sentOn: string | null): Reading | null {
  let at = from;
  while (at < to && closing.has(body.words[at]?.text ?? "")) at += 1;
  const named = weekdayAt(body.words, at, sentOn);
  const day = dayAt(body, named ? named.end : at, to, sentOn);
  return instantReading(body, at, to, sentOn) ?? day ?? named;
}

function relativeReading(
  words: readonly Word[],
  at: number,
  to: number,
  sentOn: string | null,
): Reading | null {
  let k = at + 1;
  while (k < to && ["THE", "NEXT", "COMING", "FOLLOWING", "COURSE", "OF"].includes(words[k]?.text ?? ""))
    k += 1;
  const countWord = words[k]?.text ?? "";
  const count = /^\d{1,3}$/.test(countWord)
    ? Number(countWord)
    : Object.hasOwn(numberWords, countWord)
      ? numberWords[countWord]
      : undefined;
  let unitAt = k + (count === undefined ? 0 : 1);
  if (["WORKING", "BUSINESS", "CALENDAR"].includes(words[unitAt]?.text ?? "")) unitAt += 1;
  const unitWord = words[unitAt]?.text ?? "";
  const unit = Object.hasOwn(unitDays, unitWord) ? unitDays[unitWord] : undefined;
  if (count === undefined || unit === undefined || unitAt >= to) return null;
  return {
    kind: "relative",
    value: sentOn && addDays(sentOn, Math.ceil(count * unit)),
    end: unitAt + 1,
    certainty: "likely",
    yearAssumed: false,
  };
}

/** "PRIOR TO THE LEADERS' MEETING IN GENEVA ON DECEMBER 14": up to the comma or the sentence's end, with the date inside. */
function eventReading(body: BodyText, from: number, to: number, sentOn: string | null): Reading | null {
  const direct = byReading(body, from, to, sentOn);
  if (direct && body.words[from] && !closing.has(body.words[from]?.text ?? "")) return direct;
  let end = from;
  let day: Reading | null = null;
  while (end < to && end - from < eventReach) {
    const word = body.words[end];
    const before = body.words[end - 1];
    if (!word || (before && end > from && /[,;()]/.test(body.upper.slice(before.end, word.start)))) break;
    day = dayAt(body, end, to, sentOn);
    end = day ? day.end : end + 1;
    if (day) break;
  }
  if (end === from) return null;
  return {
    kind: "event",
    value: day?.value ?? null,
    end,
    certainty: "likely",
    yearAssumed: day?.yearAssumed ?? false,
  };
}

const soonest: Reading = { kind: "soonest", value: null, end: 0, certainty: "likely", yearAssumed: false };

/** The deadline that begins at word `at`, or null. */
function readingAt(body: BodyText, at: number, to: number, sentOn: string | null): Reading | null {
  const { words } = body;
  switch (words[at]?.text ?? "") {
    case "BY":
    case "NLT":
    case "DESKBY":
    case "DEADLINE":
      return byReading(body, at + 1, to, sentOn);
    case "NOT":
    case "NO":
      return wordsAre(words, at + 1, to, "LATER", "THAN") ? byReading(body, at + 3, to, sentOn) : null;
    case "BEFORE":
      return eventReading(body, at + 1, to, sentOn);
    case "PRIOR":
      return words[at + 1]?.text === "TO" ? eventReading(body, at + 2, to, sentOn) : null;
    case "AHEAD":
    case "ADVANCE":
      return words[at + 1]?.text === "OF" ? eventReading(body, at + 2, to, sentOn) : null;
    case "WITHIN":
    case "DURING":
    case "OVER":
    case "IN":
      return relativeReading(words, at, to, sentOn);
    case "SOONEST":
    case "ASAP":
    case "IMMEDIATELY":
      return { ...soonest, end: at + 1 };
    case "AS":
      return wordsAre(words, at + 1, to, "SOON", "AS", "POSSIBLE") ? { ...soonest, end: at + 4 } : null;
    case "EARLIEST":
      return ["OPPORTUNITY", "POSSIBLE", "CONVENIENCE"].includes(words[at + 1]?.text ?? "")
        ? { ...soonest, end: at + 2 }
        : null;
    case "EARLY":
      return words[at + 1]?.text === "APPOINTMENT" ? { ...soonest, end: at + 2, certainty: "unsure" } : null;
    default:
      return null;
  }
}

/** All deadlines of a sentence. `sentOn` is the day of the date-time group. */
export function deadlinesIn(body: BodyText, statement: Statement, sentOn: string | null): FoundDeadline[] {
  const found: FoundDeadline[] = [];
  for (let at = statement.firstWord; at < statement.lastWord; at += 1) {
    const reading = readingAt(body, at, statement.lastWord, sentOn);
    const [first, last] = [body.words[at], body.words[(reading?.end ?? 0) - 1]];
    if (!reading || !first || !last) continue;
    found.push({
      found: {
        value: {
          kind: reading.kind,
          value: reading.value,
          text: body.flow.text.slice(first.start, last.end),
        },
        span: spanIn(body, first.start, last.end),
        certainty: reading.certainty,
      },
      word: at,
      yearAssumed: reading.yearAssumed,
    });
    at = reading.end - 1;
  }
  return found;
}
