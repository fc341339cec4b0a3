// A record that somebody changed: whatever was done to its bytes or to its chain is found, and the first bad link named.
import { beforeAll, describe, expect, test } from "vitest";
import { ChainCheck, chainRules, verifySlice } from "#core/host/audit.ts";
import { AppError } from "#core/host/errors.ts";
import type { BadLink, EntryLines, Frame } from "#core/host/shapes.ts";
import { EntryMaker } from "../journal/testing/entries.ts";
import { journalOn } from "../journal/testing/journal-on.ts";
import { copyOf, memoryDisk, type MemoryDisk } from "../journal/testing/memory-files.ts";
import { sha256 } from "./audit-file.ts";

const first = "000001.jnl";
const frameCount = 4;

let disk: MemoryDisk;
/** Where each frame ends. */
const ends: number[] = [];

beforeAll(async () => {
  disk = memoryDisk();
  const { journal } = await journalOn(disk);
  const maker = new EntryMaker();
  ends.push(sizeOf(disk));
  for (let at = 0; at < frameCount; at += 1) {
    await journal.append([maker.next("device:all", `post ${at}`)]);
    ends.push(sizeOf(disk));
  }
});

describe("bytes changed under an open workspace", () => {
  test("every single bit of every frame: the check names a frame at or before it", async () => {
    const missed: number[] = [];
    const changed = copyOf(disk);
    const { journal } = await journalOn(changed, { acknowledged: frameCount });
    const start = ends[0] ?? 0;
    for (let bit = start * 8; bit < sizeOf(disk) * 8; bit += 1) {
      flip(changed, bit);
      const { bad } = await verifySlice(journal, 1, {}, sha256);
      flip(changed, bit);
      const frame = ends.findIndex((end) => bit < end * 8);
      if (bad?.fault !== "frame" || bad.frame > frame || bad.file !== first) missed.push(bit);
    }
    expect(missed).toEqual([]);
    expect((await verifySlice(journal, 1, {}, sha256)).bad).toBeNull();
  });
});

describe("bytes changed while the workspace was closed", () => {
  test("every single bit: refused, and no file touched", async () => {
    const missed: number[] = [];
    const changed = copyOf(disk);
    for (let bit = 0; bit < sizeOf(disk) * 8; bit += 1) {
      flip(changed, bit);
      const before = Buffer.from(bytesOf(changed));
      const code = await openingFault(changed);
      if (code !== "journal/damaged" || !bytesOf(changed).equals(before)) missed.push(bit);
      flip(changed, bit);
    }
    expect(missed).toEqual([]);
  });

  test.each([
    ["a frame dropped", (frames: Buffer[]) => frames.toSpliced(1, 1)],
    ["the last frame dropped", (frames: Buffer[]) => frames.slice(0, -1)],
    ["two frames swapped", ([a, b, c, d]: Buffer[]) => [a, c, b, d]],
    ["a frame doubled", ([a, b, c, d]: Buffer[]) => [a, b, b, c, d]],
    ["the last frame doubled", (frames: Buffer[]) => [...frames, frames.at(-1)]],
    [
      "the last frame cut short",
      (frames: Buffer[]) => [...frames.slice(0, -1), frames.at(-1)?.subarray(0, -1)],
    ],
  ])("%s: refused", async (_name, change) => {
    const changed = copyOf(disk);
    const whole = bytesOf(disk);
    const frames = ends.slice(1).map((end, at) => whole.subarray(ends[at], end));
    const next = change(frames).map((frame) => frame ?? Buffer.alloc(0));
    changed.files.set(first, Buffer.concat([whole.subarray(0, ends[0]), ...next]));
    expect(await openingFault(changed)).toBe("journal/damaged");
  });
});

/** What somebody could do who can seal frames anew: the frames are good, the chain of entries is not. */
const forgeries: readonly (readonly [string, (entries: EntryLines[]) => EntryLines[], Partial<BadLink>])[] = [
  [
    "a body changed",
    (all) => replaced(all, 1, ({ h, b }) => ({ h, b: altered(b) })),
    { fault: "body", seq: 2 },
  ],
  [
    "a body changed with the hash in its header",
    (all) => replaced(all, 1, ({ h, b }) => ({ h: withBody(h, altered(b)), b: altered(b) })),
    { fault: "previous", seq: 3 },
  ],
  ["an entry dropped", (all) => all.toSpliced(1, 1), { fault: "sequence", seq: 2 }],
  ["two entries swapped", ([a, b, c, d]) => kept(a, c, b, d), { fault: "sequence", seq: 2 }],
  ["an entry doubled", ([a, b, c, d]) => kept(a, b, b, c, d), { fault: "sequence", seq: 3 }],
  ["a header that is none", (all) => replaced(all, 1, ({ b }) => ({ h: "[", b })), { fault: "header" }],
];

describe("a chain forged in good frames", () => {
  test.each(forgeries)("%s: found", async (_name, forge, wanted) => {
    expect(await firstBad(forge(entries()))).toMatchObject(wanted);
  });

  test("an honest chain holds, also with a body lawfully erased", async () => {
    expect(await firstBad(entries())).toBeNull();
    expect(await firstBad(replaced(entries(), 1, ({ h }) => ({ h, b: null })))).toBeNull();
  });

  test("a check that skips the hash of the entry before lets a forgery pass: this test would say so", async () => {
    const lax = chainRules.filter(({ fault }) => fault !== "previous");
    const found = await Promise.all(forgeries.map(([, forge]) => firstBad(forge(entries()), lax)));
    expect(found.filter((bad) => bad === null)).toHaveLength(1);
  });
});

function entries(): EntryLines[] {
  const maker = new EntryMaker();
  return Array.from({ length: 4 }, (_, at) => maker.next("device:all", `post ${at}`));
}

async function firstBad(all: readonly EntryLines[], rules = chainRules): Promise<BadLink | null> {
  const check = new ChainCheck(sha256, {}, rules);
  for (const [at, entry] of all.entries()) {
    const frame: Frame = { number: at + 1, entries: [entry] };
    const bad = await check.add(frame, first);
    if (bad) return bad;
  }
  return null;
}

function replaced(all: EntryLines[], at: number, by: (entry: EntryLines) => EntryLines): EntryLines[] {
  return all.map((entry, index) => (index === at ? by(entry) : entry));
}

function kept(...some: readonly (EntryLines | undefined)[]): EntryLines[] {
  return some.flatMap((entry) => entry ?? []);
}

function altered(body: string | null): string {
  return (body ?? "").replace("post", "Post");
}

function withBody(header: string, body: string): string {
  return header.replace(/"b":"[0-9a-f]{64}"/u, `"b":"${sha256(body)}"`);
}

async function openingFault(on: MemoryDisk): Promise<string> {
  try {
    const { journal } = await journalOn(on, { acknowledged: frameCount });
    return journal.head.frame === frameCount ? "opened" : "opened with less";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

function bytesOf(on: MemoryDisk): Buffer {
  return on.files.get(first) ?? Buffer.alloc(0);
}

function sizeOf(on: MemoryDisk): number {
  return bytesOf(on).byteLength;
}

function flip(on: MemoryDisk, bit: number): void {
  const bytes = bytesOf(on);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
}
