// The journal on an undisturbed disk: what goes in comes out, in order, under one number each.
import { describe, expect, test } from "vitest";
import { journalOn, testVault } from "./testing/journal-on.ts";
import { EntryMaker, sha256 } from "./testing/entries.ts";
import { memoryDisk } from "./testing/memory-files.ts";

const log = "device-1:all";

describe("append and read", () => {
  test("a new journal holds nothing and says so", async () => {
    const { journal, cutBytes } = await journalOn(memoryDisk());
    expect(journal.head).toEqual({ frame: 0, logs: {} });
    expect(cutBytes).toBe(0);
    expect(await journal.read(1, 1000)).toEqual({ frames: [], next: null });
  });

  test("entries come back as the exact text, dropped bodies as null", async () => {
    const { journal } = await journalOn(memoryDisk());
    const maker = new EntryMaker();
    const entries = [maker.next(log, 'Quote " and \\n and é 汉 \u{1f30d}'), maker.next("device-1:hq", "x")];
    const erased = { h: maker.next(log, "gone").h, b: null };
    const head = await journal.append([...entries, erased]);
    expect(head.frame).toBe(1);
    expect(head.logs[log]?.seq).toBe(2);
    expect(head.logs[log]?.hash).toBe(sha256(erased.h));
    expect((await journal.read(1, 1)).frames).toEqual([{ number: 1, entries: [...entries, erased] }]);
  });

  test("reads in batches by size, at least one frame each", async () => {
    const { journal } = await journalOn(memoryDisk());
    const maker = new EntryMaker();
    for (let n = 0; n < 5; n += 1) await journal.append([maker.next(log, `post ${n}`)]);
    const one = await journal.read(2, 1);
    expect([one.frames.map(({ number }) => number), one.next]).toEqual([[2], 3]);
    const size =
      Buffer.byteLength(one.frames.flatMap(({ entries }) => entries.map(({ h, b }) => `${h}${b}`)).join("")) +
      2;
    const two = await journal.read(2, size * 2);
    expect([two.frames.map(({ number }) => number), two.next]).toEqual([[2, 3], 4]);
    expect((await journal.read(5, 1_000_000)).next).toBeNull();
    expect((await journal.read(6, 1_000_000)).frames).toEqual([]);
  });

  test("appends asked for at the same time go one after another", async () => {
    const { journal } = await journalOn(memoryDisk());
    const maker = new EntryMaker();
    const heads = await Promise.all(
      Array.from({ length: 20 }, (_, n) => journal.append([maker.next(log, `post ${n}`)])),
    );
    expect(heads.map(({ frame }) => frame)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  test("opening again finds the same frames and heads", async () => {
    const disk = memoryDisk();
    const { journal } = await journalOn(disk);
    const maker = new EntryMaker();
    for (let n = 0; n < 10; n += 1) {
      await journal.append([maker.next(log, `post ${n}`), maker.next(`device-1:post/${n % 3}`, "x")]);
    }
    await journal.close();
    const again = await journalOn(disk, { acknowledged: 10 });
    expect(again.journal.head).toEqual(journal.head);
    expect(await again.journal.read(1, 1_000_000)).toEqual(await journal.read(1, 1_000_000));
    maker.startFrom(again.journal.head.logs);
    expect((await again.journal.append([maker.next(log, "more")])).frame).toBe(11);
  });

  test("a full file is followed by a new one, and reading goes across", async () => {
    const disk = memoryDisk();
    const { journal } = await journalOn(disk, { rotateAt: 1000 });
    const maker = new EntryMaker();
    for (let n = 0; n < 12; n += 1)
      await journal.append([maker.next(log, `post ${n} ${"x".repeat(n * 20)}`)]);
    expect(disk.files.size).toBeGreaterThan(2);
    const all = await journal.read(1, 1_000_000);
    expect(all.frames.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    const again = await journalOn(disk, { rotateAt: 1000 });
    expect(again.journal.head).toEqual(journal.head);
    expect(await again.journal.read(1, 1_000_000)).toEqual(all);
  });

  test("the file says what it is and that it is not encrypted", async () => {
    const disk = memoryDisk();
    await journalOn(disk);
    const [line = ""] = (disk.files.get("000001.jnl") ?? Buffer.alloc(0)).toString("utf8").split("\n");
    expect(JSON.parse(line)).toEqual({
      chancery: "journal",
      format: 1,
      ...testVault,
      cipher: "none",
      file: 1,
      firstFrame: 1,
    });
  });
});

describe("what is refused changes nothing", () => {
  const cases: readonly [
    string,
    (maker: EntryMaker) => readonly { h: string; b: string | null }[],
    string,
  ][] = [
    ["a number that was used", (m) => [firstAgain(m)], "journal/stale-head"],
    ["a number too far on", (m) => [m.next(log, "a"), m.next(log, "b")].slice(1), "journal/stale-head"],
    ["another chain", (m) => [withHeader(m.next(log, "a"), { p: "0".repeat(64) })], "journal/stale-head"],
    ["a body that is not the one hashed", (m) => [{ ...m.next(log, "a"), b: "{}" }], "journal/bad-entry"],
    ["no JSON", () => [{ h: "{", b: "{}" }], "journal/bad-entry"],
    ["a list for a header", () => [{ h: "[]", b: "{}" }], "journal/bad-entry"],
    ["a line break in the header", (m) => [withText(m.next(log, "a"), (h) => `${h}\n`)], "journal/bad-entry"],
    [
      "half a surrogate pair",
      (m) => [withText(m.next(log, "a"), (h) => h.replace("user", "\ud800"))],
      "journal/bad-entry",
    ],
    ["a missing key", (m) => [withHeader(m.next(log, "a"), { k: undefined })], "journal/bad-entry"],
    [
      "a log named like an object's insides",
      (m) => [withHeader(m.next(log, "a"), { l: "__proto__" })],
      "journal/bad-entry",
    ],
    ["a number that is none", (m) => [withHeader(m.next(log, "a"), { s: 1.5 })], "journal/bad-entry"],
    ["a good entry before a bad one", (m) => [m.next(log, "a"), { h: "", b: null }], "journal/bad-entry"],
  ];
  test.each(cases)("%s", async (_name, make, code) => {
    const disk = memoryDisk();
    const { journal } = await journalOn(disk);
    const maker = new EntryMaker();
    await journal.append([maker.next(log, "first")]);
    const before = Buffer.from(disk.files.get("000001.jnl") ?? []);
    const head = journal.head;
    await expect(journal.append(make(maker))).rejects.toMatchObject({ code });
    expect(disk.files.get("000001.jnl")).toEqual(before);
    expect(journal.head).toEqual(head);
    maker.startFrom(head.logs);
    expect((await journal.append([maker.next(log, "goes on")])).frame).toBe(2);
  });
});

function firstAgain(maker: EntryMaker) {
  maker.startFrom({});
  return maker.next(log, "first");
}

function withText(lines: { h: string; b: string | null }, change: (h: string) => string) {
  return { ...lines, h: change(lines.h) };
}

function withHeader(lines: { h: string; b: string | null }, change: Record<string, unknown>) {
  return withText(lines, (h) => JSON.stringify({ ...(JSON.parse(h) as object), ...change }));
}
