// `npm run tour`: walks the main job through the real interface and leaves reports and pictures under out/tour/.
// `npm run tour -- --pictures` also takes README's pictures from it.
import { spawnSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt, root } from "./built.mjs";

const { values } = parseArgs({ options: { pictures: { type: "boolean", default: false } } });

/** README's picture <- the tour's. */
const readmePictures = {
  "today.png": "screens/light-1280x800/00-today.png",
  "matrix.png": "screens/light-1280x800/09-matrix.png",
  "follow-ups.png": "screens/light-1280x800/18-follow-ups.png",
  "report.png": "screens/light-1280x800/19-reports.png",
  "cable-review.png": "job/05-cable-in-review.png",
};

run("node", ["build/tools/ensure-chromium.mjs"]);
ensureBuilt();
const out = path.join(root, "out/tour");
rmSync(out, { recursive: true, force: true });
run("npx", ["--no-install", "playwright", "test", "--config", "e2e/tour.config.ts"]);
if (values.pictures) {
  for (const [name, from] of Object.entries(readmePictures)) {
    copyFileSync(path.join(out, from), path.join(root, "build/pictures", name));
  }
}
console.log(`Reports and pictures: ${path.relative(process.cwd(), out) || "."}`);

function run(command, args) {
  const ran = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (ran.status !== 0) process.exit(ran.status ?? 1);
}
