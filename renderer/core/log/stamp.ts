// The hybrid clock: stamps that never run backwards, sort as text, and stay close to the wall clock.

/** `2026-11-24T05:31:25.123Z/0004`: the wall clock at its latest, then a counter in hex. */
export type Stamp = string;

const lastCounter = 0xffff;

/** The next stamp after `last`, at wall time `now` (ISO instant with milliseconds and Z). A clock set back does not set stamps back. */
export function nextStamp(last: Stamp | null, now: string): Stamp {
  if (last === null) return `${now}/0000`;
  const { time, counter } = partsOf(last);
  if (now > time) return `${now}/0000`;
  if (counter < lastCounter) return `${time}/${hex(counter + 1)}`;
  return `${new Date(Date.parse(time) + 1).toISOString()}/0000`;
}

/** Whether a text of another device is a stamp. */
export function isStamp(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z\/[0-9a-f]{4}$/.test(text);
}

/** The instant a stamp was made at, as its writer's clock had it. */
export function instantOf(stamp: Stamp): string {
  return partsOf(stamp).time;
}

/** Orders writes that did not see each other: by stamp, ties by log. Decides only what is shown meanwhile. */
export function isLater(a: { stamp: Stamp; log: string }, b: { stamp: Stamp; log: string }): boolean {
  return a.stamp === b.stamp ? a.log > b.log : a.stamp > b.stamp;
}

function partsOf(stamp: Stamp): { time: string; counter: number } {
  const slash = stamp.lastIndexOf("/");
  return { time: stamp.slice(0, slash), counter: Number.parseInt(stamp.slice(slash + 1), 16) };
}

function hex(counter: number): string {
  return counter.toString(16).padStart(4, "0");
}
