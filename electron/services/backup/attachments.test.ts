// Backups and attachments: copied once, opened each time, linked while whole, and never in the way of the record.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EntryMaker } from "../journal/testing/entries.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { passphrase, recoveryCode, work } from "../workspace/testing/work.ts";
import { Workspaces } from "../workspace/workspaces.ts";
import { Backups } from "./backups.ts";

const content = Buffer.from("%PDF-1.7 what was handed over in Paris. ".repeat(20_000));
const other = Buffer.from("the annex");
let root: string;
let host: Workspaces;
let backups: Backups;
let maker: EntryMaker;
let id: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-attached-"));
  host = new Workspaces({ root, kdf: cheapKdf });
  backups = new Backups(root);
  maker = new EntryMaker();
  ({ id } = await host.create(work("Desk")));
});
afterEach(async () => {
  await host.close();
  await rm(root, { recursive: true, force: true });
});

async function attach(bytes: Buffer): Promise<string> {
  const sha256 = await host.attachments.add(bytes);
  await host.append([maker.next("device-2:all", sha256)]);
  return sha256;
}

/** The one attachment's file in a backup, or in the workspace itself. */
async function fileIn(backup: string | null, epoch = 1): Promise<string> {
  const place = backup === null ? path.join(root, id) : path.join(root, id, "backups", backup);
  const folder = path.join(place, epoch === 1 ? "attachments" : `attachments-${epoch}`);
  const [name = ""] = await readdir(folder);
  return path.join(folder, name);
}

/** The workspace's file for these bytes: of all attachments of this test, the one large enough. */
async function fileWith(bytes: Buffer): Promise<string> {
  const folder = path.join(root, id, "attachments");
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    if ((await stat(file)).size > bytes.byteLength) return file;
  }
  throw new Error("No such attachment.");
}

async function harm(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  // As rot does: in place, so that whoever shares the file has the same.
  await writeFile(file, bytes);
}

/** How many were lost, and whether this one reads as it was; null where it does not read at all. */
async function afterRestore(name: string, sha256: string, wanted: Buffer) {
  const { id: restored, lost } = await backups.restore(id, name);
  await host.close();
  await host.unlock(restored, passphrase);
  const bytes = await host.attachments.read(sha256, "a").catch(() => null);
  return { lost, isSame: bytes && wanted.equals(bytes) };
}

test("a backup holds them, counts them, and they come back with it under another device", async () => {
  const empty = await backups.make(host.backupSource);
  const sha256 = await attach(content);
  const made = await backups.make(host.backupSource);
  const { size } = await stat(await fileIn(null));
  expect(made.bytes - empty.bytes).toBeGreaterThanOrEqual(size);
  expect((await backups.state(id)).backups[0]).toEqual(made);
  expect(await afterRestore(made.name, sha256, content)).toEqual({ lost: 0, isSame: true });
});

async function inodeIn(backup: string): Promise<number> {
  return (await stat(await fileIn(backup))).ino;
}

async function next(): Promise<string> {
  await host.append([maker.next("device-2:all", "later")]);
  return (await backups.make(host.backupSource)).name;
}

test("what the last backup has is not written again, unless it rotted there", async () => {
  await attach(content);
  const first = await inodeIn(await next());
  const second = await next();
  expect(await inodeIn(second)).toBe(first);
  await harm(await fileIn(second));
  const third = await next();
  expect(await inodeIn(third)).not.toBe(first);
  expect((await readFile(await fileIn(third))).equals(await readFile(await fileIn(null)))).toBe(true);
});

test("a damaged attachment is said, and keeps the record from no backup", async () => {
  const sha256 = await attach(content);
  await backups.make(host.backupSource);
  await harm(await fileIn(null));
  const made = await backups.make(host.backupSource);
  expect(made.lacks).toBe(0);
  const { backups: listed, failure, damaged } = await backups.state(id);
  expect(listed).toHaveLength(1);
  expect([failure, damaged]).toEqual([null, [sha256]]);
  // The good copy of the backup before is in the new one too.
  expect(await afterRestore(listed[0]?.name ?? "", sha256, content)).toEqual({ lost: 0, isSame: true });
});

test("a backup without one that nothing whole is left of says so, until it is attached again", async () => {
  const sha256 = await attach(content);
  await attach(other);
  await harm(await fileWith(content));
  const made = await backups.make(host.backupSource);
  expect(made.lacks).toBe(1);
  expect(await backups.state(id)).toEqual({ backups: [made], failure: null, damaged: [sha256] });
  const restored = await backups.restore(id, made.name);
  expect(restored.lost).toBe(1);
  await host.attachments.add(content);
  expect((await backups.make(host.backupSource)).lacks).toBe(0);
  expect((await backups.state(id)).damaged).toEqual([]);
});

test("one that rotted in the backup is had from the workspace, or left out and counted", async () => {
  const sha256 = await attach(content);
  const { name } = await backups.make(host.backupSource);
  await harm(await fileIn(name));
  expect(await afterRestore(name, sha256, content)).toEqual({ lost: 0, isSame: true });
  await host.close();
  await harm(await fileIn(null));
  expect(await afterRestore(name, sha256, content)).toEqual({ lost: 1, isSame: null });
  expect(host.journal.head.frame).toBe(1);
});

test("after a new key the backup holds what that key opens", async () => {
  const sha256 = await attach(other);
  await backups.make(host.backupSource);
  await host.newEpoch({ passphrase, recoveryCode });
  const { name } = await backups.make(host.backupSource);
  expect((await stat(await fileIn(name, 2))).nlink).toBe(1);
  expect(await afterRestore(name, sha256, other)).toEqual({ lost: 0, isSame: true });
});
