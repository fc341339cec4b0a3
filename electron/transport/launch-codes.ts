// Who may speak to the loopback host: launch codes good once, and the session tokens they are exchanged for.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Milliseconds a launch code is good for. */
export const launchCodeMs = 30_000;

interface Code {
  readonly digest: Buffer;
  readonly until: number;
  isUsed: boolean;
}

export type Exchange =
  | { readonly kind: "session"; readonly token: string }
  | { readonly kind: "refused"; readonly why: "unknown" | "late" | "used" };

/** Only digests are kept. `now` answers milliseconds. */
export class LaunchCodes {
  readonly #now: () => number;
  #codes: Code[] = [];
  readonly #sessions: Buffer[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** 128 random bits, base64url. */
  newCode(): string {
    const code = randomBytes(16).toString("base64url");
    const stillTold = this.#codes.filter((other) => other.until > this.#now() - 60 * launchCodeMs);
    this.#codes = [
      ...stillTold,
      { digest: digestOf(code), until: this.#now() + launchCodeMs, isUsed: false },
    ];
    return code;
  }

  exchange(code: string): Exchange {
    const known = this.#codes.find(({ digest }) => timingSafeEqual(digest, digestOf(code)));
    if (!known) return { kind: "refused", why: "unknown" };
    if (known.isUsed) return { kind: "refused", why: "used" };
    if (this.#now() > known.until) return { kind: "refused", why: "late" };
    known.isUsed = true;
    const token = randomBytes(32).toString("base64url");
    this.#sessions.push(digestOf(token));
    return { kind: "session", token };
  }

  isSession(token: string): boolean {
    const digest = digestOf(token);
    return this.#sessions.some((session) => timingSafeEqual(session, digest));
  }
}

/** Digests have one length, so that comparing them takes the same time for every text. */
function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
