// What is being read for a page: it hears how far that is, and may stop it.
import type { HearProgress, StopSignal } from "#core/host/open-files.ts";

export class Readings {
  readonly #going = new Set<AbortController>();
  readonly #hear: HearProgress;

  constructor(hear: HearProgress) {
    this.#hear = hear;
  }

  /** Answers what `work` does. */
  async run<T>(work: (signal: StopSignal, hear: HearProgress) => Promise<T>): Promise<T> {
    const reading = new AbortController();
    this.#going.add(reading);
    try {
      return await work(reading.signal, this.#hear);
    } finally {
      this.#going.delete(reading);
    }
  }

  stop(): void {
    for (const reading of this.#going) reading.abort();
  }
}
