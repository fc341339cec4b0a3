// The longest time the page's main thread was not free while something ran.

/** How often the thread is asked for. */
const everyMs = 5;

/** Runs the work; how long it took, and the longest gap between two beats of a short timer meanwhile: both in ms. */
export async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly spent: number; readonly gap: number }> {
  const started = performance.now();
  let last = started;
  let gap = 0;
  const beat = () => {
    gap = Math.max(gap, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(beat, everyMs);
  const value = await work();
  clearInterval(timer);
  beat();
  return { value, spent: performance.now() - started, gap };
}
