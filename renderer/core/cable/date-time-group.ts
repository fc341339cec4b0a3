// Date-time groups: "P R 112357Z MAY 76", with the slips of archival copies, and the times of edited texts.
import { fullYear, garbledMonthOf, isoDay, monthOf, writtenDayAt } from "./days.ts";
import type { Certainty, DateTimeGroup } from "./reading.ts";
import type { Precedence } from "../model/enums.ts";
import { isNumber, wordsOf, type Word } from "./words.ts";

export interface ReadGroup {
  readonly group: DateTimeGroup;
  readonly certainty: Certainty;
  /** Offsets in the text given. */
  readonly start: number;
  readonly end: number;
}

const precedenceLetters: Readonly<Record<string, Precedence>> = {
  Z: "flash",
  O: "immediate",
  "0": "immediate",
  P: "priority",
  R: "routine",
};

/** Only Z, O, P, R, and 0 for O; at most four. */
function isPrecedenceWord(word: string): boolean {
  if (word.length > 4) return false;
  for (const letter of word) if (!Object.hasOwn(precedenceLetters, letter)) return false;
  return true;
}

/** Letters that copies have where a digit stood. */
function asDigits(word: string): string {
  return word.replaceAll("O", "0").replaceAll("I", "1").replaceAll("L", "1");
}

interface Clock {
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly words: number;
  readonly clean: boolean;
}

/** "112357Z", "071711 Z", "2317462" (the Z taken for a 2), "27OO43Z". */
function clockAt(words: readonly Word[], at: number): Clock | null {
  const word = words[at]?.text ?? "";
  if (word.length < 6 || word.length > 7) return null;
  const digits = asDigits(word.slice(0, 6));
  if (!isNumber(digits)) return null;
  const last = word.slice(6);
  if (last !== "" && last !== "Z" && last !== "2") return null;
  const apart = last === "" && words[at + 1]?.text === "Z";
  const [day, hour, minute] = [0, 2, 4].map((k) => Number(digits.slice(k, k + 2)));
  if (day === undefined || hour === undefined || minute === undefined) return null;
  if (day < 1 || day > 31 || hour > 23 || minute > 59) return null;
  return { day, hour, minute, words: apart ? 2 : 1, clean: digits === word.slice(0, 6) && last !== "2" };
}

function instantOf(day: string, hour: number, minute: number): string {
  return `${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00Z`;
}

function precedencesOf(letters: string): [Precedence | null, Precedence | null] {
  const at = (k: number) => precedenceLetters[letters.charAt(k)] ?? null;
  return [at(0), at(1)];
}

/** Where the digits may begin: behind at most four precedence words. */
function clockIndex(words: readonly Word[]): number {
  let at = words[0]?.text === "OF" ? 1 : 0;
  while (at < 5 && words[at] && isPrecedenceWord(words[at]?.text ?? "")) at += 1;
  return at;
}

/**
 * The date-time group a line begins with, or null. `year` is taken where the group has none.
 * Accepts also "17 OCT 72 2114Z", as message forms print it.
 */
export function dateTimeGroupOf(upper: string, year: number | null = null): ReadGroup | null {
  const words = wordsOf(upper.slice(0, 80));
  const at = clockIndex(words);
  const letters = words
    .slice(0, at)
    .map((word) => word.text)
    .join("");
  const clock = clockAt(words, at);
  if (!clock) return at === 0 ? formDateOf(words, upper) : null;
  const monthWord = words[at + clock.words];
  const glued = /^([A-Z]{3,4})(\d{2})$/.exec(monthWord?.text ?? "");
  const name = glued?.[1] ?? monthWord?.text ?? "";
  const month = garbledMonthOf(name);
  if (!monthWord || month === null) return null;
  const yearWord = words[at + clock.words + 1];
  const digits =
    glued?.[2] ?? (yearWord && /^(?:\d{2}|(?:19|20)\d{2})$/.test(yearWord.text) ? yearWord.text : null);
  const written = digits === null ? year : fullYear(digits);
  const day = written === null ? null : isoDay(written, month, clock.day);
  if (day === null) return null;
  const end = glued || digits === null || !yearWord ? monthWord.end : yearWord.end;
  const start = words[letters.startsWith("OF") ? 1 : 0]?.start ?? 0;
  const [action, info] = precedencesOf(letters.replace("OF", ""));
  const clean = clock.clean && monthOf(name) !== null && digits !== null;
  return {
    group: {
      text: upper.slice(start, end),
      at: instantOf(day, clock.hour, clock.minute),
      actionPrecedence: action,
      infoPrecedence: info,
    },
    certainty: clean ? "sure" : "likely",
    start,
    end,
  };
}

/** Day first, as message forms have it; month first is the dateline of an edited text. */
function formDateOf(words: readonly Word[], upper: string): ReadGroup | null {
  if (!isNumber(words[0]?.text ?? "")) return null;
  const day = writtenDayAt(words, 0, upper);
  if (!day || day.year === null) return null;
  const clock = words[day.words];
  const iso = isoDay(day.year, day.month, day.day);
  const time = /^(\d{2})(\d{2})Z$/.exec(clock?.text ?? "");
  if (!clock || !time || iso === null || Number(time[1]) > 23 || Number(time[2]) > 59) return null;
  return {
    group: {
      text: upper.slice(0, clock.end),
      at: instantOf(iso, Number(time[1]), Number(time[2])),
      actionPrecedence: null,
      infoPrecedence: null,
    },
    certainty: "likely",
    start: words[0]?.start ?? 0,
    end: clock.end,
  };
}

/** "2040Z", "7:57 P.M.", "6 P.M.", "NOON": hour and minute, and whether it is Zulu; null where there is no time. */
export function clockTimeOf(upper: string): { hour: number; minute: number; zulu: boolean } | null {
  const zulu = /\b(\d{2})(\d{2}) ?Z\b/.exec(upper);
  if (zulu) return within(Number(zulu[1]), Number(zulu[2]), true);
  const half = /\b(\d{1,2})(?:[:.](\d{2}))? ?([AP])\.? ?M\b/.exec(upper);
  if (half) {
    const hour = (Number(half[1]) % 12) + (half[3] === "P" ? 12 : 0);
    return within(hour, Number(half[2] ?? 0), false);
  }
  if (/\bNOON\b/.test(upper)) return within(12, 0, false);
  if (/\bMIDNIGHT\b/.test(upper)) return within(0, 0, false);
  const clock = /\b(\d{1,2}):(\d{2})\b/.exec(upper);
  return clock ? within(Number(clock[1]), Number(clock[2]), false) : null;
}

function within(hour: number, minute: number, zulu: boolean) {
  return hour <= 23 && minute <= 59 ? { hour, minute, zulu } : null;
}

/** An instant of a written day and an hour of it. */
export function instantAt(day: string, clock: { hour: number; minute: number } | null): string {
  return instantOf(day, clock?.hour ?? 0, clock?.minute ?? 0);
}
