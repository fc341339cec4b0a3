// Days written in figures: in which order a file writes day and month, and whether it leaves any doubt.

/** What stands first, second and third. */
export const dayOrders = ["ymd", "dmy", "mdy"] as const;
export type DayOrder = (typeof dayOrders)[number];

const figures = /^(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{1,4})$/;

export interface DayOrderFound {
  /** What every day of the file fits; null where there are no such days, or they fit none or several. */
  readonly order: DayOrder | null;
  /** Several fit: only a person can say. */
  readonly isOpen: boolean;
}

/** Looks at the days of a file. ISO days need no order and are passed over. */
export function dayOrderOf(texts: Iterable<string>): DayOrderFound {
  let left: readonly DayOrder[] = dayOrders;
  let seen = false;
  for (const text of texts) {
    const [written = ""] = text.trim().split(/[T ](?=\d{1,2}:)/);
    if (/^\d{4}-\d{2}-\d{2}$/.test(written) || !figures.test(written)) continue;
    seen = true;
    left = left.filter((order) => dayFrom(written, order) !== null);
    if (left.length === 0) break;
  }
  return { order: seen && left.length === 1 ? (left[0] ?? null) : null, isOpen: seen && left.length > 1 };
}

/** The ISO day a text in figures means in that order; null where it means none. Years of two figures are of this century. */
export function dayFrom(text: string, order: DayOrder): string | null {
  const found = figures.exec(text);
  if (!found) return null;
  const [, first = "", second = "", third = ""] = found;
  const [year, month, day] =
    order === "ymd"
      ? [first, second, third]
      : order === "dmy"
        ? [third, second, first]
        : [third, first, second];
  if ((year.length !== 4 && year.length !== 2) || month.length > 2 || day.length > 2) return null;
  return isoDay(year.length === 2 ? `20${year}` : year, month, day);
}

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const worded = [
  // "26 Nov 2026", "Thu 26 November 2026"
  /^(?:\p{L}{2,10}\.?,? )?(?<day>\d{1,2})\.?[ -](?<month>\p{L}{3,10})\.?,?[ -](?<year>\d{4})$/u,
  // "November 26, 2026"
  /^(?:\p{L}{2,10}\.?,? )?(?<month>\p{L}{3,10})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/u,
];

/** The ISO day of a date with an English name of a month, whatever the order. */
export function dayFromWords(text: string): string | null {
  for (const shape of worded) {
    const { day = "", month = "", year = "" } = shape.exec(text)?.groups ?? {};
    const at = monthNames.indexOf(month.slice(0, 3).toLowerCase());
    if (at >= 0) return isoDay(year, String(at + 1), day);
  }
  return null;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Null for a day that is in no calendar. Reckoned by hand: a list may hold a hundred thousand days. */
export function isoDay(year: string, month: string, day: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = m === 2 && isLeap ? 29 : (daysOfMonths[m - 1] ?? 0);
  if (year.length !== 4 || d < 1 || d > days) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
