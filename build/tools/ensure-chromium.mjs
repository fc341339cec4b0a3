// Makes sure the tests have a Chromium: one that is there, else Playwright's download, else Debian's package.
import { spawnSync } from "node:child_process";
import { findChromium } from "./chromium.mjs";

const attempts = [
  {
    what: "Playwright's browser",
    command: "npx",
    args: ["--no-install", "playwright", "install", "chromium"],
  },
  ...(canUseApt()
    ? [
        { what: "the list of Debian's packages", command: "apt-get", args: ["update", "-qq"] },
        {
          what: "Debian's chromium",
          command: "apt-get",
          args: ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
        },
      ]
    : []),
];

let found = findChromium();
for (const { what, command, args } of attempts) {
  if (found) break;
  console.log(`No Chromium here; fetching ${what}...`);
  spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  found = findChromium();
}
if (!found) {
  console.error("Install Chromium, Google Chrome or Microsoft Edge, or name one with CHROMIUM_PATH.");
  process.exit(1);
}
console.log(`Chromium: ${found}`);

function canUseApt() {
  return (
    process.platform === "linux" &&
    process.getuid?.() === 0 &&
    spawnSync("apt-get", ["--version"]).status === 0
  );
}
