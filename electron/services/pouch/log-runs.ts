// The part of the journal that goes into a pouch: of each log, what its addressee has not acknowledged.
import { z } from "zod";
import { AppError } from "#core/host/errors.ts";
import type { EntryLines } from "#core/host/shapes.ts";
import { noHash, partsOfLog } from "#core/log/entry.ts";
import type { Journal } from "../journal/journal.ts";
import type { PouchLimits } from "./pouch-limits.ts";
import type { LogRun } from "./seal-pouch.ts";

const batchBytes = 8_000_000;
const place = z.object({ l: z.string(), s: z.int(), p: z.string() });

/** Part of the journal, log by log, with the attachments its entries name. */
export interface JournalPart {
  readonly runs: readonly LogRun[];
  /** SHA-256. */
  readonly files: readonly string[];
  readonly entries: number;
  /** Characters of all entries. */
  readonly text: number;
}

/** What one pouch holds, and what there is to choose from. */
export interface Wish {
  /** Of each log, the first number wanted. */
  readonly logs: Readonly<Record<string, number>>;
  /** Bytes of each attachment wanted, by SHA-256. */
  readonly files: ReadonlyMap<string, number>;
  readonly most: PouchLimits;
  /** Bytes that a pouch takes that holds nothing. */
  readonly front: number;
  /** Bytes that a character of an entry takes once it is sealed. */
  readonly density: number;
}

/**
 * As many frames as fit, in the order of the journal: what follows has seen what is here. Only a frame that is more than a
 * pouch by itself, as a large import is, is parted, at an entry; there is always one entry at least. An attachment
 * goes with the entry that names it, so that a receipt for the one is a receipt for the other; where a frame names more
 * than fits, and for what no entry of the part names, there is what room is left. Throws `record/out-of-scope` for a log
 * that never leaves its device.
 */
export async function partOf(journal: Pick<Journal, "read">, wish: Wish): Promise<JournalPart> {
  const { logs, files } = wish;
  for (const log of Object.keys(logs)) {
    const scope = partsOfLog(log)?.scope;
    if (scope === undefined || scope === "local")
      throw new AppError("record/out-of-scope", { table: log, scope: "local" });
  }
  const filling = new Filling(wish);
  for await (const wanted of wantedFrames(journal, logs)) {
    if (filling.holds(wanted)) {
      filling.take(wanted);
      continue;
    }
    if (!new Filling(wish).holds(wanted)) for (const some of filling.firstOf(wanted)) filling.take([some]);
    return filling.part();
  }
  for (const sha256 of files.keys()) filling.takeFile(sha256);
  return filling.part();
}

/** What an attachment takes beside its content: its seal, its headers in the archive, its lines in the envelope. */
export const fileOverhead = 700;

class Filling {
  readonly #wish: Wish;
  readonly #runs = new Map<string, { from: number; previous: string; entries: EntryLines[] }>();
  readonly #files = new Set<string>();
  #entries = 0;
  #text = 0;
  /** Bytes. */
  #room: number;

  constructor(wish: Wish) {
    this.#wish = wish;
    this.#room = wish.most.bytes - wish.front;
  }

  get isEmpty(): boolean {
    return this.#entries === 0;
  }

  holds(wanted: readonly Wanted[]): boolean {
    const { most, density } = this.#wish;
    const text = lengthOf(wanted);
    const files = this.#newIn(wanted).reduce((sum, sha256) => sum + this.#sizeOf(sha256), 0);
    return (
      this.#entries + wanted.length <= most.entries &&
      this.#text + text <= most.text &&
      text * density + files <= this.#room
    );
  }

  take(wanted: readonly Wanted[]): void {
    const text = lengthOf(wanted);
    this.#entries += wanted.length;
    this.#text += text;
    this.#room -= text * this.#wish.density;
    for (const { lines, log, seq, previous } of wanted) {
      const run = this.#runs.get(log) ?? { from: seq, previous: seq === 1 ? noHash : previous, entries: [] };
      run.entries.push(lines);
      this.#runs.set(log, run);
    }
    for (const sha256 of this.#newIn(wanted)) this.takeFile(sha256);
  }

  /** The entries at the beginning of a frame that fit one after the other; the first whether it fits or not. */
  *firstOf(wanted: readonly Wanted[]): Generator<Wanted> {
    for (const some of wanted) {
      if (!this.isEmpty && !this.holds([some])) return;
      yield some;
    }
  }

  takeFile(sha256: string): void {
    const bytes = this.#sizeOf(sha256);
    const { parts } = this.#wish.most;
    if (this.#files.has(sha256) || bytes > this.#room || this.#files.size >= parts / 2) return;
    this.#files.add(sha256);
    this.#room -= bytes;
  }

  part(): JournalPart {
    const runs = [...this.#runs].map(([log, run]) => ({ log, ...run }));
    return {
      runs: runs.toSorted((a, b) => (a.log < b.log ? -1 : 1)),
      files: [...this.#files],
      entries: this.#entries,
      text: this.#text,
    };
  }

  #newIn(wanted: readonly Wanted[]): readonly string[] {
    return namedIn(wanted).filter((sha256) => this.#wish.files.has(sha256) && !this.#files.has(sha256));
  }

  #sizeOf(sha256: string): number {
    return (this.#wish.files.get(sha256) ?? 0) + fileOverhead;
  }
}

function lengthOf(wanted: readonly Wanted[]): number {
  return wanted.reduce((sum, { lines: { h, b } }) => sum + h.length + (b?.length ?? 0), 0);
}

const mentions = /[0-9a-f]{64}/g;

function namedIn(wanted: readonly Wanted[]): readonly string[] {
  return [...new Set(wanted.flatMap(({ lines: { b } }) => b?.match(mentions) ?? []))];
}

interface Wanted {
  readonly lines: EntryLines;
  readonly log: string;
  readonly seq: number;
  readonly previous: string;
}

/** Of each frame that has any, the entries wanted. */
async function* wantedFrames(
  journal: Pick<Journal, "read">,
  logs: Readonly<Record<string, number>>,
): AsyncGenerator<readonly Wanted[]> {
  if (Object.keys(logs).length === 0) return;
  for (let from: number | null = 1; from !== null;) {
    const { frames, next }: Awaited<ReturnType<Journal["read"]>> = await journal.read(from, batchBytes);
    for (const { entries } of frames) {
      const wanted = entries.flatMap((lines): Wanted[] => {
        const { l: log, s: seq, p: previous } = place.parse(JSON.parse(lines.h));
        const first = Object.hasOwn(logs, log) ? logs[log] : undefined;
        return first === undefined || seq < first ? [] : [{ lines, log, seq, previous }];
      });
      if (wanted.length > 0) yield wanted;
    }
    from = next;
  }
}
