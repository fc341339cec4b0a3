// A crash must not leave the process's memory in a file: no core dumps of it, nor of what it starts from then on.
import { spawnSync } from "node:child_process";

/**
 * Node cannot set its own limits, so util-linux does, which every Linux has; where it is missing this does nothing.
 * macOS grants no core dumps unless asked, and Windows has none of this kind.
 */
export function limitCoreDumps(): void {
  if (process.platform !== "linux") return;
  spawnSync("prlimit", ["--pid", String(process.pid), "--core=0:0"], { stdio: "ignore" });
}
