// Backups of a workspace in its own folder: what each holds is listed in it with hashes, so that rot shows without a key.
import { open, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { AppError } from "#core/host/errors.ts";
import type { BackupInfo } from "#core/host/shapes.ts";
import { systemCode } from "../disk/disk-error.ts";

/** How a disk that does not take a backup, or give it back, is told. */
export const backupCodes = { full: "backup/full", refused: "backup/refused" } as const;
export const listName = "backup.json";
const firstLineBytes = 300;
const finishedName = /^\d{8}T\d{9}Z-\d+$/;
const unfinishedName = /^\.making-/;

const list = z.object({
  chancery: z.literal("backup"),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  frame: z.int().min(0),
  /** Attachments of the record that are not among the files. */
  lacks: z.int().min(0).default(0),
  /** Paths inside the backup, with forward slashes. */
  files: z.array(
    z.object({
      path: z.string().regex(/^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type BackupList = z.infer<typeof list>;

export function backupsFolder(workspace: string): string {
  return path.join(workspace, "backups");
}

/** 2026-11-24T10:05:00.123Z, 17 -> "20261124T100500123Z-17". */
export function backupName(madeAt: string, frame: number): string {
  return `${madeAt.replaceAll(/[-:.]/g, "")}-${frame}`;
}

/** Newest first; folders that are none, or whose list cannot be read, are passed over. */
export async function listBackups(workspace: string): Promise<readonly BackupInfo[]> {
  const names = await namesIn(backupsFolder(workspace));
  const found = await Promise.all(
    names.filter((name) => finishedName.test(name)).map((name) => infoOf(workspace, name)),
  );
  return found.flatMap((info) => info ?? []).toSorted((a, b) => b.madeAt.localeCompare(a.madeAt));
}

/** Throws `backup/damaged` where the list of a backup is missing or not whole. */
export async function readList(workspace: string, name: string): Promise<BackupList> {
  if (!finishedName.test(name)) throw new AppError("backup/missing");
  const file = path.join(backupsFolder(workspace), name, listName);
  try {
    return list.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (systemCode(error) === "ENOENT") throw new AppError("backup/missing", {}, { cause: error });
    throw new AppError("backup/damaged", { file: listName }, { cause: error });
  }
}

export async function removeBackup(workspace: string, name: string): Promise<void> {
  await rm(path.join(backupsFolder(workspace), name), { recursive: true, force: true });
}

/** What a host that was killed left half made; the one being made stays. */
export async function removeUnfinished(workspace: string, making: string): Promise<void> {
  for (const name of await namesIn(backupsFolder(workspace))) {
    if (unfinishedName.test(name) && name !== making) await removeBackup(workspace, name);
  }
}

async function infoOf(workspace: string, name: string): Promise<BackupInfo | null> {
  try {
    const { madeAt, frame, lacks, files } = await readList(workspace, name);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const unsealed = await isUnsealed(path.join(backupsFolder(workspace), name), files);
    return { name, madeAt, frame, bytes, unsealed, lacks };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** By the first line of its journal, so that it is found out even where its header is damaged. */
async function isUnsealed(backup: string, files: BackupList["files"]): Promise<boolean> {
  const journal = files.find((file) => file.path.endsWith(".jnl"));
  if (!journal) return false;
  try {
    const file = await open(path.join(backup, journal.path), "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(firstLineBytes), 0, firstLineBytes, 0);
      return buffer.subarray(0, bytesRead).toString("latin1").includes('"cipher":"none"');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) === "") throw error;
    return false;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}
