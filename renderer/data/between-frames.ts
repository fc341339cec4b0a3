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

/** Who waits for long work: may stop it, and hears what it yields, once a stretch. */
export interface FrameWatch<Y> {
  readonly signal: AbortSignal;
  readonly tell: (progress: Y) => void;
}

/** Does `work` for each item, in order, or until it is stopped; a watch hears how many are done. */
export async function eachBetweenFrames<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  watch: FrameWatch<number> | null = null,
): Promise<void> {
  await (watch === null ? betweenFrames(each(items, work)) : betweenFrames(each(items, work), watch));
}

function* each<T>(items: Iterable<T>, work: (item: T) => void): Generator<number, void> {
  let done = 0;
  for (const item of items) {
    work(item);
    done += 1;
    yield done;
  }
}

/** What the work answers; null where it was stopped. */
export function betweenFrames<R>(work: Generator<unknown, R>): Promise<R>;
export function betweenFrames<Y, R>(work: Generator<Y, R>, watch: FrameWatch<Y>): Promise<R | null>;
export async function betweenFrames<Y, R>(
  work: Generator<Y, R>,
  watch: FrameWatch<Y> | null = null,
): Promise<R | null> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < stretchMs) continue;
    watch?.tell(step.value);
    await turnOfThePage();
    if (watch?.signal.aborted === true) return null;
    since = performance.now();
  }
}
