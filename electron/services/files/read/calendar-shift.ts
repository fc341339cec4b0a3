// Times moved along with others: by as much as a change moved one of them, by a length, or by how long something takes.
import { epochOf, instantIn, wallAt, type Zone } from "./calendar-time.ts";
import type { ZonedTime } from "./calendar-zones.ts";

const dayMilliseconds = 86_400_000;

/** A length as RFC 5545 writes it, from nothing upwards: days that follow the calendar, and seconds that pass. */
export interface Length {
  readonly days: number;
  readonly seconds: number;
}

const number = (digits: string | undefined): number => Number(digits ?? 0);

/** Null for what is no length, or one below nothing. */
export function lengthOf(text: string): Length | null {
  const [whole, weeks, days, hours, minutes, seconds] =
    /^\+?P(?=[\dT])(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,11})S)?)?$/i.exec(
      text.trim(),
    ) ?? [];
  if (whole === undefined) return null;
  return {
    days: number(weeks) * 7 + number(days),
    seconds: number(hours) * 3600 + number(minutes) * 60 + number(seconds),
  };
}

/** Null where the calendar has no such time. */
export function after(time: ZonedTime, { days, seconds }: Length): ZonedTime | null {
  const moved = movedWall(time.wall, days * dayMilliseconds);
  // A length of hours says nothing of a whole day.
  if (moved === null || time.isDay || seconds === 0) return moved === null ? null : { ...time, wall: moved };
  return atInstant(instantIn(moved, time.zone) + seconds * 1000, time, time.zone);
}

/** As long after `start` as `end` is after `begin`, to the second. Null where the calendar has no such time. */
export function afterSameTime(start: ZonedTime, begin: ZonedTime, end: ZonedTime): ZonedTime | null {
  if (start.isDay || begin.isDay || end.isDay) return alongWith(start, begin, end);
  const milliseconds = instantIn(end.wall, end.zone) - instantIn(begin.wall, begin.zone);
  return atInstant(instantIn(start.wall, start.zone) + milliseconds, end, end.zone);
}

/**
 * A time moved by as much as the clock shows that `from` was moved to `to`; a change of clocks between them does not
 * count. Where a time became a day, or a day a time, the others do. Null where the calendar has no such time.
 */
export function alongWith(time: ZonedTime, from: ZonedTime, to: ZonedTime): ZonedTime | null {
  if (to.isDay || from.isDay) {
    const day = movedWall(time.wall.slice(0, 10), apart(from.wall.slice(0, 10), to.wall.slice(0, 10)));
    return day === null ? null : { ...to, wall: `${day}${to.wall.slice(10)}` };
  }
  const isShown = to.zone === from.zone || to.zone.kind === "floating" || from.zone.kind === "floating";
  const wall = isShown ? to.wall : wallAt(instantIn(to.wall, to.zone), from.zone);
  const moved = movedWall(time.wall, apart(from.wall, wall));
  return moved === null ? null : { ...time, wall: moved, zone: isShown ? to.zone : time.zone };
}

function apart(from: string, to: string): number {
  return (epochOf(to) ?? 0) - (epochOf(from) ?? 0);
}

function movedWall(wall: string, milliseconds: number): string | null {
  return wallOf((epochOf(wall) ?? NaN) + milliseconds)?.slice(0, wall.length) ?? null;
}

function atInstant(epoch: number, like: ZonedTime, zone: Zone): ZonedTime | null {
  const wall = Math.abs(epoch) < lastEpoch ? wallOf(epoch + zone.offsetAt(epoch)) : null;
  return wall === null ? null : { ...like, wall };
}

/** Years of four digits, away from their ends by more than any zone. */
const lastEpoch = Date.UTC(9999, 11, 30);

function wallOf(epoch: number): string | null {
  if (!(Math.abs(epoch) < lastEpoch)) return null;
  const wall = new Date(epoch).toISOString().slice(0, 19);
  return /^\d{4}-/.test(wall) ? wall : null;
}
