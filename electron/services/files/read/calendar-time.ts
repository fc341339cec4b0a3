// Times of a calendar: what the wall shows, and in which zone. The zones that have a name in the tz database are reckoned by
// it, others by what the file says of them.
import ICAL from "ical.js";

/** "2026-11-26" or "2026-11-26T17:00:00". */
export interface WallTime {
  readonly wall: string;
  readonly isDay: boolean;
}

export interface Zone {
  readonly kind: "utc" | "named" | "own" | "floating";
  /** Of the tz database, for `named`. */
  readonly name: string;
  /** Milliseconds to add to UTC, at an epoch of UTC. */
  readonly offsetAt: (epoch: number) => number;
}

export const utc: Zone = { kind: "utc", name: "UTC", offsetAt: () => 0 };
/** The clock at whatever place: no zone is known. */
export const floating: Zone = { kind: "floating", name: "", offsetAt: () => 0 };

/** A DATE or DATE-TIME as RFC 5545 writes it, or a DATE with the mark of UTC as Google did; null where it is none, or no day of the calendar. */
export function wallTimeOf(text: string): (WallTime & { readonly isUtc: boolean }) | null {
  const [, year, month, day, hour, minute, second = "", isUtc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?|Z)?$/i.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return epochOf(date) === null ? null : { wall: date, isDay: true, isUtc: false };
  // A leap second is kept as the one before it: no clock of the app has one.
  const wall = `${date}T${hour}:${minute}:${second === "60" ? "59" : second}`;
  return epochOf(wall) === null ? null : { wall, isDay: false, isUtc: isUtc !== undefined };
}

/** Milliseconds of a wall time taken as UTC; null where there is no such time. */
export function epochOf(wall: string): number | null {
  const whole = wall.includes("T") ? wall : `${wall}T00:00:00`;
  const epoch = Date.parse(`${whole}Z`);
  return !Number.isNaN(epoch) && new Date(epoch).toISOString().startsWith(whole) ? epoch : null;
}

/** The instant a wall shows a time in a zone; where clocks jump, by the offset before it. */
export function instantIn(wall: string, zone: Zone): number {
  const shown = epochOf(wall) ?? 0;
  const guess = shown - zone.offsetAt(shown);
  return shown - zone.offsetAt(guess);
}

/** What the wall shows in a zone at an instant. */
export function wallAt(epoch: number, zone: Zone): string {
  return new Date(epoch + zone.offsetAt(epoch)).toISOString().slice(0, 19);
}

/** As it stands in a cell: an instant, a wall time with its zone, or a wall time alone. */
export function cellOf({ wall, isDay }: WallTime, zone: Zone): string {
  if (isDay) return wall;
  const minutes = wall.slice(0, 16);
  if (zone.kind === "utc") return `${minutes}Z`;
  if (zone.kind === "named") return `${minutes}[${zone.name}]`;
  return zone.kind === "floating"
    ? minutes
    : `${new Date(instantIn(wall, zone)).toISOString().slice(0, 16)}Z`;
}

/** A zone of the tz database, also behind the prefixes that programs put before it; null where there is none. */
export function namedZone(id: string): Zone | null {
  const parts = id.split("/").filter(Boolean);
  const names = [id, parts.slice(-3).join("/"), parts.slice(-2).join("/"), parts.at(-1) ?? ""];
  for (const name of names) {
    // Abbreviations and bare offsets mean several zones.
    if (!name.includes("/") && !/^(?:utc|gmt)$/i.test(name)) continue;
    const format = formatIn(name);
    if (format)
      return { kind: "named", name: format.resolvedOptions().timeZone, offsetAt: offsetsBy(format) };
  }
  return null;
}

function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US-u-ca-iso8601", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    return null;
  }
}

function offsetsBy(format: Intl.DateTimeFormat): Zone["offsetAt"] {
  return (epoch) => {
    const parts = new Map(format.formatToParts(epoch).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): string => (parts.get(type) ?? "0").padStart(2, "0");
    const wall = `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}`;
    return (epochOf(wall) ?? epoch) - Math.floor(epoch / 1000) * 1000;
  };
}

/** How often a zone's clocks change at most: a rule of another kind would never come to its end. */
const yearly = /^RRULE[^:\r\n]*:(?!.*FREQ=YEARLY)/im;

/** A zone by what the file says of it (the text of its VTIMEZONE); null where that cannot be reckoned with. */
export function ownZone(text: string): Zone | null {
  if (yearly.test(text)) return null;
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text) as unknown[]));
    const offsetAt = (epoch: number): number => {
      const at = ICAL.Time.fromJSDate(new Date(epoch), true);
      // It asks for a wall time: the offset is looked for again with what the first one shows.
      const first = zone.utcOffset(at);
      at.adjust(0, 0, 0, first);
      return zone.utcOffset(at) * 1000;
    };
    return Number.isFinite(offsetAt(Date.UTC(2026, 0, 1))) ? { kind: "own", name: "", offsetAt } : null;
  } catch {
    return null;
  }
}
