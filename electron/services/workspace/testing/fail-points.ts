// The works that must be done as a whole or not at all, each with the folder it begins in and what there must be after it.
import { rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { Backups } from "#services/backup/backups.ts";
import { listBackups } from "#services/backup/backup-folder.ts";
import { makeBackup } from "#services/backup/make-backup.ts";
import { dayAfter } from "#services/backup/testing/batches.ts";
import { EntryMaker } from "#services/journal/testing/entries.ts";
import { cheapKdf } from "#services/vault/testing/cheap-kdf.ts";
import { Workspaces } from "../workspaces.ts";
import { legacyWorkspace } from "./legacy.ts";
import { passphrase, recoveryCode, work } from "./work.ts";

interface Doing {
  readonly root: string;
  readonly host: Workspaces;
  /** The workspace that is open; "" where the work makes the first one. */
  readonly id: string;
}

export interface Work {
  readonly name: string;
  /** Makes what the work begins with and answers the workspace's id. */
  readonly base: (root: string) => Promise<string>;
  readonly run: (doing: Doing) => Promise<unknown>;
}

const attached = Buffer.from("%PDF-1.7 handed over ".repeat(3000));
const added = Buffer.from("%PDF-1.7 handed over later ".repeat(3000));
const secret = { passphrase, recoveryCode };
const log = "device-2:all";

async function fill(host: Workspaces, maker: EntryMaker): Promise<void> {
  const sha256 = await host.attachments.add(attached);
  await host.append([maker.next(log, sha256)]);
  for (let n = 1; n <= 3; n += 1) await host.append([maker.next(log, `Paris ${n}`)]);
}

/** Ten daily backups: the next one leaves one of them too many. */
async function backedUpBase(root: string): Promise<string> {
  return sealedBase(root, 10);
}

async function sealedBase(root: string, backups = 1): Promise<string> {
  const host = new Workspaces({ root, kdf: cheapKdf });
  const { id } = await host.create(work("Desk"));
  await fill(host, new EntryMaker());
  for (let day = 0; day < backups; day += 1) await makeBackup(host.backupSource, dayAfter(day));
  await host.close();
  return id;
}

async function openBase(root: string): Promise<string> {
  const id = await legacyWorkspace(root, ["Berlin", "Rome"]);
  const host = new Workspaces({ root, kdf: cheapKdf });
  await host.open(id);
  await fill(host, new EntryMaker());
  await host.close();
  return id;
}

function goingOn(host: Workspaces): EntryMaker {
  const maker = new EntryMaker();
  maker.startFrom(host.journal.head.logs);
  return maker;
}

export const works: readonly Work[] = [
  {
    name: "import",
    base: (root) => sealedBase(root),
    run: ({ host }) => {
      const maker = goingOn(host);
      return host.append(Array.from({ length: 150 }, (_, n) => maker.next(log, `Row ${n}`)));
    },
  },
  {
    name: "attach",
    base: (root) => sealedBase(root),
    run: async ({ host }) => host.append([goingOn(host).next(log, await host.attachments.add(added))]),
  },
  { name: "protect", base: openBase, run: ({ host }) => host.protect(secret) },
  { name: "new key", base: (root) => sealedBase(root), run: ({ host }) => host.newEpoch(secret) },
  {
    name: "backup and rotation",
    base: backedUpBase,
    run: ({ host }) => makeBackup(host.backupSource, dayAfter(10)),
  },
  {
    name: "restore",
    base: (root) => sealedBase(root),
    run: async ({ root, id }) => {
      const backups = new Backups(root);
      return backups.restore(id, (await backups.state(id)).backups[0]?.name ?? "");
    },
  },
  {
    name: "new sample",
    base: async () => "",
    run: ({ host }) => host.create({ label: "Sample", kind: "sample" }),
  },
  { name: "new workspace", base: async () => "", run: ({ host }) => host.create(work("Desk")) },
];

/** The host that does the work, with its workspace open. */
export async function hostOn(root: string, id: string): Promise<Workspaces> {
  const host = new Workspaces({ root, kdf: cheapKdf });
  if (id !== "") await openAny(host, id);
  return host;
}

async function openAny(host: Workspaces, id: string): Promise<void> {
  const found = (await host.list()).find((summary) => summary.id === id);
  await (found?.isProtected ? host.unlock(id, passphrase) : host.open(id));
}

/** All that can be opened and given back, as text: two equal texts hold the same record. Damage throws. */
export async function whatThereIs(root: string): Promise<string> {
  const found: string[] = [];
  const ids = (await new Workspaces({ root, kdf: cheapKdf }).list()).map(({ id }) => id);
  for (const id of ids) {
    for (const name of ["lock", "lock.taking"]) rmSync(path.join(root, id, name), { force: true });
    const host = new Workspaces({ root, kdf: cheapKdf });
    await openAny(host, id);
    const { frames } = await host.journal.read(1, 1_000_000_000);
    const source = host.backupSource;
    const names = await source.attachments.store.names();
    for (const name of names) {
      if (!(await source.attachments.store.isWhole(name))) throw new Error(`attachment ${name} is damaged`);
    }
    const { folderName } = source.attachments;
    const record = { frames, attachments: names.length, folderName };
    await host.close();
    const backups = (await listBackups(path.join(root, id))).map(({ name }) => name);
    found.push(JSON.stringify({ ...record, backups }));
  }
  return found.toSorted().join("\n");
}

/** Restores the newest backup of each workspace; throws where one that is listed cannot be given back. */
export async function restoreNewest(root: string): Promise<void> {
  const backups = new Backups(root);
  for (const id of (await readdir(root)).filter((name) => /^[0-9a-f]{8}-/.test(name))) {
    const [newest] = (await backups.state(id)).backups;
    if (!newest) continue;
    const host = new Workspaces({ root, kdf: cheapKdf });
    const { id: restored, lost } = await backups.restore(id, newest.name);
    await openAny(host, restored);
    const { frame } = host.journal.head;
    await host.close();
    if (frame !== newest.frame || lost > 0) throw new Error(`${newest.name} is not whole`);
  }
}
