// What of the journal crosses between page and host: a frame too large for one message comes and goes in parts.
import { AppError } from "./errors.ts";
import type { EntryLines, Frame, JournalHead, JournalPlace, JournalRead } from "./shapes.ts";

/** A journal as it is read here: whole frames from number `from` on, at least one. */
export interface DoorJournal {
  readonly head: JournalHead;
  read(from: number, maxBytes: number): Promise<{ frames: readonly Frame[]; next: number | null }>;
}

const mostStagedMegabytes = 512;

export class JournalDoor {
  readonly #journal: () => DoorJournal;
  /** The frame last given out in part, so that it is not read and inflated again for each. */
  #held: { readonly journal: DoorJournal; readonly frame: Frame } | null = null;
  #staged: { readonly batch: string; readonly entries: EntryLines[]; size: number } | null = null;

  constructor(journal: () => DoorJournal) {
    this.#journal = journal;
  }

  /** From a place on, as much as fits `maxBytes`, at least one entry; nothing is read for the sake of frames after `to`. */
  async read(from: JournalPlace, maxBytes: number, to = Infinity): Promise<JournalRead> {
    const journal = this.#journal();
    const held =
      this.#held?.journal === journal && this.#held.frame.number === from.frame ? this.#held : null;
    this.#held = null;
    if (held) return this.#partOf(journal, held.frame, from.entry, maxBytes);
    const { frames, next } = await journal.read(from.frame, from.frame < to ? maxBytes : 1);
    const [first, second] = frames;
    // Only a frame that is larger than asked for comes alone.
    if (first && (from.entry > 0 || !second)) return this.#partOf(journal, first, from.entry, maxBytes);
    return { frames, next: next === null ? null : { frame: next, entry: 0 } };
  }

  /** Another batch takes the place of one that nobody has come back for. Throws `journal/too-large`. */
  stage(batch: string, entries: readonly EntryLines[]): void {
    this.#journal(); // throws where none is open
    if (this.#staged?.batch !== batch) this.#staged = { batch, entries: [], size: 0 };
    this.#staged.size += sizeOf(entries);
    if (this.#staged.size > mostStagedMegabytes * 1024 * 1024) {
      this.#staged = null;
      throw new AppError("journal/too-large", { limitMegabytes: mostStagedMegabytes });
    }
    for (const lines of entries) this.#staged.entries.push(lines);
  }

  /** The entries of a frame: those staged as `batch`, which are let go of, and the last ones. */
  whole(batch: string | undefined, last: readonly EntryLines[]): readonly EntryLines[] {
    if (batch === undefined) return last;
    const staged = this.#staged;
    this.#staged = null;
    if (staged?.batch !== batch) throw new AppError("host/bad-ask", { where: "batch" });
    return [...staged.entries, ...last];
  }

  /** Nothing of a workspace stays here once it is closed or locked. */
  letGo(): void {
    this.#held = null;
    this.#staged = null;
  }

  #partOf(journal: DoorJournal, { number, entries }: Frame, entry: number, maxBytes: number): JournalRead {
    let end = entry;
    let bytes = 0;
    for (const lines of entries.slice(entry)) {
      bytes += sizeOf([lines]);
      if (end > entry && bytes > maxBytes) break;
      end += 1;
    }
    const frames = [{ number, entries: entries.slice(entry, end) }];
    if (end < entries.length) {
      this.#held = { journal, frame: { number, entries } };
      return { frames, next: { frame: number, entry: end } };
    }
    return { frames, next: number < journal.head.frame ? { frame: number + 1, entry: 0 } : null };
  }
}

/** Characters, which are bytes near enough. */
export function sizeOf(entries: readonly EntryLines[]): number {
  return entries.reduce((sum, { h, b }) => sum + h.length + (b?.length ?? 0), 0);
}
