// Writes that survive a power cut: temporary file, fsync, rename, fsync of the folder.
import { randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import path from "node:path";

const privateFile = 0o600;

/** Makes a rename or a new name in `folder` durable. Windows has no handle for a folder and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, position + done);
    done += bytesWritten;
  }
}

/** A name beside `file` that nobody else uses. Hidden, so that a half-written file is not taken for the real one. */
export function temporaryName(file: string): string {
  return path.join(path.dirname(file), `.${randomBytes(9).toString("base64url")}.tmp`);
}

/**
 * Puts `bytes` in place of `file`: after any failure the former file is whole and no temporary one is left.
 * `mode` is for new files.
 */
export async function replaceFile(file: string, bytes: Uint8Array, mode = privateFile): Promise<void> {
  const temporary = temporaryName(file);
  try {
    const handle = await open(temporary, "wx", mode);
    try {
      await writeAll(handle, bytes, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}
