// Wrong passphrases make the next try wait, longer each time, for as long as this host runs. Nothing is ever wiped.
import { AppError } from "#core/host/errors.ts";

/** So many slips cost nothing: a hand on the wrong key is no attack. */
const free = 3;
const longestSeconds = 300;

export class Guesses {
  readonly #now: () => number;
  readonly #wrong = new Map<string, { readonly count: number; readonly until: number }>();

  /** `now` in milliseconds, never going back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Throws `vault/wait` (facts: seconds) while the wait after the last wrong one lasts. */
  check(id: string): void {
    const left = (this.#wrong.get(id)?.until ?? 0) - this.#now();
    if (left > 0) throw new AppError("vault/wait", { seconds: Math.ceil(left / 1000) });
  }

  /** Notes a wrong passphrase; the answer is what to throw (facts: seconds to wait). */
  wrong(id: string): AppError {
    const count = (this.#wrong.get(id)?.count ?? 0) + 1;
    const seconds = count < free ? 0 : Math.min(2 ** (count - free), longestSeconds);
    this.#wrong.set(id, { count, until: this.#now() + seconds * 1000 });
    return new AppError("vault/wrong-passphrase", { seconds });
  }

  right(id: string): void {
    this.#wrong.delete(id);
  }
}
