// Long work done in stretches, so that the page may draw and hear keys between them.

/** Longest stretch before the page has its turn. */
const stretchMs = 12;

/** Until frames, keys and messages have had their turn: a plain yield comes before frames, for up to 100 ms of them. */
export function turnOfThePage(): Promise<void> {
  return scheduler.postTask(() => undefined, { priority: "background" });
}

/** To be awaited between the steps of long work: gives the page its turn where it has not had it for a stretch. */
export function pacer(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < stretchMs) return;
    await turnOfThePage();
    since = performance.now();
  };
}

/** Does `work` for each item, in order. */
export async function eachBetweenFrames<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  await betweenFrames(each(items, work));
}

function* each<T>(items: Iterable<T>, work: (item: T) => void): Generator<null, void> {
  for (const item of items) {
    work(item);
    yield null;
  }
}

/** What the work answers; null where `signal` said stop. `tell` hears what it yields, once a stretch. */
export function betweenFrames<R>(work: Generator<unknown, R>, signal?: null): Promise<R>;
export function betweenFrames<Y, R>(
  work: Generator<Y, R>,
  signal: AbortSignal,
  tell: (progress: Y) => void,
): Promise<R | null>;
export async function betweenFrames<Y, R>(
  work: Generator<Y, R>,
  signal: AbortSignal | null = null,
  tell: (progress: Y) => void = () => undefined,
): Promise<R | null> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < stretchMs) continue;
    tell(step.value);
    await turnOfThePage();
    if (signal?.aborted) return null;
    since = performance.now();
  }
}
