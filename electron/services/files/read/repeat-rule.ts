// A recurrence rule as RFC 5545 writes it (3.3.10), with what it leaves to the start of its entry filled in.

const frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"] as const;
type Frequency = (typeof frequencies)[number];

/** `nth` of its month or year, from the end where it is below nothing; 0 for each. */
export interface WeekdayPart {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly nth: number;
}

/** Lists are empty where the rule does not have the part. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly weekStart: number;
  readonly weekdays: readonly WeekdayPart[];
  readonly months: readonly number[];
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
}

const weekdayNames = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** The numbers a part may have; those of the first list also counted from the end. */
const lists = {
  BYMONTHDAY: [1, 31],
  BYYEARDAY: [1, 366],
  BYWEEKNO: [1, 53],
  BYSETPOS: [1, 366],
  BYMONTH: [1, 12],
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
  BYSECOND: [0, 60],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

const others: ReadonlySet<string> = new Set(["FREQ", "INTERVAL", "COUNT", "WKST", "BYDAY", "RSCALE", "SKIP"]);

/** Null for what is none, or combines parts that go together with no meaning. */
export function ruleOf(text: string): Rule | null {
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(";").filter(Boolean)) {
    const [name = "", ...value] = part.split("=");
    if (parts.has(name) || !(name in lists || others.has(name) || name.startsWith("X-"))) return null;
    parts.set(name, value.join("="));
  }
  const numbers = (name: keyof typeof lists): readonly number[] | null => numbersIn(parts.get(name), name);
  const rule = {
    frequency: parts.get("FREQ") ?? "",
    interval: wholeNumber(parts.get("INTERVAL") ?? "1"),
    count: parts.has("COUNT") ? wholeNumber(parts.get("COUNT") ?? "") : null,
    weekStart: weekdayNames.indexOf(parts.get("WKST") ?? "MO"),
    weekdays: weekdaysIn(parts.get("BYDAY")),
    months: numbers("BYMONTH"),
    weeks: numbers("BYWEEKNO"),
    yearDays: numbers("BYYEARDAY"),
    monthDays: numbers("BYMONTHDAY"),
    hours: numbers("BYHOUR"),
    minutes: numbers("BYMINUTE"),
    seconds: numbers("BYSECOND"),
    positions: numbers("BYSETPOS"),
  };
  return isReadable(rule) && isMeant(rule) ? rule : null;
}

type Said = { readonly [Part in keyof Rule]: Rule[Part] | null | string };

function isReadable(rule: Said): rule is Rule {
  const { count, interval, frequency, weekStart, ...listed } = rule;
  return (
    frequencies.some((known) => known === frequency) &&
    Number(interval) >= 1 &&
    (count === null || Number(count) >= 1) &&
    Number(weekStart) >= 0 &&
    Object.values(listed).every((list) => list !== null)
  );
}

/** Weeks are the year's; its days no week's, month's or day's; a weekday is counted in months and years alone. */
function isMeant({ frequency, weeks, yearDays, monthDays, weekdays }: Rule): boolean {
  return (
    (weeks.length === 0 || frequency === "YEARLY") &&
    (yearDays.length === 0 || !["MONTHLY", "WEEKLY", "DAILY"].includes(frequency)) &&
    (monthDays.length === 0 || frequency !== "WEEKLY") &&
    (weekdays.every(({ nth }) => nth === 0) ||
      frequency === "MONTHLY" ||
      (frequency === "YEARLY" && weeks.length === 0))
  );
}

function wholeNumber(text: string): number {
  return /^\+?\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** In order, each once. */
function numbersIn(text: string | undefined, name: keyof typeof lists): readonly number[] | null {
  if (text === undefined) return [];
  const [least, most] = lists[name];
  const numbers = text.split(",").map((part) => (/^[+-]?\d{1,3}$/.test(part) ? Number(part) : NaN));
  const isFromEnd =
    name === "BYMONTHDAY" || name === "BYYEARDAY" || name === "BYWEEKNO" || name === "BYSETPOS";
  const isOne = (number: number): boolean => {
    const size = isFromEnd ? Math.abs(number) : number;
    return size >= least && size <= most;
  };
  if (!numbers.every(isOne)) return null;
  // A leap second is kept as the one before it: no clock of the app has one.
  const known = name === "BYSECOND" ? numbers.map((number) => Math.min(number, 59)) : numbers;
  return [...new Set(known)].toSorted((a, b) => a - b);
}

function weekdaysIn(text: string | undefined): readonly WeekdayPart[] | null {
  if (text === undefined) return [];
  const days = text.split(",").map((part) => {
    const [, nth = "0", name = ""] = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(part) ?? [];
    return { weekday: weekdayNames.indexOf(name), nth: Number(nth), isSaid: /\d/.test(part) };
  });
  const isOne = ({ weekday, nth, isSaid }: (typeof days)[number]): boolean =>
    weekday >= 0 && (!isSaid || (nth !== 0 && Math.abs(nth) <= 53));
  return days.every(isOne) ? days.map(({ weekday, nth }) => ({ weekday, nth })) : null;
}

/** The rule with what the start of its entry says where the rule says nothing. */
export function filledIn(
  rule: Rule,
  start: { readonly weekday: number; readonly month: number; readonly monthDay: number },
): Rule {
  const { frequency, weekdays, monthDays, yearDays, weeks, months } = rule;
  if (weekdays.length > 0 || yearDays.length > 0) return rule;
  if (monthDays.length > 0) {
    // The standard leaves open whether a day of a month stands for all of a year's: who writes it means once a year.
    const isOpen = frequency === "YEARLY" && weeks.length === 0 && months.length === 0;
    return isOpen ? { ...rule, months: [start.month] } : rule;
  }
  if (frequency === "WEEKLY" || weeks.length > 0) {
    return { ...rule, weekdays: [{ weekday: start.weekday, nth: 0 }] };
  }
  if (frequency === "MONTHLY") return { ...rule, monthDays: [start.monthDay] };
  if (frequency !== "YEARLY") return rule;
  return { ...rule, monthDays: [start.monthDay], months: months.length > 0 ? months : [start.month] };
}
