// Asks the disk for its free space before a batch is begun, so that it does not run full halfway through one.
import { statfs } from "node:fs/promises";
import { AppError } from "#core/host/errors.ts";
import type { DiskCodes } from "./disk-error.ts";

/** What is smaller is simply tried: a single edit must be savable on a disk that is nearly full. */
const batchBytes = 1_000_000;
const leastFree = 200_000_000;

/**
 * Throws the code for a full disk where `folder` has less than 200 MB or three times `bytes` free: the batch itself,
 * the view that is made of it, and its backup.
 */
export async function ensureRoom(
  folder: string,
  bytes: number,
  codes: Pick<DiskCodes, "full">,
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
): Promise<void> {
  if (bytes < batchBytes) return;
  if ((await freeBytes(folder)) < Math.max(leastFree, 3 * bytes))
    throw new AppError(codes.full, { reason: "ENOSPC" });
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
