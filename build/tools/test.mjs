// Everything a change must pass, in the order that fails soonest: `npm test`.
import { spawnSync } from "node:child_process";

const steps = [
  ["A Chromium for the tests", "node", ["build/tools/ensure-chromium.mjs"]],
  ["Format, lint, types, dead code", "npm", ["run", "--silent", "check"]],
  ["Unit tests (Node) and component tests (Chromium)", "npx", ["--no-install", "vitest", "run", "--config", "build/tools/vitest.config.ts"]],
  ["Build", "npm", ["run", "--silent", "build"]],
  ["End to end", "npm", ["run", "--silent", "e2e"]],
  ["Packaging", "npm", ["run", "--silent", "pack:check"]],
];

for (const [title, command, args] of steps) {
  console.log(`\n== ${title}`);
  const started = performance.now();
  const run = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  console.log(`== ${title}: ${Math.round((performance.now() - started) / 1000)} s`);
  if (run.status !== 0) process.exit(run.status ?? 1);
}
