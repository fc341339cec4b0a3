// The folders under the root: which of them are workspaces, and what each says of itself before it is opened.
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#core/host/errors.ts";
import type { WorkspaceSummary } from "#core/host/shapes.ts";
import { restoredFrom, restoredLabel } from "../backup/restore-backup.ts";
import { diskError } from "../disk/disk-error.ts";
import { syncFolder } from "../disk/durable.ts";
import type { KeptKeys } from "../vault/kept-keys.ts";
import { keyFor } from "../vault/keys.ts";
import { keychainWrapOf, sealedFormat, type WorkspaceHeader } from "./header.ts";
import { readHeader, writeHeader } from "./header-files.ts";
import { isLocked } from "./lock.ts";

/** A folder's name, and so a workspace's id: never a path, never `databases` (Chromium deletes those). */
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const codes = { full: "journal/full", refused: "workspace/read-only" } as const;

/** Makes the root where it is missing. */
export async function folderIds(root: string): Promise<readonly string[]> {
  return onDisk(async () => {
    await mkdir(root, { recursive: true, mode: 0o700 });
    const found = await readdir(root, { withFileTypes: true });
    return found.filter((entry) => entry.isDirectory() && idShape.test(entry.name)).map(({ name }) => name);
  });
}

/** It has its name only once its header is on disk, so that no folder without one is taken for a damaged workspace. */
export async function makeFolder(
  root: string,
  header: WorkspaceHeader,
  dataKey: Uint8Array | null,
): Promise<void> {
  const making = path.join(root, `.making-${header.vault}`);
  try {
    await mkdir(making, { recursive: true, mode: 0o700 });
    await writeHeader(making, header, dataKey && keyFor(dataKey, header, "header"));
    await rename(making, path.join(root, header.vault));
    await syncFolder(root);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

export async function summaryOf(
  id: string,
  folder: string,
  isOpenHere: boolean,
  keptKeys: KeptKeys,
): Promise<WorkspaceSummary> {
  try {
    const header = await readHeader(folder);
    const { label: own, kind, createdAt, lastOpenedAt } = header;
    const backupOf = await restoredFrom(folder);
    const label = backupOf === null ? own : restoredLabel(own, backupOf);
    const trouble = !isOpenHere && (await isLocked(folder)) ? "locked" : null;
    const isProtected = header.format === sealedFormat;
    const opensByKeychain = keptKeys.offers(id, keychainWrapOf(header));
    return { id, label, kind, createdAt, lastOpenedAt, isProtected, opensByKeychain, trouble };
  } catch (error) {
    if (!(error instanceof AppError)) throw diskError(error, codes);
    const trouble = error.code === "workspace/newer" ? "newer" : "damaged";
    const nameless = { label: "", kind: "work", createdAt: "", lastOpenedAt: null } as const;
    return { id, ...nameless, isProtected: false, opensByKeychain: false, trouble };
  }
}

/** A failed system call becomes the error people are told. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskError(error, codes);
  }
}
