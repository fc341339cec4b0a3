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
  /** SHA-256 of the record's attachments whose files have these names. */
  readonly mentioned: (names: ReadonlySet<string>) => Promise<readonly string[]>;
}

interface CopiedAttachments {
  readonly files: readonly (Copied & { readonly path: string })[];
  /** SHA-256 of the record's whose file in the workspace is not whole; the backup before may have had it. */
  readonly damaged: readonly string[];
  /** How many of those this backup is without. */
  readonly lacks: number;
}

/** Each is opened in the backup before it is listed. `last` is the folder of the backup before, or null. */
export async function copyAttachments(
  workspace: string,
  { folderName, store, mentioned }: AttachmentSource,
  last: string | null,
  making: string,
): Promise<CopiedAttachments> {
  const files: (Copied & { path: string })[] = [];
  const damaged = new Set<string>();
  const lacking = new Set<string>();
  const names = await store.names();
  if (names.length > 0) await mkdir(path.join(making, folderName), { mode: 0o700 });
  for (const name of names) {
    const inside = `${folderName}/${name}`;
    const target = path.join(making, inside);
    if (!(await store.isWhole(name))) damaged.add(name);
    const isLinked = last !== null && (await linked(path.join(last, inside), target));
    if (isLinked && (await store.isWhole(name, target))) {
      files.push({ path: inside, ...(await hashFile(target)) });
      continue;
    }
    await rm(target, { force: true });
    const copied = await copyFile(path.join(workspace, inside), target, null);
    if (await store.isWhole(name, target)) files.push({ path: inside, ...copied });
    else {
      lacking.add(name);
      await rm(target, { force: true });
    }
  }
  if (names.length > 0) await syncFolder(path.join(making, folderName));
  const wanted = damaged.size === 0 ? [] : await mentioned(damaged);
  const lacks = lacking.size === 0 ? 0 : (await mentioned(lacking)).length;
  return { files, damaged: wanted, lacks };
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
