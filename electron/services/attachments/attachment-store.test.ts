// Attachments on disk: what was put in comes out, any harm to it is noticed, and nothing is left half done.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Frame } from "#core/host/shapes.ts";
import { mountSmallDisk } from "#tools/small-disk.ts";
import { nullSeal } from "../journal/seal.ts";
import { vaultSeal } from "../vault/journal-seal.ts";
import { AttachmentStore, type StoreOptions } from "./attachment-store.ts";

const context = { vault: "00000000-0000-4000-8000-000000000001", epoch: 1 };
const key = new Uint8Array(32).fill(3);
const chunk = 256 * 1024;
let folder: string;
let frames: Frame[];
let asked: number;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), "chancery-attachments-")), "attachments");
  frames = [];
  asked = 0;
});
afterEach(() => rm(path.dirname(folder), { recursive: true }));

const keyed = (sha256: string): string => createHash("sha256").update(`key ${sha256}`).digest("hex");
const sealed = (): StoreOptions => ({
  folder,
  context,
  seal: vaultSeal(key, context, "attachments"),
  nameOf: keyed,
});
const open = (): StoreOptions => ({ folder, context, seal: nullSeal(context), nameOf: (sha256) => sha256 });

function storeOn(options: StoreOptions = sealed()): Promise<AttachmentStore> {
  return AttachmentStore.open(options, async function* () {
    asked += 1;
    yield* frames;
  });
}

function content(bytes: number, seed = 1): Buffer {
  const text = Buffer.alloc(bytes);
  for (let at = 0, value = seed; at < bytes; at += 1) {
    value = (value * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
    text[at] = value >> 16;
  }
  return text;
}

function naming(...hashes: readonly string[]): Frame {
  return { number: 1, entries: [{ h: "{}", b: JSON.stringify({ o: hashes }) }] };
}

async function onlyFile(): Promise<string> {
  const [name] = (await readdir(folder)).filter((found) => !found.includes("."));
  return path.join(folder, name ?? "");
}

const sizes = [0, 1, 4087, 4088, 4089, chunk - 9, chunk - 8, chunk - 7, 2 * chunk, 1_500_000];

describe.each([
  ["sealed", sealed],
  ["open", open],
])("%s", (_name, options) => {
  test.each(sizes)("%i bytes come out as they went in, also after a reopening", async (bytes) => {
    const store = await storeOn(options());
    const wanted = content(bytes);
    const sha256 = await store.add(wanted);
    expect(sha256).toBe(createHash("sha256").update(wanted).digest("hex"));
    await store.named(naming(sha256).entries);
    const again = await storeOn(options());
    expect(Buffer.from(await again.read(sha256, "a")).equals(wanted)).toBe(true);
    expect(asked).toBe(0);
  });

  test("the same content is kept once; what is not there is said to be missing", async () => {
    const store = await storeOn(options());
    const both = await Promise.all([store.add(content(5000)), store.add(content(5000))]);
    expect(new Set(both).size).toBe(1);
    await store.add(content(5000, 2));
    expect((await store.size()).count).toBe(2);
    const other = createHash("sha256").update("other").digest("hex");
    await expect(store.read(other, "b.pdf")).rejects.toMatchObject({
      code: "attachment/missing",
      facts: { name: "b.pdf" },
    });
  });

  test("a flipped bit in any chunk, a lost, doubled, added or swapped chunk, is damage", async () => {
    const store = await storeOn(options());
    const sha256 = await store.add(content(3 * chunk + 100));
    const other = await store.add(content(3 * chunk + 100, 2));
    const file = path.join(folder, options().nameOf(sha256));
    const good = await readFile(file);
    const foreign = await readFile(path.join(folder, options().nameOf(other)));
    const line = good.indexOf("\n") + 1;
    const { nonceBytes, tagBytes } = options().seal;
    const step = nonceBytes + tagBytes + chunk;
    const part = (from: Buffer, number: number) =>
      from.subarray(line + number * step, line + (number + 1) * step);
    const chunks = Math.ceil((good.byteLength - line) / step);
    expect(chunks).toBe(4);
    const head = good.subarray(0, line);
    const harmed: [string, Buffer][] = [
      ["no byte", Buffer.alloc(0)],
      ["only the first line", head],
      ["the last chunk lost", good.subarray(0, line + 3 * step)],
      ["all chunks but one lost", good.subarray(0, line + step)],
      ["the first chunk lost", Buffer.concat([head, good.subarray(line + step)])],
      ["a byte lost", good.subarray(0, -1)],
      ["a byte added", Buffer.concat([good, Buffer.from([0])])],
      ["a chunk doubled", Buffer.concat([head, part(good, 0), good.subarray(line)])],
      ["the last chunk doubled", Buffer.concat([good, part(good, 3)])],
      [
        "two chunks swapped",
        Buffer.concat([head, part(good, 1), part(good, 0), good.subarray(line + 2 * step)]),
      ],
      ["a chunk of another file", Buffer.concat([head, part(foreign, 0), good.subarray(line + step)])],
      ["another file altogether", foreign],
    ];
    // Where each chunk begins and ends; the null seal's nonce is no part of what it vouches for.
    for (let number = 0; number < chunks; number += 1) {
      const begins = line + number * step;
      for (const at of [
        begins + nonceBytes,
        begins + nonceBytes + tagBytes,
        begins + part(good, number).byteLength - 1,
      ]) {
        harmed.push([`a bit of byte ${at}`, flipped(good, at)]);
      }
    }
    for (const at of [0, 20, line - 2, line - 1]) harmed.push([`a bit of byte ${at}`, flipped(good, at)]);
    for (const [what, bytes] of harmed) {
      await writeFile(file, bytes);
      const failure: unknown = await store.read(sha256, "a.pdf").catch((error: unknown) => error);
      expect(failure, `with ${what}`).toMatchObject({ code: "attachment/damaged", facts: { name: "a.pdf" } });
    }
    await writeFile(file, good);
    expect(await store.isWhole(options().nameOf(sha256))).toBe(true);
    // The same file again heals what is damaged.
    await writeFile(file, flipped(good, line + 500));
    await store.add(content(3 * chunk + 100));
    expect(await store.read(sha256, "a.pdf")).toHaveLength(3 * chunk + 100);
  });

  test("what was added when the host stopped is swept, unless an entry names it", async () => {
    const first = await storeOn(options());
    const [lost, kept, named] = [
      await first.add(content(10)),
      await first.add(content(20)),
      await first.add(content(30)),
    ];
    await first.named(naming(named).entries);
    await writeFile(path.join(folder, ".half.tmp"), "half a file");
    frames = [naming(kept, named)];
    const second = await storeOn(options());
    expect((await readdir(folder)).toSorted()).toEqual(
      [options().nameOf(kept), options().nameOf(named)].toSorted(),
    );
    await expect(second.read(lost, "a")).rejects.toMatchObject({ code: "attachment/missing" });
    expect(asked).toBe(1);
    await storeOn(options());
    expect(asked).toBe(1);
  });
});

test("under a key neither name, content nor exact length is on the disk, and another key opens nothing", async () => {
  const store = await storeOn();
  const wanted = Buffer.from("A known communiqué. ".repeat(500));
  const sha256 = await store.add(wanted);
  const file = await onlyFile();
  expect(path.basename(file)).not.toBe(sha256);
  const bytes = await readFile(file);
  for (const told of [sha256, Buffer.from(sha256, "hex"), wanted.subarray(0, 16)]) {
    expect(bytes.includes(told)).toBe(false);
  }
  // A file a few bytes longer looks the same.
  const longer = await store.add(Buffer.concat([wanted, Buffer.alloc(20)]));
  expect((await stat(path.join(folder, keyed(longer)))).size).toBe(bytes.byteLength);
  const seal = vaultSeal(new Uint8Array(32).fill(4), context, "attachments");
  const strange = await storeOnExisting({ ...sealed(), seal });
  await expect(strange.read(sha256, "a")).rejects.toMatchObject({ code: "attachment/damaged" });
  const journalKey = await storeOnExisting({ ...sealed(), seal: vaultSeal(key, context) });
  await expect(journalKey.read(sha256, "a")).rejects.toMatchObject({ code: "attachment/damaged" });
});

/** Without a sweep. */
async function storeOnExisting(options: StoreOptions): Promise<AttachmentStore> {
  return AttachmentStore.empty(options);
}

test("a file under the name of another content is damage even where its seal is whole", async () => {
  const store = await storeOn(open());
  const sha256 = await store.add(content(100));
  const other = createHash("sha256").update("other").digest("hex");
  await cp(path.join(folder, sha256), path.join(folder, other));
  await expect(store.read(other, "a")).rejects.toMatchObject({ code: "attachment/damaged" });
  await rename(path.join(folder, other), path.join(folder, sha256));
  await truncate(path.join(folder, sha256), 10);
  await expect(store.read(sha256, "a")).rejects.toMatchObject({ code: "attachment/damaged" });
});

test("a file beyond the limit is refused and leaves nothing", async () => {
  const store = await storeOn();
  await expect(store.add(new Uint8Array(50 * 1024 * 1024 + 1))).rejects.toMatchObject({
    code: "attachment/too-large",
    facts: { limitMegabytes: 50 },
  });
  await expect(readdir(folder)).rejects.toMatchObject({ code: "ENOENT" });
});

const disk = await mountSmallDisk(400);
describe.skipIf(!disk)("on a disk of 400 KB", () => {
  afterEach(async () => {
    await disk?.unmount();
  });

  test("a file that does not fit is the disk's error; nothing of it stays, and a smaller one then fits", async () => {
    const small = { ...sealed(), folder: path.join(disk?.folder ?? "", "attachments") };
    const store = await storeOn(small);
    const kept = await store.add(content(100_000));
    const before = await readdir(small.folder);
    await expect(store.add(content(350_000, 2))).rejects.toMatchObject({ code: "journal/full" });
    expect(await readdir(small.folder)).toEqual(before);
    expect(await store.read(kept, "a")).toHaveLength(100_000);
    const next = await store.add(content(100_000, 3));
    expect(await store.read(next, "b")).toHaveLength(100_000);
    disk?.remount("ro");
    await expect(store.add(content(1000, 4))).rejects.toMatchObject({ code: "journal/refused" });
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const bad = Buffer.from(bytes);
  bad[at] = (bad[at] ?? 0) ^ 1;
  return bad;
}
