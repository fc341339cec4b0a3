// Backups are whole, verified and restorable; a bad one never takes the place of anything.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JournalHead } from "#core/host/shapes.ts";
import type { Journal } from "../journal/journal.ts";
import { nodeFiles } from "../journal/node-files.ts";
import { EntryMaker } from "../journal/testing/entries.ts";
import { journalOn } from "../journal/testing/journal-on.ts";
import { listBackups } from "./backup-folder.ts";
import { type BackupSource, makeBackup } from "./make-backup.ts";
import { restoreBackup, restoredFrom } from "./restore-backup.ts";

const id = "00000000-0000-4000-8000-000000000009";
const madeAt = "2026-11-24T10:05:00.123Z";
let root: string;
let folder: string;
let journal: Journal;
let maker: EntryMaker;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-backup-"));
  folder = path.join(root, id);
  await mkdir(folder);
  await writeFile(path.join(folder, "vault.json"), "the header");
  // Small files, so that a backup spans several.
  ({ journal } = await journalOn(nodeFiles(path.join(folder, "journal")), { rotateAt: 2000 }));
  maker = new EntryMaker();
  for (let n = 0; n < 30; n += 1) await journal.append([maker.next("d:all", `value ${n}`)]);
});

afterEach(async () => {
  await journal.close();
  await rm(root, { recursive: true });
});

async function reopen(copy: string): Promise<JournalHead> {
  const again = await journalOn(nodeFiles(path.join(copy, "journal")), { rotateAt: 2000 });
  await again.journal.close();
  return again.journal.head;
}

function source(change: Partial<BackupSource> = {}): BackupSource {
  const none = { names: async () => [], isWhole: async () => true };
  const attachments = { folderName: "attachments", store: none, mentioned: async () => [] };
  return { folder, unsealed: true, journalName: "journal", journal, attachments, reopen, ...change };
}

async function backupFolders(): Promise<readonly string[]> {
  return readdir(path.join(folder, "backups"));
}

describe("a backup", () => {
  it("is listed once made, and restores to the same record under another id", async () => {
    const { damaged, ...info } = await makeBackup(source(), madeAt);
    expect(damaged).toEqual([]);
    expect(info).toMatchObject({ name: "20261124T100500123Z-30", madeAt, frame: 30 });
    expect(await listBackups(folder)).toEqual([info]);
    const { id: restored } = await restoreBackup(root, id, info.name);
    expect(restored).not.toBe(id);
    expect(await reopen(path.join(root, restored))).toEqual(journal.head);
    expect(await readFile(path.join(root, restored, "vault.json"), "utf8")).toBe("the header");
    expect(await restoredFrom(path.join(root, restored))).toBe(madeAt);
    expect(await restoredFrom(folder)).toBeNull();
  });

  it("holds the record as it stood when it was begun, whatever is written meanwhile", async () => {
    const making = makeBackup(source(), madeAt);
    for (let n = 0; n < 20; n += 1) await journal.append([maker.next("d:all", `later ${n}`)]);
    const info = await making;
    const { id: restored } = await restoreBackup(root, id, info.name);
    expect((await reopen(path.join(root, restored))).frame).toBe(info.frame);
    expect(info.frame).toBe(30);
  });

  it("is not called one where the copy does not read as the record does", async () => {
    const lying = source({ reopen: async (copy) => ({ ...(await reopen(copy)), frame: 29 }) });
    await expect(makeBackup(lying, madeAt)).rejects.toMatchObject({ code: "backup/not-verified" });
    expect(await backupFolders()).toEqual([]);
  });

  it("is not called one where a byte of the copy went wrong on its way", async () => {
    const rotting = source({
      reopen: async (copy) => {
        const file = path.join(copy, "journal", "000001.jnl");
        const bytes = await readFile(file);
        bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
        await writeFile(file, bytes);
        return reopen(copy);
      },
    });
    await expect(makeBackup(rotting, madeAt)).rejects.toMatchObject({ code: "journal/damaged" });
    expect(await backupFolders()).toEqual([]);
  });

  it("clears away what a killed host left half made", async () => {
    await cp(path.join(folder, "journal"), path.join(folder, "backups", ".making-123456"), {
      recursive: true,
    });
    await makeBackup(source(), madeAt);
    expect(await backupFolders()).toEqual(["20261124T100500123Z-30"]);
  });

  it("makes room for itself by the rule of rotation", async () => {
    for (let day = 1; day <= 24; day += 1) {
      await makeBackup(source(), `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z`);
    }
    const days = (await listBackups(folder)).map((info) => info.madeAt.slice(8, 10));
    expect(days).toEqual(["24", "23", "22", "21", "20", "19", "18", "15", "08"]);
  });
});

describe("a damaged backup", () => {
  it.each([
    ["a flipped bit", flipped],
    ["a shortened file", (file: string) => truncate(file, 100)],
    ["a missing file", (file: string) => rm(file)],
  ])("with %s is refused by name and leaves nothing behind", async (_, harm) => {
    const { name } = await makeBackup(source(), madeAt);
    await harm(path.join(folder, "backups", name, "journal", "000002.jnl"));
    await expect(restoreBackup(root, id, name)).rejects.toMatchObject({
      code: "backup/damaged",
      facts: { file: "journal/000002.jnl" },
    });
    expect(await readdir(root)).toEqual([id]);
  });

  it.each(["../../etc", "20261124T100500123Z-99", ""])("named %j is not there", async (name) => {
    await expect(restoreBackup(root, id, name)).rejects.toMatchObject({ code: "backup/missing" });
  });

  it("whose list leads out of its folder is refused", async () => {
    const { name } = await makeBackup(source(), madeAt);
    const file = path.join(folder, "backups", name, "backup.json");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("journal/000001.jnl", "../../vault.json"));
    await expect(restoreBackup(root, id, name)).rejects.toMatchObject({ code: "backup/damaged" });
  });
});

async function flipped(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[200] = (bytes[200] ?? 0) ^ 4;
  await writeFile(file, bytes);
}
