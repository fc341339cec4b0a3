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
  /** How many frames it is from; one is never parted. */
  readonly frames: number;
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
 * As many frames as fit, at least one, in the order of the journal: what follows has seen what is here. An attachment
 * goes with the entry that names it, so that a receipt for the one is a receipt for the other; where a frame names more
 * than fits, and for what no entry of the part names, there is what room is left. Throws `record/out-of-scope` for a log
 * that never leaves its device.
 */
export async function partOf(journal: Pick<Journal, "read">, wish: Wish): Promise<JournalPart> {
  const { logs, files: sizes, most, front, density } = wish;
  for (const log of Object.keys(logs)) {
    const scope = partsOfLog(log)?.scope;
    if (scope === undefined || scope === "local")
      throw new AppError("record/out-of-scope", { table: log, scope: "local" });
  }
  const runs = new Map<string, { from: number; previous: string; entries: EntryLines[] }>();
  const files = new Set<string>();
  let [entries, text, frames] = [0, 0, 0];
  let room = most.bytes - front;
  const mayTake = (sha256: string) => {
    const bytes = (sizes.get(sha256) ?? 0) + fileOverhead;
    if (files.has(sha256) || bytes > room || files.size >= most.parts / 2) return;
    files.add(sha256);
    room -= bytes;
  };
  let isWhole = true;
  for await (const wanted of wantedFrames(journal, logs)) {
    const length = wanted.reduce((sum, { lines: { h, b } }) => sum + h.length + (b?.length ?? 0), 0);
    const named = namedIn(wanted).filter((sha256) => sizes.has(sha256) && !files.has(sha256));
    const bytes = named.reduce((sum, sha256) => sum + (sizes.get(sha256) ?? 0) + fileOverhead, 0);
    const fits =
      entries + wanted.length <= most.entries &&
      text + length <= most.text &&
      length * density + bytes <= room;
    if (frames > 0 && !fits) {
      isWhole = false;
      break;
    }
    frames += 1;
    entries += wanted.length;
    text += length;
    room -= length * density;
    for (const { lines, log, seq, previous } of wanted) {
      const run = runs.get(log) ?? { from: seq, previous: seq === 1 ? noHash : previous, entries: [] };
      run.entries.push(lines);
      runs.set(log, run);
    }
    for (const sha256 of named) mayTake(sha256);
  }
  if (isWhole) for (const sha256 of sizes.keys()) mayTake(sha256);
  return {
    runs: [...runs].map(([log, run]) => ({ log, ...run })).toSorted((a, b) => (a.log < b.log ? -1 : 1)),
    files: [...files],
    entries,
    text,
    frames,
  };
}

/** What an attachment takes beside its content: its seal, its headers in the archive, its lines in the envelope. */
export const fileOverhead = 700;
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
