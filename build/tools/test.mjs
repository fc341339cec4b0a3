// Everything a change must pass, in the order that fails soonest: `npm test`.
import { spawnSync } from "node:child_process";

const steps = [
  { title: "A Chromium for the tests", command: "node", args: ["build/tools/ensure-chromium.mjs"] },
  { title: "Format, lint, types, dead code", command: "npm", args: ["run", "--silent", "check"] },
  {
    title: "Unit tests (Node) and component tests (Chromium)",
    command: "npx",
    args: ["--no-install", "vitest", "run", "--config", "build/tools/vitest.config.ts"],
  },
  { title: "Build", command: "npm", args: ["run", "--silent", "build"] },
  { title: "End to end", command: "npm", args: ["run", "--silent", "e2e"] },
  { title: "Packaging", command: "npm", args: ["run", "--silent", "pack:check"] },
];

for (const { title, command, args } of steps) {
  console.log(`\n== ${title}`);
  const started = performance.now();
  const run = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  console.log(`== ${title}: ${Math.round((performance.now() - started) / 1000)} s`);
  if (run.status !== 0) process.exit(run.status ?? 1);
}
