// The folder all data lies under: for this person's eyes only.
import { chmod, mkdir } from "node:fs/promises";

/** Makes it where it is missing, and closes it to others where it is open to them. */
export async function ensurePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== "win32") await chmod(folder, 0o700);
}
