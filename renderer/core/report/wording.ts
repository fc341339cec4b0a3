// Words, days and numbers of a report in the reader's language. The texts themselves are injected: core holds none.
import { isolate } from "../lib/text-direction.ts";
import type { Fact, Sentence } from "../rules/sentence.ts";

/** Looks a text up by its key in locales and fills its placeholders. */
export type Texts = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export interface Wording {
  readonly text: Texts;
  /** Label of a member of a closed list: `enum.<list>.<member>`; empty where there is none. */
  readonly label: (list: string, member: string | null) => string;
  /** "24 Nov 2026"; empty for null. */
  readonly day: (on: string | null) => string;
  /** The day an instant falls on in `timeZone`, as `day`; empty for null. */
  readonly dayOf: (at: string | null, timeZone: string) => string;
  /** "Tue 24 Nov 2026, 17:00" on the clock of `timeZone`. */
  readonly moment: (at: string, timeZone: string) => string;
  readonly number: (value: number) => string;
  /** A name or other foreign text that is to stand inside a line of the report. */
  readonly isolate: (text: string) => string;
  /** "Lima, Paris and Rome". */
  readonly list: (items: readonly string[]) => string;
  readonly sentence: (prefix: "evidence" | "toDo", sentence: Sentence) => string;
  readonly compare: (a: string, b: string) => number;
}

/** The day and time on the clock of `timeZone`, as ISO without zone. */
function wallTime(at: string, timeZone: string): string {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return there.toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** `language` is a BCP 47 tag; one that is none falls back to English, for a report must come out. */
export function wordingOf(texts: Texts, language: string, direction: "ltr" | "rtl"): Wording {
  const [locale = "en"] = supported(language);
  // English papers of this kind put the day before the month.
  const dates = locale === "en" ? "en-GB" : locale;
  const dayFormat = new Intl.DateTimeFormat(dates, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const weekdayFormat = new Intl.DateTimeFormat(dates, { weekday: "short", timeZone: "UTC" });
  const timeFormat = new Intl.DateTimeFormat(dates, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  });
  const numberFormat = new Intl.NumberFormat(locale);
  const listFormat = new Intl.ListFormat(locale, { type: "conjunction" });
  const collator = new Intl.Collator(locale, { sensitivity: "base", numeric: true });

  const day = (on: string | null): string =>
    on === null || on === "" ? "" : dayFormat.format(Date.parse(on));
  const moment = (at: string, timeZone: string): string => {
    const there = Date.parse(`${wallTime(at, timeZone)}Z`);
    return `${weekdayFormat.format(there)} ${dayFormat.format(there)}, ${timeFormat.format(there)}`;
  };
  const apart = (value: string): string => isolate(value, direction);
  const text: Texts = (key, values) =>
    texts(
      key,
      values &&
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            typeof value === "string" ? apart(value) : value,
          ]),
        ),
    );
  const label = (list: string, member: string | null): string =>
    member === null ? "" : text(`enum.${list}.${member}`);
  const word = (fact: Fact): string | number => {
    if (typeof fact !== "object") return fact;
    if ("day" in fact) return day(fact.day);
    if ("instant" in fact) return moment(fact.instant, fact.timeZone);
    return text(`enum.${fact.label}`);
  };
  return {
    text,
    label,
    day,
    dayOf: (at, timeZone) => (at === null ? "" : day(wallTime(at, timeZone).slice(0, 10))),
    moment,
    number: (value) => numberFormat.format(value),
    isolate: apart,
    list: (items) => listFormat.format(items.map(apart)),
    sentence: (prefix, { code, facts }) =>
      text(
        `${prefix}.${code}`,
        Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, word(fact)])),
      ),
    compare: (a, b) => collator.compare(a, b),
  };
}

function supported(language: string): string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language]);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
