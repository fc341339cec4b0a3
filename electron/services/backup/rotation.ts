// Which backups are kept: the newest of each of the last 7 days, 4 weeks and 12 months that have one.
const kept = { days: 7, weeks: 4, months: 12 } as const;
const dayMs = 86_400_000;
/** An automatic backup is made when the last one is older than this: once a day, also where the day begins earlier. */
const dueAfterMs = 20 * 3_600_000;

/** Of `made` (ISO instants), those that are kept; the newest always is. */
export function keptOf(made: readonly string[]): ReadonlySet<string> {
  const newestFirst = made.toSorted((a, b) => b.localeCompare(a));
  return new Set([
    ...newestOfEach(newestFirst, (at) => at.slice(0, 10), kept.days),
    ...newestOfEach(newestFirst, weekOf, kept.weeks),
    ...newestOfEach(newestFirst, (at) => at.slice(0, 7), kept.months),
  ]);
}

export function isDue(made: readonly string[], now: string): boolean {
  return made.every((at) => Date.parse(now) - Date.parse(at) > dueAfterMs);
}

function newestOfEach(
  newestFirst: readonly string[],
  periodOf: (at: string) => string,
  count: number,
): readonly string[] {
  const found = new Map<string, string>();
  for (const at of newestFirst) {
    const period = periodOf(at);
    if (!found.has(period)) found.set(period, at);
  }
  return [...found.values()].slice(0, count);
}

/** The Monday of the week, in UTC. */
function weekOf(at: string): string {
  const day = Date.parse(at.slice(0, 10));
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return new Date(day - sinceMonday * dayMs).toISOString().slice(0, 10);
}
