// The journal on a real disk, and on a real disk that is full.
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AppError } from "#core/host/errors.ts";
import { mountSmallDisk } from "#tools/small-disk.ts";
import { nodeFiles } from "./node-files.ts";
import { EntryMaker } from "./testing/entries.ts";
import { journalOn } from "./testing/journal-on.ts";

const log = "device-1:all";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "chancery-journal-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("files are for their owner only, and no temporary one is left", async () => {
  const journalFolder = path.join(folder, "journal");
  const { journal } = await journalOn(nodeFiles(journalFolder), { rotateAt: 500 });
  const maker = new EntryMaker();
  for (let n = 0; n < 5; n += 1) await journal.append([maker.next(log, `post ${n}`)]);
  await journal.close();
  const names = await readdir(journalFolder);
  expect(names.every((name) => /^\d{6}\.jnl$/.test(name))).toBe(true);
  expect((await stat(journalFolder)).mode & 0o777).toBe(0o700);
  for (const name of names) expect((await stat(path.join(journalFolder, name))).mode & 0o777).toBe(0o600);
  const again = await journalOn(nodeFiles(journalFolder), { acknowledged: 5 });
  expect(again.journal.head).toEqual(journal.head);
  await again.journal.close();
});

test("a full disk: says so, loses nothing, goes on once there is room", async ({ skip }) => {
  const disk = await mountSmallDisk(256);
  if (!disk) return skip("a small disk can only be mounted by root on Linux");
  try {
    const { journal } = await journalOn(nodeFiles(path.join(disk.folder, "journal")), { rotateAt: 60_000 });
    const maker = new EntryMaker();
    let acknowledged = 0;
    let failure: unknown;
    let waiting = [maker.next(log, incompressible(5000))];
    while (failure === undefined) {
      try {
        acknowledged = (await journal.append(waiting)).frame;
        waiting = [maker.next(log, incompressible(5000))];
      } catch (error) {
        failure = error;
      }
    }
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: "journal/full" });
    expect(journal.head.frame).toBe(acknowledged);
    await expect(journal.append(waiting)).rejects.toMatchObject({ code: "journal/full" });
    const found = await journalOn(nodeFiles(path.join(disk.folder, "journal")), { acknowledged });
    expect([found.journal.head.frame, found.cutBytes]).toEqual([acknowledged, 0]);
    await found.journal.close();
    disk.remount("size=512k");
    expect((await journal.append(waiting)).frame).toBe(acknowledged + 1);
    await journal.close();
  } finally {
    await disk.unmount();
  }
});

test("a journal file that may not be written is refused with the system's reason", async ({ skip }) => {
  if (process.getuid?.() === 0) return skip("root may write anything");
  const journalFolder = path.join(folder, "journal");
  await mkdir(journalFolder);
  const { journal } = await journalOn(nodeFiles(journalFolder));
  await journal.close();
  await chmod(path.join(journalFolder, "000001.jnl"), 0o400);
  await expect(journalOn(nodeFiles(journalFolder))).rejects.toMatchObject({ code: "EACCES" });
});

test("other files in the folder are left alone", async () => {
  const journalFolder = path.join(folder, "journal");
  await mkdir(journalFolder);
  await writeFile(path.join(journalFolder, "notes.txt"), "mine");
  const { journal } = await journalOn(nodeFiles(journalFolder));
  await journal.close();
  expect(await readdir(journalFolder)).toContain("notes.txt");
});

let seed = 1;
function incompressible(length: number): string {
  let text = "";
  for (let n = 0; n < length; n += 1) {
    seed = (seed * 48271) % 2147483647;
    text += String.fromCharCode(48 + (seed % 75));
  }
  return text.replaceAll(/["\\]/g, "_");
}
