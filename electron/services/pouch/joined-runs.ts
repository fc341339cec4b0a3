// The segments of each log, joined to one run as they are opened: each must begin where the one before it ends.
import { AppError } from "#core/host/errors.ts";
import type { EntryLines } from "#core/host/shapes.ts";
import { pouchLimits } from "./pouch-limits.ts";
import type { Segment } from "./segment.ts";

export class JoinedRuns {
  readonly #runs = new Map<string, { segment: Segment; readonly entries: EntryLines[] }>();
  #entries = 0;
  #text = 0;

  /** Throws `pouch/damaged` (facts: part) where it does not follow, or is more than a pouch holds. */
  add(segment: Segment, part: string): void {
    const damaged = (): AppError => new AppError("pouch/damaged", { part });
    this.#entries += segment.entries.length;
    this.#text += segment.entries.reduce((sum, { h, b }) => sum + h.length + (b?.length ?? 0), 0);
    if (this.#entries > pouchLimits.entries || this.#text > pouchLimits.text) throw damaged();
    const run = this.#runs.get(segment.log);
    if (!run) {
      this.#runs.set(segment.log, { segment, entries: [...segment.entries] });
      return;
    }
    if (segment.from !== run.segment.to + 1 || segment.previous !== run.segment.last) throw damaged();
    run.segment = { ...run.segment, to: segment.to, last: segment.last };
    for (const entry of segment.entries) run.entries.push(entry);
  }

  /** In the order of their names. */
  all(): readonly Segment[] {
    return [...this.#runs.values()]
      .map(({ segment, entries }) => ({ ...segment, entries }))
      .toSorted((a, b) => (a.log < b.log ? -1 : 1));
  }
}
