// Keeps the newest state of something that changes faster than it can be saved.

export interface KeepLatest<T> {
  /** Saves `value` now, or as soon as the save under way has ended; values overtaken meanwhile are passed over. */
  push(value: T): void;
  /** Takes no more values, and resolves once nothing is being saved. */
  stop(): Promise<void>;
  /** Takes values again after a stop. */
  resume(): void;
}

/** At most one `save` at a time, and the newest value always last. `save` answers by itself for what fails. */
export function keepLatest<T>(save: (value: T) => Promise<void>): KeepLatest<T> {
  let waiting: { readonly value: T } | null = null;
  let running: Promise<void> | null = null;
  let isStopped = false;

  async function run(): Promise<void> {
    while (waiting !== null) {
      const { value } = waiting;
      waiting = null;
      // One after the other is the point.
      // oxlint-disable-next-line no-await-in-loop
      await save(value);
    }
    running = null;
  }

  return {
    push(value) {
      if (isStopped) return;
      waiting = { value };
      running ??= run();
    },
    async stop() {
      isStopped = true;
      waiting = null;
      await running;
    },
    resume() {
      isStopped = false;
    },
  };
}
