// What was copied in the app does not lie on the clipboard for ever: cleared after a while, unless another program has
// put something else there since.
import { createHash } from "node:crypto";

/** The system's clipboard, as far as it is needed. */
export interface Clipboard {
  readText(): Promise<string>;
  clear(): void;
}

/** Half a minute, as password managers have it: long enough to paste, short enough to be forgotten safely. */
const keptMs = 30_000;

export class CopiedText {
  readonly #clipboard: Clipboard;
  #digest: string | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(clipboard: Clipboard) {
    this.#clipboard = clipboard;
  }

  /** Something was just copied in the app. */
  async noted(): Promise<void> {
    this.#digest = await this.#held();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.clear(), keptMs).unref();
  }

  /** Clears what was noted last, where it still is what the clipboard holds. */
  async clear(): Promise<void> {
    clearTimeout(this.#timer);
    const noted = this.#digest;
    this.#digest = null;
    if (noted !== null && (await this.#held()) === noted) this.#clipboard.clear();
  }

  /** Null where the clipboard cannot be read, and so cannot be ours. */
  async #held(): Promise<string | null> {
    try {
      return digestOf(await this.#clipboard.readText());
    } catch {
      return null;
    }
  }
}

/** The text itself is not kept beside the clipboard. */
function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
