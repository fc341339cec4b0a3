// Well-formed entries for tests, chained per log.
import { createHash } from "node:crypto";
import type { EntryLines, LogHead } from "#core/host/shapes.ts";
import { noHash } from "#core/log/entry.ts";

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Makes the entries of one device; each call goes on where the last one of that log ended. */
export class EntryMaker {
  readonly #heads = new Map<string, LogHead>();

  next(log: string, value: string): EntryLines {
    const { seq, hash } = this.#heads.get(log) ?? { seq: 0, hash: noHash };
    const b = JSON.stringify({ g: `group-${seq}`, o: [["posts", value, { name: value }, {}]] });
    const header = {
      l: log,
      s: seq + 1,
      p: hash,
      h: "2026-11-24T05:31:25.123Z/0000",
      u: "user",
      v: 1,
      k: "tx",
    };
    const h = JSON.stringify({ ...header, b: sha256(b) });
    this.#heads.set(log, { seq: seq + 1, hash: sha256(h) });
    return { h, b };
  }

  /** Goes back to what a host says, as after a refused append. */
  startFrom(heads: Readonly<Record<string, LogHead>>): void {
    this.#heads.clear();
    for (const [log, head] of Object.entries(heads)) this.#heads.set(log, head);
  }
}
