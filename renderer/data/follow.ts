// Brings the view up to the journal: replays what is missing, or rebuilds it all.
import type { HostBridge } from "#core/host/bridge.ts";
import { AppError, isErrorCode } from "#core/host/errors.ts";
import type { JournalHead, JournalPlace, LogHead } from "#core/host/shapes.ts";
import type { Failure, Result } from "#core/lib/result.ts";
import { type Entry, readEntry } from "#core/log/entry.ts";
import type { TableName } from "#core/model/tables.ts";
import { eachBetweenFrames } from "./between-frames.ts";
import { foldedRows, type KnownStates, loadStates, rowsOf, store } from "./fold-into.ts";
import { sha256 } from "./hash.ts";
import { newId } from "./ids.ts";
import { type Applied, type Db, empty, nothingApplied } from "./open-db.ts";

/** Frames done and to do, for the opening screen. */
export interface Progress {
  readonly frame: number;
  readonly of: number;
}

const batchBytes = 2_000_000;

/** How far another device's clock is followed beyond this one's. */
const aheadMs = 24 * 3_600_000;

/** Throws the failure of a host call as what it is, or answers its value. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw asError(result);
}

export function asError(failure: Failure): AppError {
  return new AppError(isErrorCode(failure.code) ? failure.code : "host/unexpected", failure.facts);
}

/**
 * Follows the journal to `head`. A view that knows more than the journal (a restored folder) or nothing at all is
 * rebuilt from the first frame: an empty view beside a journal is a recovery, never a first run.
 */
export async function follow(
  db: Db,
  host: HostBridge,
  head: JournalHead,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Applied> {
  const known = (await db.meta.get("applied")) ?? nothingApplied;
  const followed =
    known.frame > 0 && isOf(known, head) ? await replay(db, host, head, known, onProgress) : null;
  if (followed) return followed;
  await empty(db);
  const made = await replay(db, host, head, { ...nothingApplied, generation: newId() }, onProgress);
  if (!made) throw new Error("a view made from the first frame cannot be of another history");
  // Whoever read a table half made must know it for another.
  const whole = { ...made, generation: newId() };
  await db.meta.put(whole);
  return whole;
}

/** True where the mark is a point on this journal's way. */
function isOf(applied: Applied, head: JournalHead): boolean {
  if (applied.frame > head.frame) return false;
  return Object.entries(applied.heads).every(([log, mine]) => {
    const theirs = head.logs[log];
    return theirs !== undefined && (theirs.seq > mine.seq || theirs.hash === mine.hash);
  });
}

/**
 * Null where what follows stands on another history than the view's: the folder was put back from an image of its disk,
 * and written on since.
 */
async function replay(
  db: Db,
  host: HostBridge,
  head: JournalHead,
  from: Applied,
  onProgress: (progress: Progress) => void,
): Promise<Applied | null> {
  let applied = from;
  const met = new Set<string>();
  // In a view being made, a row not met before is not there.
  const isNew = (table: TableName, id: string) => from.frame === 0 && !met.has(`${table}/${id}`);
  const known: KnownStates = { of: (table, id) => (isNew(table, id) ? null : undefined) };
  // The host reads the next frames while these are folded and stored.
  const read = (place: JournalPlace) => host.call("journal.read", { from: place, maxBytes: batchBytes });
  let reading = from.frame < head.frame ? read({ frame: from.frame + 1, entry: 0 }) : null;
  while (reading !== null) {
    const { frames, next } = valueOf(await reading);
    const lines = frames.flatMap(({ number, entries }) => entries.map((line) => ({ ...line, number })));
    const last = frames.at(-1);
    if (!last) break;
    // A frame that came in part only counts once its rest has come.
    const frame = next === null ? last.number : next.frame - 1;
    reading = next !== null && frame < head.frame ? read(next) : null;
    const entries: Entry[] = [];
    await eachBetweenFrames(lines, (line) => entries.push(readEntry(line)));
    if (!standsOn(applied, entries)) return null;
    const rows = rowsOf(entries);
    const states = await loadStates(db, rows, known);
    if (from.frame === 0) for (const { table, id } of rows) met.add(`${table}/${id}`);
    const changed = await foldedRows(states, entries);
    entries.forEach((entry, at) => states.touch(lines[at]?.number ?? last.number, entry));
    applied = await moved(applied, frame, entries, (index) => lines[index]?.h ?? "");
    await store(db, { rows: changed, touches: states.touches(), applied }, from.frame === 0);
    onProgress({ frame: applied.frame, of: head.frame });
  }
  return applied;
}

/** True where the next entry of each log names the last one applied as the one before it. */
function standsOn({ heads }: Applied, entries: readonly Entry[]): boolean {
  return entries.every(({ header: { l, s, p } }) => {
    const head = heads[l];
    return head === undefined || s !== head.seq + 1 || p === head.hash;
  });
}

/** The mark after `entries` have been folded. Only the last header of each log needs hashing. */
export async function moved(
  applied: Applied,
  frame: number,
  entries: readonly Entry[],
  headerText: (index: number) => string,
): Promise<Applied> {
  const last = new Map<string, number>();
  let clock = applied.clock;
  // A laptop whose clock is years ahead must not draw everybody's after it.
  const horizon = new Date(Date.now() + aheadMs).toISOString();
  entries.forEach(({ header }, index) => {
    last.set(header.l, index);
    if (header.h < horizon && (clock === null || header.h > clock)) clock = header.h;
  });
  const heads: Record<string, LogHead> = { ...applied.heads };
  for (const [log, index] of last) {
    const entry = entries[index];
    if (entry) heads[log] = { seq: entry.header.s, hash: await sha256(headerText(index)) };
  }
  return { ...applied, frame, heads, clock };
}
