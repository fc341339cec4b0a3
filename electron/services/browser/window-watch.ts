// Tells when the window the host has opened is gone, so that the host does not outlive it unseen.

export interface WindowWatchOptions {
  /** Without a page for this long, the window counts as gone. */
  readonly idleMs: number;
  readonly onFirstPage: () => void;
  readonly onGone: () => void;
  /** The browser ended without ever showing the page. */
  readonly onStillborn: () => void;
}

/** Watches from `opened()` on; before that, pages may come and go. */
export class WindowWatch {
  readonly #options: WindowWatchOptions;
  #isWatching = false;
  #hadPage = false;
  #pages = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: WindowWatchOptions) {
    this.#options = options;
  }

  opened(): void {
    this.#isWatching = true;
    this.#wait();
  }

  /** How many pages are connected now. */
  pages(open: number): void {
    this.#pages = open;
    clearTimeout(this.#idle);
    if (open > 0 && !this.#hadPage) {
      this.#hadPage = true;
      this.#options.onFirstPage();
    }
    if (open === 0 && this.#isWatching) this.#wait();
  }

  /** The browser's process has ended: at once gone where it had shown the page. One that handed over to another may not have yet. */
  browserEnded(isFailure: boolean): void {
    if (this.#hadPage && this.#pages === 0) this.#options.onGone();
    else if (isFailure && !this.#hadPage) {
      this.stop();
      this.#options.onStillborn();
    }
  }

  stop(): void {
    this.#isWatching = false;
    clearTimeout(this.#idle);
  }

  #wait(): void {
    this.#idle = setTimeout(this.#options.onGone, this.#options.idleMs);
  }
}
