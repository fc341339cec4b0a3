// Whether a process is still the one it was: its id may have been given to another since.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { systemCode } from "../disk/disk-error.ts";

const run = promisify(execFile);

/** Something that differs between two processes that had the same id one after the other; "" where it cannot be told. */
export async function processStart(pid: number): Promise<string> {
  try {
    if (process.platform === "linux") return await startOnLinux(pid);
    if (process.platform === "darwin")
      return (await run("ps", ["-o", "lstart=", "-p", String(pid)])).stdout.trim();
  } catch {
    // The process is gone or hidden; `isRunning` tells which.
  }
  return "";
}

/** Sends no signal. A process of another user counts as running. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

/** Boot id and start time in ticks since boot: field 22 of proc_pid_stat(5), counted after the command's brackets. */
async function startOnLinux(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const afterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const boot = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
  return `${boot} ${afterName[19] ?? ""}`;
}
