// Builds the app where `out/` is missing or older than the sources.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = ["electron", "renderer", "package.json", "build/tools/vite.config.ts"];
const results = ["out/main/serve.mjs", "out/preload/preload.cjs", "out/renderer/index.html"];

/** Builds if need be; ends the process where the build fails. */
export function ensureBuilt() {
  if (isBuilt()) return;
  console.log("Building Chancery (only after a change)...");
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--app", "--config", "build/tools/vite.config.ts", "--logLevel", "warn"];
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

function isBuilt() {
  const files = results.map((file) => path.join(root, file));
  if (!files.every((file) => existsSync(file))) return false;
  const oldest = Math.min(...files.map((file) => statSync(file).mtimeMs));
  return sources.every((source) => newest(path.join(root, source)) <= oldest);
}

function newest(place) {
  const found = statSync(place);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}
