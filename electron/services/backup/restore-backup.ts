// Makes a workspace folder of a backup, beside all others: nothing that is there is touched.
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#core/host/errors.ts";
import { diskError, systemCode } from "../disk/disk-error.ts";
import { replaceFile, syncFolder } from "../disk/durable.ts";
import { backupCodes, type BackupList, backupsFolder, readList } from "./backup-folder.ts";
import { copyFile } from "./copy-file.ts";

/** Lies in a folder until it is first opened: whoever opens it gives it a device id of its own. */
const mark = "restored";

export interface Restored {
  readonly id: string;
  /** Attachments that neither the backup nor the workspace has as they were. The record still names them. */
  readonly lost: number;
}

const attachment = /^attachments(-\d+)?\//;

/**
 * Answers the new workspace's id. Every file is compared with the backup's list while it is copied; the folder has its
 * name only once all of it is on disk. A damaged attachment keeps nobody from their record: the workspace's own is taken
 * where that is whole, else it is left out. Throws `backup/missing`, `backup/damaged` (facts: file), `backup/full`, `backup/refused`.
 */
export async function restoreBackup(root: string, id: string, name: string): Promise<Restored> {
  const list = await readList(path.join(root, id), name);
  const from = path.join(backupsFolder(path.join(root, id)), name);
  const restoredId = randomUUID();
  const making = path.join(root, `.restoring-${restoredId}`);
  try {
    await mkdir(making, { mode: 0o700 });
    let lost = list.lacks;
    for (const file of list.files) {
      if (await isCopied(file, from, making)) continue;
      if (!attachment.test(file.path)) throw new AppError("backup/damaged", { file: file.path });
      if (!(await isCopied(file, path.join(root, id), making))) lost += 1;
    }
    await replaceFile(path.join(making, mark), Buffer.from(list.madeAt));
    for (const folder of new Set(list.files.map((file) => path.dirname(path.join(making, file.path))))) {
      await syncFolder(folder);
    }
    await rename(making, path.join(root, restoredId));
    await syncFolder(root);
    return { id: restoredId, lost };
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw diskError(error, backupCodes);
  }
}

/** False, with nothing left of it, where the file is missing in `from` or not as the list says. */
async function isCopied(file: BackupList["files"][number], from: string, making: string): Promise<boolean> {
  const target = path.join(making, file.path);
  try {
    const copied = await copyFile(path.join(from, file.path), target, null);
    if (copied.bytes === file.bytes && copied.sha256 === file.sha256) return true;
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
  await rm(target, { force: true });
  return false;
}

/** Of which instant a folder is the backup that has been restored and not been opened since; null for all others. */
export async function restoredFrom(folder: string): Promise<string | null> {
  try {
    return await readFile(path.join(folder, mark), "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** What a restored workspace is called, beside the one it was a backup of: "Desk 2026-11-24". */
export function restoredLabel(label: string, madeAt: string): string {
  return `${label} ${madeAt.slice(0, 10)}`.trimEnd();
}

/** To be called once the header names the new device. */
export async function forgetRestored(folder: string): Promise<void> {
  await rm(path.join(folder, mark), { force: true });
}
