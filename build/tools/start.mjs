// `npm start`: opens the desktop app, or the browser edition where Electron cannot run, and says which and why.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureBuilt, root } from "./built.mjs";
import { findChromium } from "./chromium.mjs";
import { fetchElectron, findElectron } from "./electron-path.mjs";

const fetchLimitSeconds = 90;
/** A desktop app that ends badly this soon never came up. */
const stillbornMs = 10_000;

const wantsBrowser = process.argv.includes("--browser");
const rest = process.argv.slice(2).filter((argument) => argument !== "--browser");

ensureBuilt();
const choice = wantsBrowser ? { why: "as asked" } : await chooseHost();
process.exitCode = choice.electron ? await startDesktop(choice.electron) : await startBrowser(choice.why);

async function chooseHost() {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { why: "there is no display" };
  }
  const found = findElectron();
  if (found) return { electron: found };
  console.log("Electron's runtime is not here yet; asking its installer to fetch it...");
  const fetched = await fetchElectron(fetchLimitSeconds);
  return fetched ? { electron: fetched } : { why: "Electron's runtime could not be fetched" };
}

async function startDesktop(electron) {
  console.log("Starting the desktop app.");
  const started = performance.now();
  const code = await run(electron, [".", ...rest]);
  if (code === 0 || performance.now() - started > stillbornMs) return code;
  return startBrowser("Electron did not start on this machine");
}

function startBrowser(why) {
  console.log(`Starting the browser edition: ${why}.`);
  const browser = findChromium();
  if (!browser)
    console.log(
      "No Chromium, Chrome or Edge was found: open the address in any browser; PDF is not offered.",
    );
  const environment = { ...process.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) };
  return run(process.execPath, [path.join("out", "main", "serve.mjs"), ...rest], environment);
}

/** Runs to the end and answers the exit code. The child decides what a signal means. */
function run(command, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", env });
    // Ctrl+C reaches the child by itself, through the terminal.
    process.on("SIGINT", () => undefined);
    process.once("SIGTERM", () => child.kill("SIGTERM"));
    child.once("error", () => resolve(1));
    child.once("close", (code) => resolve(code ?? 1));
  });
}
