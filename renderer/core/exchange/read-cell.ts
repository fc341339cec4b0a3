// How the text of one cell is read into the value of a field, or why it cannot be.
import { dayIn, instantAt, isTimeZone } from "../rules/calendar.ts";
import { type Column, headingKey } from "./column.ts";
import { type DayOrder, dayFrom, dayFromWords, isoDay } from "./day-order.ts";
import type { Reason } from "./plan.ts";

export type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: Reason };

/** What a person said, or the file shows, of how its cells are to be read. */
export interface ReadRules {
  /** Null where nobody has said: days in figures that are not ISO are refused then. */
  readonly dayOrder: DayOrder | null;
  /** Field -> word of the file (as `headingKey` compares it) -> member of the list. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Whose clock a day is looked at on that is said as an instant. */
  readonly timeZone: string;
  /** The words by which the app shows a list's members. */
  readonly shown: (list: string, member: string) => string;
}

/** Reads one cell. `text` is trimmed and not empty; an empty cell leaves its field alone. */
export type CellReader = (text: string, heading: string) => Read;

/** The day of a moment; one that names its zone is looked at on the rules' clock. */
function dayThere(moment: Moment | null, { timeZone }: ReadRules): string | null {
  if (moment === null || moment.offset === null) return moment?.day ?? null;
  return dayIn(instantFrom(moment, timeZone), timeZone);
}

/** What a cell says, without blanks around it. */
export function saidIn(cell: string | undefined): string {
  return (cell ?? "").trim();
}

/** Made once for a column, then asked for every row. */
export function cellReader(column: Column, rules: ReadRules): CellReader {
  switch (column.kind) {
    case "choice":
      return choiceReader(knownWords(column, rules));
    case "number":
      return numberReader(column.min, column.max);
    case "day":
      // Spreadsheets keep an hour with a day that nobody asked for one.
      return (text, heading) =>
        read(dayThere(momentIn(text, rules.dayOrder), rules), "notADay", text, heading);
    case "instant":
      return (text, heading) => read(momentIn(text, rules.dayOrder), "notAMoment", text, heading);
    case "time":
      return (text, heading) => read(timeIn(text), "notATime", text, heading);
    case "list":
      return (text) => ({ ok: true, value: partsOf(text) });
    case "prose":
      return textReader(2_000_000);
    case "text":
      return textReader(2000);
    case "id":
      return textReader(200);
  }
}

/** The words of a closed list that are understood: its own, those shown, those lists use, and those a person explained. */
export function knownWords(
  column: Column & { readonly kind: "choice" },
  rules: Pick<ReadRules, "words" | "shown">,
): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const member of column.members) {
    known.set(headingKey(member), member);
    known.set(headingKey(rules.shown(column.list, member)), member);
  }
  for (const [name, member] of Object.entries(column.names ?? {})) known.set(headingKey(name), member);
  for (const [word, member] of rules.words.get(column.field) ?? []) known.set(word, member);
  return known;
}

function choiceReader(known: ReadonlyMap<string, string>): CellReader {
  return (text, heading) => read(known.get(headingKey(text)) ?? null, "notInList", text, heading);
}

function numberReader(min: number, max: number): CellReader {
  return (text, heading) => {
    const value = Number(text.replace(",", "."));
    return Number.isFinite(value) && value >= min && value <= max
      ? { ok: true, value }
      : refused("notANumber", heading, { text: short(text), min, max });
  };
}

function textReader(longest: number): CellReader {
  return (text, heading) =>
    text.length <= longest
      ? { ok: true, value: text.normalize("NFC") }
      : refused("tooLong", heading, { length: text.length, longest });
}

function read(value: unknown, code: string, text: string, heading: string): Read {
  return value === null ? refused(code, heading, { text: short(text) }) : { ok: true, value };
}

/** An ISO day, a year, a day in figures in the order of the file, or with the month in words. */
function dayOf(text: string, order: DayOrder | null): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return isoDay(iso[1] ?? "", iso[2] ?? "", iso[3] ?? "");
  if (/^\d{4}$/.test(text)) return `${text}-01-01`;
  return (order === null ? null : dayFrom(text, order)) ?? dayFromWords(text);
}

export interface Moment {
  readonly day: string;
  /** "HH:MM"; null where only the day is said. */
  readonly time: string | null;
  /** Z, an offset, or a zone in brackets ("[Europe/Paris]"), where the text names its own. */
  readonly offset: string | null;
}

/** The instant of a moment: by the zone it names, else by `zone`. A day alone is noon. */
export function instantFrom({ day, time, offset }: Moment, zone: string): string {
  if (offset === null || time === null) return instantAt(day, time ?? "12:00", zone) ?? "";
  if (offset.startsWith("[")) return instantAt(day, time, offset.slice(1, -1)) ?? "";
  return Temporal.Instant.from(`${day}T${time}${offset}`).toString();
}

const clock =
  /[T, ]{1,2}(\d{1,2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}|\[[A-Za-z][\w/+-]{0,63}\])?$/;

/** A day with or without a wall clock: "2026-11-26T17:00", "26/11/2026 17:00". */
function momentIn(text: string, order: DayOrder | null): Moment | null {
  const found = clock.exec(text);
  const day = dayOf(found ? text.slice(0, found.index) : text, order);
  if (day === null) return null;
  const time = found ? timeIn(found[1] ?? "") : null;
  if (found && time === null) return null;
  const offset = found?.[2] ?? null;
  if (offset?.startsWith("[") && !isTimeZone(offset.slice(1, -1))) return null;
  return { day, time, offset };
}

/** "9:30", "09:30", "0930", "9h30". */
function timeIn(text: string): string | null {
  const [, hour = "", minute = ""] = /^(\d{1,2})[:.hH]?(\d{2})(?::\d{2})?$/.exec(text) ?? [];
  return hour !== "" && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, "0")}:${minute}`
    : null;
}

/** The values of a list: a semicolon parts them, but not behind a backslash. */
export function partsOf(text: string): readonly string[] {
  return text
    .split(/(?<!\\);/)
    .map((part) => part.replaceAll("\\;", ";").trim().normalize("NFC"))
    .filter(Boolean);
}

function refused(code: string, column: string | null, facts: Reason["facts"] = {}): Read & { ok: false } {
  return { ok: false, reason: { code, column, facts } };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
