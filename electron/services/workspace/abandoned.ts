// What a host that was killed left half made under the root: new workspaces and restores that never got their name.
import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { systemCode } from "../disk/disk-error.ts";

const halfMade = /^\.(?:making|restoring)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Another host may be at work on one just now; none works a day without writing a byte. */
const abandonedMs = 24 * 60 * 60 * 1000;

/** Nobody was ever told that any of it is there, so nobody misses it. What cannot be removed now is tried at the next start. */
export async function removeAbandoned(root: string): Promise<void> {
  try {
    const names = (await readdir(root)).filter((name) => halfMade.test(name));
    for (const folder of names.map((name) => path.join(root, name))) {
      if (Date.now() - (await lastWritten(folder)) > abandonedMs) await rm(folder, { recursive: true });
    }
  } catch (error) {
    if (systemCode(error) === "") throw error;
  }
}

/** The latest of all that lies in it: a large file is written for a while under a folder that does not change. */
async function lastWritten(folder: string): Promise<number> {
  const within = await readdir(folder, { recursive: true });
  const times = await Promise.all(
    [folder, ...within.map((name) => path.join(folder, name))].map(async (place) => stat(place)),
  );
  return Math.max(...times.map(({ mtimeMs }) => mtimeMs));
}
