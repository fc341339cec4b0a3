// The longest time the page drew nothing and heard no key while something ran.

/** Runs the work; how long it took, and the longest time between two frames meanwhile: both in ms. */
export async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly spent: number; readonly gap: number }> {
  const started = performance.now();
  let last = started;
  let gap = 0;
  const beat = (): void => {
    gap = Math.max(gap, performance.now() - last);
    last = performance.now();
  };
  let request = 0;
  const everyFrame = (): void => {
    beat();
    request = requestAnimationFrame(everyFrame);
  };
  request = requestAnimationFrame(everyFrame);
  const value = await work();
  cancelAnimationFrame(request);
  beat();
  return { value, spent: performance.now() - started, gap };
}
