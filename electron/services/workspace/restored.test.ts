// A workspace restored from a backup: the same record under a device id of its own, opened by the same secrets.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Backups } from "../backup/backups.ts";
import { EntryMaker } from "../journal/testing/entries.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { legacyWorkspace } from "./testing/legacy.ts";
import { passphrase, recoveryCode, work } from "./testing/work.ts";
import { Workspaces } from "./workspaces.ts";

const marker = "Quartzite-9041";
let root: string;
let host: Workspaces;
let backups: Backups;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-restored-"));
  host = new Workspaces({ root, kdf: cheapKdf });
  backups = new Backups(root);
});
afterEach(async () => {
  await host.close();
  await rm(root, { recursive: true, force: true });
});

async function frames(): Promise<string> {
  return JSON.stringify((await host.journal.read(1, 1_000_000)).frames);
}

async function madeWork(): Promise<{ id: string; deviceId: string; name: string; before: string }> {
  const { id, deviceId } = await host.create(work("Desk"));
  const maker = new EntryMaker();
  for (let n = 0; n < 5; n += 1) await host.journal.append([maker.next("d:all", `${marker} ${n}`)]);
  const before = await frames();
  const { name } = await backups.make(host.backupSource);
  return { id, deviceId, name, before };
}

test("has the record, a label that says which backup it is, and a device id of its own for good", async () => {
  const { id, deviceId, name, before } = await madeWork();
  const { id: restored } = await backups.restore(id, name);
  const label = await host.labelOf(restored);
  expect(label).toMatch(/^Desk \d{4}-\d\d-\d\d$/);
  const first = await host.unlock(restored, passphrase);
  expect(first).toMatchObject({ id: restored, label });
  expect(first.deviceId).not.toBe(deviceId);
  expect(await frames()).toBe(before);
  await host.close();
  expect(await host.unlock(restored, passphrase)).toMatchObject({ label, deviceId: first.deviceId });
});

test("can be had back when the record itself is damaged, by the recovery code alone", async () => {
  const { id, name, before } = await madeWork();
  await host.close();
  const file = path.join(root, id, "journal", "000001.jnl");
  const bytes = await readFile(file);
  bytes[300] = (bytes[300] ?? 0) ^ 1;
  await writeFile(file, bytes);
  await expect(host.unlock(id, passphrase)).rejects.toMatchObject({ code: "journal/damaged" });
  const { id: restored } = await backups.restore(id, name);
  await host.recover(restored, recoveryCode, "another lantern heron copper");
  expect(await frames()).toBe(before);
});

test("a backup of protected work shows nothing of it on the disk", async () => {
  const { id, name } = await madeWork();
  await host.close();
  const folder = path.join(root, id, "backups", name);
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(path.join(entry.parentPath, entry.name), "latin1")),
  );
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.filter((text) => text.includes(marker))).toEqual([]);
});

test("protecting a workspace leaves no open copy of it among its backups", async () => {
  const id = await legacyWorkspace(root, [marker]);
  await host.open(id);
  const { name: open } = await backups.make(host.backupSource);
  await host.protect({ passphrase, recoveryCode });
  await backups.make(host.backupSource);
  const { backups: left } = await backups.state(id);
  expect(left).toHaveLength(1);
  expect(left[0]?.name).not.toBe(open);
});

test("one is due after a day with something new, and none where nothing was written", async () => {
  const { id } = await host.create(work("Desk"));
  await backups.makeIfDue(host.backupSource);
  expect((await backups.state(id)).backups).toHaveLength(0);
  await host.journal.append([new EntryMaker().next("d:all", marker)]);
  await backups.makeIfDue(host.backupSource);
  await backups.makeIfDue(host.backupSource);
  expect((await backups.state(id)).backups).toHaveLength(1);
});
