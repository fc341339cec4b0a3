// The attachments of a backup: what the last backup has and is still whole is linked from there, the rest is copied.
import { link, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { AttachmentStore } from "../attachments/attachment-store.ts";
import { systemCode } from "../disk/disk-error.ts";
import { syncFolder } from "../disk/durable.ts";
import { copyFile, type Copied, hashFile } from "./copy-file.ts";

export interface AttachmentSource {
  /** Name of their folder inside the workspace's. */
  readonly folderName: string;
  readonly store: Pick<AttachmentStore, "names" | "isWhole">;
}

interface CopiedAttachments {
  readonly files: readonly (Copied & { readonly path: string })[];
  /** How many of the workspace's own are not whole. */
  readonly damaged: number;
}

/** Each is opened in the backup before it is listed. `last` is the folder of the backup before, or null. */
export async function copyAttachments(
  workspace: string,
  { folderName, store }: AttachmentSource,
  last: string | null,
  making: string,
): Promise<CopiedAttachments> {
  const files: (Copied & { path: string })[] = [];
  let damaged = 0;
  const names = await store.names();
  if (names.length > 0) await mkdir(path.join(making, folderName), { mode: 0o700 });
  for (const name of names) {
    const inside = `${folderName}/${name}`;
    const target = path.join(making, inside);
    if (!(await store.isWhole(name))) damaged += 1;
    const isLinked = last !== null && (await linked(path.join(last, inside), target));
    if (isLinked && (await store.isWhole(name, target))) {
      files.push({ path: inside, ...(await hashFile(target)) });
      continue;
    }
    await rm(target, { force: true });
    const copied = await copyFile(path.join(workspace, inside), target, null);
    if (await store.isWhole(name, target)) files.push({ path: inside, ...copied });
    else await rm(target, { force: true });
  }
  if (names.length > 0) await syncFolder(path.join(making, folderName));
  return { files, damaged };
}

/** Files of backups are never written again, so that two may share one. False where there is none, or the disk has no links. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === "") throw error;
    return false;
  }
}
