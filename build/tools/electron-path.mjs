// Finds Electron's runtime, and fetches it with Electron's own installer where asked to.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/** Path of the runtime, or null. Never triggers a download, as `require("electron")` would. */
export function findElectron() {
  const named = process.env.ELECTRON_EXECUTABLE;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`ELECTRON_EXECUTABLE names ${named}, which is not there`);
  }
  const folder = electronFolder();
  if (folder === null) return null;
  const pathFile = path.join(folder, "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8") : defaultName();
  const file = path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, "dist"), name);
  return existsSync(file) ? file : null;
}

/**
 * Lets Electron's installer fetch the runtime, its progress shown; it honours ELECTRON_MIRROR. Null where it fails:
 * its error is silenced, since the caller says in one line what happens instead.
 */
export async function fetchElectron(limitSeconds) {
  const folder = electronFolder();
  if (folder === null) return null;
  const script = `console.error = () => {}; require(${JSON.stringify(path.join(folder, "install.js"))});`;
  const installer = spawn(process.execPath, ["-e", script], {
    stdio: ["ignore", "inherit", "inherit"],
    timeout: limitSeconds * 1000,
    killSignal: "SIGKILL",
  });
  await new Promise((resolve) => installer.once("close", resolve).once("error", resolve));
  return findElectron();
}

function electronFolder() {
  try {
    return path.dirname(require.resolve("electron/package.json"));
  } catch {
    return null; // installed without development dependencies
  }
}

function defaultName() {
  if (process.platform === "win32") return "electron.exe";
  return process.platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron";
}
