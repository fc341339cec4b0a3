// Days and instants of the sample, all counted from the Friday on which the cable went out.

/** Offsets are whole days from the anchor; clocks are "HH:MM" on the wall of the zone named. */
export interface Calendar {
  /** The Friday of the cable, ISO day. */
  readonly anchor: string;
  /** ISO day. */
  readonly day: (offset: number) => string;
  /** ISO instant with Z. */
  readonly at: (offset: number, clock: string, timeZone: string) => string;
}

/** The last day on which anybody in the sample writes something, counted from the anchor (a Thursday). */
export const lastTold = 20;
/** Report-by of the directive, and the leaders' meeting it looks to, counted from the anchor. */
export const reportByOffset = 14;
export const leadersMeetingOffset = 24;

export function calendarOf(anchor: string): Calendar {
  const start = Temporal.PlainDate.from(anchor);
  return {
    anchor: start.toString(),
    day: (offset) => start.add({ days: offset }).toString(),
    at: (offset, clock, timeZone) =>
      start
        .add({ days: offset })
        .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(clock) })
        .toInstant()
        .toString(),
  };
}

/** The Friday to tell the sample from, so that all of it is past on `today` (ISO day) in every zone: 22 to 28 days before. */
export function sampleAnchor(today: string): string {
  const last = Temporal.PlainDate.from(today).subtract({ days: lastTold + 2 });
  return last.subtract({ days: (last.dayOfWeek + 2) % 7 }).toString();
}
