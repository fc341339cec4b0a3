// What the process that is killed and the test that looks after it agree on.

/** How many entries each imported batch has. */
export const batchEntries = 150;

/** The instant of a backup: each a day after the one before, so that rotation has work to do. */
export function dayAfter(days: number): string {
  return new Date(Date.UTC(2026, 0, 1, 12) + days * 86_400_000).toISOString();
}
