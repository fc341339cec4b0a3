// What was done to some records: their entries, read from the journal where the touches say they stand.
import Dexie from "dexie";
import type { HostBridge } from "#core/host/bridge.ts";
import type { JournalPlace, JournalRead } from "#core/host/shapes.ts";
import { type Deed, deedsOf } from "#core/log/deeds.ts";
import { type Entry, readEntry } from "#core/log/entry.ts";
import { eachBetweenFrames } from "./between-frames.ts";
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
  const frames = await (deeds.size > few ? framesOfMany(db, deeds) : framesOfFew(db, [...deeds.keys()]));
  for (const [first, last] of runsOf(frames)) {
    for await (const { number, entries } of framesBetween(host, first, last)) {
      if (!frames.has(number)) continue;
      await eachBetweenFrames(entries, (entry) => {
        for (const { table, id, deed } of deedsOf(entry)) deeds.get(`${table}/${id}`)?.push(deed);
      });
    }
  }
  return deeds;
}

/** So many records are looked for one by one; of more, all that lie between the first and the last are passed over. */
const few = 200;
const keysAtOnce = 5000;

async function framesOfFew(db: Db, records: readonly string[]): Promise<ReadonlySet<number>> {
  const frames = new Set<number>();
  await db.transaction("r", [db.touches], async () => {
    const found = await Promise.all(
      records.map((record) =>
        db.touches
          .where(touchesKey)
          .between(...touchesOn(record))
          .primaryKeys(),
      ),
    );
    for (const [, frame] of found.flat()) frames.add(frame);
  });
  return frames;
}

/** What was written together has ids that follow each other: there is little else between them. */
async function framesOfMany(db: Db, records: ReadonlyMap<string, unknown>): Promise<ReadonlySet<number>> {
  const frames = new Set<number>();
  const inOrder = [...records.keys()].sort();
  const [, end] = touchesOn(inOrder.at(-1) ?? "");
  for (let [from] = touchesOn(inOrder[0] ?? ""); ;) {
    const keys = await db.touches.where(touchesKey).between(from, end).limit(keysAtOnce).primaryKeys();
    for (const [record, frame] of keys) if (records.has(record)) frames.add(frame);
    const last = keys.at(-1);
    if (!last || keys.length < keysAtOnce) return frames;
    from = [...last, 0];
  }
}

type TouchPlace = readonly unknown[];

/** The keys between which the touches on a record lie. */
function touchesOn(record: string): [from: TouchPlace, to: TouchPlace] {
  return [
    [record, Dexie.minKey],
    [record, Dexie.maxKey],
  ];
}

/** Frames this near to each other are read in one go. */
const near = 8;
const batchBytes = 1_000_000;

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
    for (const { number, entries: lines } of read.frames) {
      if (number > last) break;
      const entries: Entry[] = [];
      await eachBetweenFrames(lines, (some) => entries.push(readEntry(some)));
      yield { number, entries };
    }
    from = read.next;
  }
}
