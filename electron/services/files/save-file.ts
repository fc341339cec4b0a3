// Writes an exported file in one step: the former file stays whole until the new one is on disk.
import { diskError } from "../disk/disk-error.ts";
import { replaceFile } from "../disk/durable.ts";

/** Exports are for others to open: the person's own umask decides who. */
const exportMode = 0o666;

/** Throws `file/save-full`, or `file/save-refused` (facts: reason, the system's code); then nothing has changed. */
export async function saveFile(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await replaceFile(file, bytes, exportMode);
  } catch (error) {
    throw diskError(error, { full: "file/save-full", refused: "file/save-refused" });
  }
}
