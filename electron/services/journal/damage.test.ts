// The journal after accidents: a tail that was never finished, bytes that changed, files that are gone.
import { beforeAll, describe, expect, test } from "vitest";
import { journalOn } from "./testing/journal-on.ts";
import { EntryMaker } from "./testing/entries.ts";
import { copyOf, memoryDisk, type MemoryDisk } from "./testing/memory-files.ts";

const log = "device-1:all";
const first = "000001.jnl";

async function diskWith(frames: number, rotateAt?: number): Promise<{ disk: MemoryDisk; ends: number[] }> {
  const disk = memoryDisk();
  const { journal } = await journalOn(disk, rotateAt === undefined ? {} : { rotateAt });
  const maker = new EntryMaker();
  const ends = [sizeOf(disk, first)];
  for (let n = 0; n < frames; n += 1) {
    await journal.append([maker.next(log, `post ${n}`)]);
    ends.push(sizeOf(disk, first));
  }
  return { disk, ends };
}

function sizeOf(disk: MemoryDisk, name: string): number {
  return disk.files.get(name)?.byteLength ?? 0;
}

function names(disk: MemoryDisk): readonly string[] {
  return [...disk.files.keys()].sort();
}

function cutTo(disk: MemoryDisk, name: string, size: number): void {
  disk.files.set(name, Buffer.from(disk.files.get(name)?.subarray(0, size) ?? []));
}

function flip(disk: MemoryDisk, name: string, bit: number): void {
  const bytes = disk.files.get(name);
  if (bytes) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
}

describe("a torn last frame", () => {
  let whole: { disk: MemoryDisk; ends: number[] };
  beforeAll(async () => {
    whole = await diskWith(3);
  });

  test("cut at every byte: the frames before stay, the rest is kept aside and reported", async () => {
    const [, , start = 0, end = 0] = whole.ends;
    const tail = whole.disk.files.get(first)?.subarray(start, end) ?? Buffer.alloc(0);
    for (let size = start; size < end; size += 1) {
      const disk = copyOf(whole.disk);
      cutTo(disk, first, size);
      const { journal, cutBytes } = await journalOn(disk, { acknowledged: 2 });
      expect([size, journal.head.frame, cutBytes]).toEqual([size, 2, size - start]);
      expect(sizeOf(disk, first)).toBe(start);
      const aside = [...disk.files].find(([name]) => name !== first)?.[1];
      expect(aside ?? Buffer.alloc(0)).toEqual(tail.subarray(0, size - start));
      const maker = new EntryMaker();
      maker.startFrom(journal.head.logs);
      expect((await journal.append([maker.next(log, "goes on")])).frame).toBe(3);
      expect((await journalOn(disk)).journal.head.frame).toBe(3);
    }
  });

  test.each([
    ["zeros where the frame should be", (tail: Buffer) => tail.fill(0)],
    ["zeros after the head", (tail: Buffer) => tail.fill(0, 80)],
    ["noise", (tail: Buffer) => tail.fill("x")],
  ])("%s: cut as torn", async (_name, spoil) => {
    const disk = copyOf(whole.disk);
    spoil(disk.files.get(first)?.subarray(whole.ends[2]) ?? Buffer.alloc(0));
    const { journal, cutBytes } = await journalOn(disk, { acknowledged: 2 });
    expect([journal.head.frame, cutBytes]).toEqual([2, (whole.ends[3] ?? 0) - (whole.ends[2] ?? 0)]);
  });

  test("cut twice at one place: both tails are kept", async () => {
    const disk = copyOf(whole.disk);
    cutTo(disk, first, (whole.ends[3] ?? 0) - 1);
    await journalOn(disk);
    disk.files.set(first, Buffer.concat([disk.files.get(first) ?? Buffer.alloc(0), Buffer.from("CHF")]));
    expect((await journalOn(disk)).cutBytes).toBe(3);
    expect([...disk.files.keys()].filter((name) => name.includes("cut"))).toHaveLength(2);
  });

  test("a tail known to have been on disk is not cut but damaged", async () => {
    const disk = copyOf(whole.disk);
    cutTo(disk, first, (whole.ends[3] ?? 0) - 1);
    await expect(journalOn(disk, { acknowledged: 3 })).rejects.toMatchObject({
      code: "journal/damaged",
      facts: { file: first, frame: 3 },
    });
    expect(sizeOf(disk, first)).toBe((whole.ends[3] ?? 0) - 1);
  });
});

describe("damage before the last frame", () => {
  test("every flipped bit of earlier frames and of the file's head is noticed, and the file is left alone", async () => {
    const { disk, ends } = await diskWith(3);
    const bits = (ends[2] ?? 0) * 8;
    for (let bit = 0; bit < bits; bit += 1) {
      const spoilt = copyOf(disk);
      flip(spoilt, first, bit);
      const before = Buffer.from(spoilt.files.get(first) ?? []);
      const frame = ends.findIndex((end) => bit < end * 8);
      await expect(journalOn(spoilt), `bit ${bit}`).rejects.toMatchObject({
        code: "journal/damaged",
        facts: { file: first, frame: Math.max(frame, 1) },
      });
      expect(spoilt.files.get(first)?.equals(before)).toBe(true);
    }
  });

  test.each<[string, (bytes: Buffer, ends: number[]) => Buffer]>([
    ["dropped", (b, [, one, two]) => Buffer.concat([b.subarray(0, one), b.subarray(two)])],
    ["doubled", (b, [, one, two]) => Buffer.concat([b.subarray(0, two), b.subarray(one)])],
    [
      "swapped",
      (b, [head, one, two]) =>
        Buffer.concat([b.subarray(0, head), b.subarray(one, two), b.subarray(head, one), b.subarray(two)]),
    ],
    ["replayed at the end", (b, [head, one]) => Buffer.concat([b, b.subarray(head, one)])],
  ])("a frame %s", async (_name, change) => {
    const { disk, ends } = await diskWith(3);
    disk.files.set(first, change(disk.files.get(first) ?? Buffer.alloc(0), ends));
    await expect(journalOn(disk)).rejects.toMatchObject({ code: "journal/damaged" });
  });

  test("frames gone from the end, though they were acknowledged", async () => {
    const { disk, ends } = await diskWith(3);
    cutTo(disk, first, ends[2] ?? 0);
    await expect(journalOn(disk, { acknowledged: 3 })).rejects.toMatchObject({
      code: "journal/damaged",
      facts: { file: first, frame: 3 },
    });
  });

  test("the journal of another workspace, or of another epoch", async () => {
    const { disk } = await diskWith(1);
    await expect(journalOn(disk, { epoch: 2 })).rejects.toMatchObject({ code: "journal/damaged" });
    await expect(journalOn(disk, { vault: "another" })).rejects.toMatchObject({ code: "journal/damaged" });
  });
});

describe("several files", () => {
  test("one that is missing is named", async () => {
    for (const missing of [0, 1, 2]) {
      const { disk } = await diskWith(14, 1000);
      expect(names(disk).length).toBeGreaterThan(3);
      const name = names(disk)[missing] ?? "";
      disk.files.delete(name);
      await expect(journalOn(disk, { acknowledged: 14 })).rejects.toMatchObject({
        code: "journal/damaged",
        facts: { file: name },
      });
    }
  });

  test("the last one missing is noticed by what was acknowledged", async () => {
    const { disk } = await diskWith(14, 1000);
    disk.files.delete(names(disk).at(-1) ?? "");
    await expect(journalOn(disk, { acknowledged: 14 })).rejects.toMatchObject({ code: "journal/damaged" });
  });

  test("a torn tail in a file that is not the last is damage", async () => {
    const { disk } = await diskWith(14, 1000);
    cutTo(disk, first, sizeOf(disk, first) - 1);
    await expect(journalOn(disk)).rejects.toMatchObject({ code: "journal/damaged", facts: { file: first } });
  });

  test("a new file that holds no frame yet is no damage", async () => {
    const { disk } = await diskWith(14, 1000);
    const last = names(disk).at(-1) ?? "";
    const head = (disk.files.get(last) ?? Buffer.alloc(0)).indexOf("\n") + 1;
    const frames = (await journalOn(copyOf(disk))).journal.head.frame;
    cutTo(disk, last, head);
    expect((await journalOn(disk)).journal.head.frame).toBeLessThan(frames);
  });

  test("no file at all is a new journal only where nothing was ever acknowledged", async () => {
    expect((await journalOn(memoryDisk())).journal.head.frame).toBe(0);
    await expect(journalOn(memoryDisk(), { acknowledged: 1 })).rejects.toMatchObject({
      code: "journal/damaged",
    });
  });
});
