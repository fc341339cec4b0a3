// Type-checks each environment with only the globals it really has; stops at the first that fails.
import { spawnSync } from "node:child_process";

const projects = ["renderer/core", "renderer", "electron", "e2e", "build"];
for (const project of projects) {
  const run = spawnSync("npx", ["--no-install", "tsc", "-p", project], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
