// `npm run tour`: walks the main job through the real interface and leaves reports and pictures under out/tour/.
// `npm run tour -- --pictures` also takes README's pictures from it.
import { spawnSync } from "node:child_process";
import { copyFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt, root } from "./built.mjs";

const { values } = parseArgs({ options: { pictures: { type: "boolean", default: false } } });

/** README's picture <- the tour's folder and what it shows there. */
const readmePictures = {
  "today.png": ["screens/light-1280x800", "today"],
  "matrix.png": ["screens/light-1280x800", "matrix"],
  "follow-ups.png": ["screens/light-1280x800", "follow-ups"],
  "report.png": ["screens/light-1280x800", "reports"],
  "cable-review.png": ["job", "cable-in-review"],
};

run("node", ["build/tools/ensure-chromium.mjs"]);
ensureBuilt();
const out = path.join(root, "out/tour");
rmSync(out, { recursive: true, force: true });
run("npx", ["--no-install", "playwright", "test", "--config", "e2e/tour.config.ts"]);
if (values.pictures) {
  for (const [name, [folder, what]] of Object.entries(readmePictures)) {
    const from = readdirSync(path.join(out, folder)).find(
      (file) => file.replace(/^\d+-/, "") === `${what}.png`,
    );
    copyFileSync(path.join(out, folder, from), path.join(root, "build/pictures", name));
  }
}
console.log(`Reports and pictures: ${path.relative(process.cwd(), out) || "."}`);

function run(command, args) {
  const ran = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (ran.status !== 0) process.exit(ran.status ?? 1);
}
