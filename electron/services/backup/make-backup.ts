// Makes a backup of an open workspace: copied, made durable, opened again and compared, and only then given its name.
import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { AppError } from "#core/host/errors.ts";
import type { BackupInfo, JournalHead } from "#core/host/shapes.ts";
import { diskError } from "../disk/disk-error.ts";
import { replaceFile, syncFolder } from "../disk/durable.ts";
import { ensureRoom } from "../disk/room.ts";
import type { Journal } from "../journal/journal.ts";
import {
  backupCodes,
  backupName,
  backupsFolder,
  listBackups,
  listName,
  removeBackup,
  removeUnfinished,
} from "./backup-folder.ts";
import { type AttachmentSource, copyAttachments } from "./copy-attachments.ts";
import { type Copied, copyFile } from "./copy-file.ts";
import { keptOf } from "./rotation.ts";

export interface BackupSource {
  readonly folder: string;
  /** No vault: its backups are as legible as it is. */
  readonly unsealed: boolean;
  /** Name of the journal's folder inside it. */
  readonly journalName: string;
  readonly journal: Pick<Journal, "head" | "extent">;
  readonly attachments: AttachmentSource;
  /** Opens a copy of the folder as the workspace itself is opened, reads all of it, and answers where its journal ends. */
  readonly reopen: (copy: string) => Promise<JournalHead>;
}

const headers = ["vault.json", "vault.bak.json"];

export interface MadeBackup extends BackupInfo {
  /** See `BackupState`. The record is backed up all the same. */
  readonly damaged: readonly string[];
}

/** Throws `backup/full`, `backup/refused`, `backup/not-verified`; nothing is left then, and older backups stand. */
export async function makeBackup(source: BackupSource, madeAt: string): Promise<MadeBackup> {
  const { head, extent } = source.journal;
  const place = backupsFolder(source.folder);
  const making = path.join(place, `.making-${randomBytes(6).toString("hex")}`);
  const name = backupName(madeAt, head.frame);
  try {
    await mkdir(making, { recursive: true, mode: 0o700 });
    await removeUnfinished(source.folder, path.basename(making));
    await ensureRoom(
      source.folder,
      extent.reduce((sum, { bytes }) => sum + bytes, 0),
      backupCodes,
    );
    const [last] = await listBackups(source.folder);
    const record = await copyAll(source, extent, making);
    const attached = await copyAttachments(
      source.folder,
      source.attachments,
      last ? path.join(place, last.name) : null,
      making,
    );
    const files = [...record, ...attached.files];
    if (!isDeepStrictEqual(await source.reopen(making), head)) throw new AppError("backup/not-verified");
    const { damaged, lacks } = attached;
    const list = { chancery: "backup", format: 1, madeAt, frame: head.frame, lacks, files };
    await replaceFile(path.join(making, listName), Buffer.from(`${JSON.stringify(list, null, 2)}\n`));
    await rename(making, path.join(place, name));
    await syncFolder(place);
    await prune(source.folder);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return { name, madeAt, frame: head.frame, bytes, unsealed: source.unsealed, lacks, damaged };
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw diskError(error, backupCodes);
  }
}

interface ListedFile extends Copied {
  readonly path: string;
}

async function copyAll(
  { folder, journalName }: BackupSource,
  extent: Journal["extent"],
  making: string,
): Promise<readonly ListedFile[]> {
  const wanted = [
    ...(await present(folder, headers)).map((name) => ({ path: name, bytes: null })),
    ...extent.map(({ name, bytes }) => ({ path: `${journalName}/${name}`, bytes })),
  ];
  const files: ListedFile[] = [];
  for (const { path: inside, bytes } of wanted) {
    files.push({
      path: inside,
      ...(await copyFile(path.join(folder, inside), path.join(making, inside), bytes)),
    });
  }
  await syncFolder(path.join(making, journalName));
  await syncFolder(making);
  return files;
}

async function prune(folder: string): Promise<void> {
  const all = await listBackups(folder);
  const kept = keptOf(all.map(({ madeAt }) => madeAt));
  for (const { name, madeAt } of all) if (!kept.has(madeAt)) await removeBackup(folder, name);
}

async function present(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const found = new Set(await readdir(folder));
  return names.filter((name) => found.has(name));
}
