// A real file system of a few hundred kilobytes for tests of a full disk: a tmpfs, which only root may mount.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface SmallDisk {
  readonly folder: string;
  /** Changes it while files are open: "size=512k", "ro". */
  readonly remount: (options: string) => void;
  readonly unmount: () => Promise<void>;
}

/** Null where one cannot be mounted here. */
export async function mountSmallDisk(kilobytes: number): Promise<SmallDisk | null> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const folder = await mkdtemp(path.join(tmpdir(), "chancery-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder]);
  const unmount = async (): Promise<void> => {
    spawnSync("umount", [folder]);
    await rm(folder, { recursive: true, force: true });
  };
  const remount = (options: string): void => {
    const run = spawnSync("mount", ["-o", `remount,${options}`, folder], { encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stderr);
  };
  if (mounted.status === 0) return { folder, remount, unmount };
  await unmount();
  return null;
}
