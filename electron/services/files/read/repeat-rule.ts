// A recurrence rule as RFC 5545 writes it (3.3.10), made fit for the library that reckons its dates: that one passes over
// what it does not know, and here a rule is read as it is meant or not at all.

const frequencies = /^(?:YEAR|MONTH|WEEK|DAI|HOUR|MINUTE|SECOND)LY$/;

/** The numbers a part may list; `isSigned`: also counted from the end. */
const lists: ReadonlyMap<
  string,
  { readonly least: number; readonly most: number; readonly isSigned: boolean }
> = new Map([
  ["BYMONTHDAY", { least: 1, most: 31, isSigned: true }],
  ["BYYEARDAY", { least: 1, most: 366, isSigned: true }],
  ["BYWEEKNO", { least: 1, most: 53, isSigned: true }],
  ["BYSETPOS", { least: 1, most: 366, isSigned: true }],
  ["BYMONTH", { least: 1, most: 12, isSigned: false }],
  ["BYHOUR", { least: 0, most: 23, isSigned: false }],
  ["BYMINUTE", { least: 0, most: 59, isSigned: false }],
  ["BYSECOND", { least: 0, most: 60, isSigned: false }],
]);

const others: ReadonlyMap<string, RegExp> = new Map([
  ["FREQ", frequencies],
  ["INTERVAL", /^\+?0*[1-9]\d{0,8}$/],
  ["COUNT", /^\+?0*[1-9]\d{0,8}$/],
  ["WKST", /^(?:SU|MO|TU|WE|TH|FR|SA)$/],
  ["BYDAY", /^[+-]?\d{0,2}(?:SU|MO|TU|WE|TH|FR|SA)(?:,[+-]?\d{0,2}(?:SU|MO|TU|WE|TH|FR|SA))*$/],
]);

/** Calendars other than the one the app reckons in, and words of an app's own. */
const passedOver = /^(?:RSCALE|SKIP|X-.*)$/;

/**
 * The rule of an entry that starts at a time, or on a day. Null for what is no rule, or one with a part that nobody knows.
 * Which parts go together the library says.
 */
export function ruleOf(text: string, isDay: boolean): string | null {
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(";").filter(Boolean)) {
    const [name = "", ...rest] = part.split("=");
    const value = rest.join("=");
    const isKnown = others.get(name)?.test(value) ?? (passedOver.test(name) || isList(name, value));
    if (parts.has(name) || !isKnown) return null;
    parts.set(name, value);
  }
  const frequency = parts.get("FREQ");
  if (frequency === undefined || (isDay && /^(?:HOUR|MINUTE|SECOND)/.test(frequency))) return null;
  return [...parts]
    .filter(([name]) => !passedOver.test(name) && !(isDay && /^BY(?:HOUR|MINUTE|SECOND)$/.test(name)))
    .map(([name, value]) => `${name}=${name === "BYSECOND" ? withoutLeap(value) : value}`)
    .join(";");
}

function isList(name: string, value: string): boolean {
  const list = lists.get(name);
  if (!list) return false;
  return value.split(",").every((part) => {
    const size = /^[+-]?\d{1,3}$/.test(part) ? Number(part) : NaN;
    const number = list.isSigned ? Math.abs(size) : size;
    return number >= list.least && number <= list.most;
  });
}

/** A leap second is kept as the one before it: no clock of the app has one. */
function withoutLeap(seconds: string): string {
  return [...new Set(seconds.split(",").map((second) => Math.min(59, Number(second))))].join(",");
}
