// What was done to some records: their entries, read from the journal where the touches say they stand.
import type { HostBridge } from "#core/host/bridge.ts";
import type { JournalPlace, JournalRead } from "#core/host/shapes.ts";
import { type Deed, deedsOf } from "#core/log/deeds.ts";
import { type Entry, readEntry } from "#core/log/entry.ts";
import { eachBetweenFrames } from "./between-frames.ts";
import { valueOf } from "./follow.ts";
import type { Db } from "./open-db.ts";
import { recordKey, type RecordName } from "./touches.ts";

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

/** So many records are looked for one by one; of more, all that lies between the first and the last of a stretch. */
const few = 200;
const stretch = 2000;
const placesAtOnce = 200;

async function framesOfFew(db: Db, records: readonly string[]): Promise<ReadonlySet<number>> {
  const places = await db.transaction("r", [db.entryTouches], () =>
    Promise.all(records.map((record) => db.entryTouches.where("records").equals(record).primaryKeys())),
  );
  return new Set(places.flat().map(([frame]) => frame));
}

/** What was written together has ids that follow each other: there is little else between them, and that is told by its records. */
async function framesOfMany(db: Db, records: ReadonlyMap<string, unknown>): Promise<ReadonlySet<number>> {
  const frames = new Set<number>();
  const inOrder = [...records.keys()].sort();
  for (let at = 0; at < inOrder.length; at += stretch) {
    const some = inOrder.slice(at, at + stretch);
    const between = db.entryTouches.where("records").between(some[0], some.at(-1), true, true);
    const met = new Map((await between.primaryKeys()).map((place) => [place.join("/"), place]));
    const places = [...met.values()];
    for (let from = 0; from < places.length; from += placesAtOnce) {
      const unsure = places.slice(from, from + placesAtOnce).filter(([frame]) => !frames.has(frame));
      for (const touches of unsure.length === 0 ? [] : await db.entryTouches.bulkGet(unsure)) {
        if (touches?.records.some((record) => records.has(record))) frames.add(touches.frame);
      }
    }
  }
  return frames;
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
