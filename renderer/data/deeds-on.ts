// What was done to some records: their entries, read from the journal where the touches say they stand.
import Dexie from "dexie";
import type { HostBridge } from "#core/host/bridge.ts";
import type { JournalPlace, JournalRead } from "#core/host/shapes.ts";
import { type Deed, deedsOf } from "#core/log/deeds.ts";
import { type Entry, readEntry } from "#core/log/entry.ts";
import { valueOf } from "./follow.ts";
import type { Db } from "./open-db.ts";
import { recordKey, type RecordName, touchesKey } from "./touches.ts";

/** All deeds on each record, by its key. */
export async function deedsOn(
  db: Db,
  host: HostBridge,
  records: readonly RecordName[],
): Promise<ReadonlyMap<string, readonly Deed[]>> {
  const deeds = new Map<string, Deed[]>(records.map(({ table, id }) => [recordKey(table, id), []]));
  const frames = new Set<number>();
  await db.transaction("r", [db.touches], async () => {
    const found = await Promise.all(
      [...deeds.keys()].map((record) =>
        db.touches.where(touchesKey).between([record, Dexie.minKey], [record, Dexie.maxKey]).primaryKeys(),
      ),
    );
    for (const [, frame] of found.flat()) frames.add(frame);
  });
  for (const [first, last] of runsOf(frames)) {
    for await (const { number, entries } of framesBetween(host, first, last)) {
      if (!frames.has(number)) continue;
      for (const entry of entries) {
        for (const { table, id, deed } of deedsOf(entry)) deeds.get(`${table}/${id}`)?.push(deed);
      }
    }
  }
  return deeds;
}

/** Frames this near to each other are read in one go. */
const near = 8;
const batchBytes = 4_000_000;

function runsOf(frames: ReadonlySet<number>): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const frame of [...frames].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && frame - run[1] <= near) run[1] = frame;
    else runs.push([frame, frame]);
  }
  return runs;
}

interface ReadFrame {
  readonly number: number;
  readonly entries: readonly Entry[];
}

/** Frames of the journal from `first` to `last`; a very large one in parts. */
export async function* framesBetween(
  host: HostBridge,
  first: number,
  last: number,
): AsyncGenerator<ReadFrame> {
  let from: JournalPlace | null = { frame: first, entry: 0 };
  while (from !== null && from.frame <= last) {
    const ask = { from, to: last, maxBytes: batchBytes };
    const read: JournalRead = valueOf(await host.call("journal.read", ask));
    for (const { number, entries } of read.frames) {
      if (number <= last) yield { number, entries: entries.map((lines) => readEntry(lines)) };
    }
    from = read.next;
  }
}
