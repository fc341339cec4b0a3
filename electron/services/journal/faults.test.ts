// The journal on a disk that refuses: nothing half-written stays, nothing acknowledged goes, and it recovers.
import { describe, expect, test } from "vitest";
import { AppError } from "#core/host/errors.ts";
import type { EntryLines } from "#core/host/shapes.ts";
import { Rng } from "./testing/rng.ts";
import { EntryMaker } from "./testing/entries.ts";
import { journalOn } from "./testing/journal-on.ts";
import { copyOf, memoryDisk, type MemoryDisk, systemError } from "./testing/memory-files.ts";

const log = "device-1:all";
const appends = 12;

async function textsOf(disk: MemoryDisk): Promise<readonly (readonly EntryLines[])[]> {
  const { journal } = await journalOn(disk);
  return (await journal.read(1, 100_000_000)).frames.map(({ entries }) => entries);
}

describe("a call that fails once", () => {
  const refusals = [
    ["ENOSPC", "journal/full"],
    ["EDQUOT", "journal/full"],
    ["EIO", "journal/refused"],
    ["EROFS", "journal/refused"],
  ] as const;
  const calls = ["write", "sync", "create"] as const;
  const cases = refusals.flatMap(([reason, code]) => calls.map((call) => ({ reason, code, call })));

  test.each(cases)("$reason at any $call: $code, then as before", async ({ reason, code, call }) => {
    const failures: AppError[] = [];
    const kept: [found: unknown, acknowledged: unknown][] = [];
    for (let nth = 1; nth <= appends; nth += 1) {
      for (const tornBytes of [0, 50]) {
        const disk = memoryDisk();
        const { journal } = await journalOn(disk, { rotateAt: 1000 });
        disk.tornBytes = tornBytes;
        let seen = 0;
        disk.onCall = (made) => {
          if (made === call && (seen += 1) === nth) throw systemError(reason);
        };
        const maker = new EntryMaker();
        const wanted: EntryLines[][] = [];
        for (let n = 0; n < appends; n += 1) {
          const entries = [maker.next(log, `post ${n}`)];
          const failure = await journal.append(entries).catch((error: unknown) => error);
          if (failure instanceof AppError) {
            failures.push(failure);
            kept.push([await textsOf(copyOf(disk)), [...wanted]]);
            await journal.append(entries);
          }
          wanted.push(entries);
        }
        kept.push([await textsOf(copyOf(disk)), wanted]);
        expect(journal.head.frame).toBe(appends);
      }
    }
    for (const [found, acknowledged] of kept) expect(found).toEqual(acknowledged);
    expect(failures.length).toBeGreaterThan(0);
    expect(new Set(failures.map((failure) => `${failure.code} ${failure.facts["reason"]}`))).toEqual(
      new Set([`${code} ${reason}`]),
    );
  });
});

test("a disk that stays full: every append fails by name, and the first after there is room succeeds", async () => {
  const disk = memoryDisk();
  const { journal } = await journalOn(disk);
  const maker = new EntryMaker();
  const kept = [maker.next(log, "before")];
  await journal.append(kept);
  disk.tornBytes = 20;
  disk.onCall = (call) => {
    if (call !== "truncate") throw systemError("ENOSPC");
  };
  const waiting = [maker.next(log, "after")];
  for (let n = 0; n < 3; n += 1) {
    await expect(journal.append(waiting)).rejects.toMatchObject({ code: "journal/full" });
  }
  disk.onCall = () => undefined;
  expect((await journal.append(waiting)).frame).toBe(2);
  expect(await textsOf(disk)).toEqual([kept, waiting]);
});

test("after a failed sync the last frame is read back, and a journal that changed meanwhile is not added to", async () => {
  const disk = memoryDisk();
  const { journal } = await journalOn(disk);
  const maker = new EntryMaker();
  await journal.append([maker.next(log, "before")]);
  const end = disk.files.get("000001.jnl")?.byteLength ?? 0;
  disk.onCall = (call) => {
    if (call === "sync") throw systemError("EIO");
  };
  const entries = [maker.next(log, "after")];
  await expect(journal.append(entries)).rejects.toMatchObject({ code: "journal/refused" });
  disk.onCall = () => undefined;
  disk.files.get("000001.jnl")?.fill(0, end - 10, end);
  await expect(journal.append(entries)).rejects.toMatchObject({ code: "journal/damaged" });
});

test("power cuts: whatever of the unsynced bytes reaches the disk, everything acknowledged is there", async () => {
  let torn = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const rng = new Rng(seed);
    const disk = memoryDisk();
    const { journal } = await journalOn(disk, { rotateAt: 1500 });
    const maker = new EntryMaker();
    const acknowledged: EntryLines[][] = [];
    const frames = rng.below(12);
    let synced = copyOf(disk);
    disk.onCall = (call) => {
      if (call !== "sync") return;
      if (journal.head.frame === frames) throw systemError("EIO");
      synced = copyOf(disk);
    };
    for (let n = 0; n < frames; n += 1) {
      const entries = [maker.next(log, `post ${n} ${"x".repeat(rng.below(300))}`)];
      await journal.append(entries);
      acknowledged.push(entries);
    }
    const unheard = disk.onCall;
    disk.onCall = (call) => {
      if (call === "truncate") throw systemError("EIO"); // the power goes before anything can be cut back
      unheard(call);
    };
    await expect(journal.append([maker.next(log, "never acknowledged")])).rejects.toMatchObject({
      code: "journal/refused",
    });
    const survived = memoryDisk(
      new Map([...disk.files].map(([name, bytes]) => [name, mixture(rng, synced.files.get(name), bytes)])),
    );
    const found = await textsOf(survived);
    expect(found.slice(0, frames), `seed ${seed}`).toEqual(acknowledged);
    expect(found.length - frames, `seed ${seed}`).toBeLessThanOrEqual(1);
    if ([...survived.files.keys()].some((name) => name.includes("cut"))) torn += 1;
  }
  expect(torn).toBeGreaterThan(100);
});

/**
 * What may be on disk after a cut: the synced bytes, and of the later ones any pieces, up to any length. A new file is
 * there with its head, since it is made whole and durable before it is written to.
 */
function mixture(rng: Rng, synced: Buffer | undefined, later: Buffer): Buffer {
  const start = synced?.byteLength ?? later.indexOf("\n") + 1;
  const bytes = Buffer.from(later.subarray(0, start + rng.below(later.byteLength - start + 1)));
  for (let at = start; at < bytes.byteLength; at += 64) {
    if (rng.below(3) === 0) bytes.fill(0, at, Math.min(at + 64, bytes.byteLength));
  }
  return bytes;
}
