// Long work done in stretches, so that the page may draw and hear keys between them.

/** Longest stretch before the page has its turn. */
const stretchMs = 12;

/** What the work answers; null where `signal` said stop. `tell` hears what it yields, once a stretch. */
export async function betweenFrames<Y, R>(
  work: Generator<Y, R>,
  signal: AbortSignal | null,
  tell: (progress: Y) => void = () => undefined,
): Promise<R | null> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < stretchMs) continue;
    tell(step.value);
    await scheduler.yield();
    if (signal?.aborted) return null;
    since = performance.now();
  }
}
