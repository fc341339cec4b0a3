// Finds a Chromium-family browser and says how to start it quietly: for the app, the tests and the pictures.
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import path from "node:path";

const linuxNames = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];
const macApps = ["Chromium", "Google Chrome", "Microsoft Edge"];
const windowsApps = [
  ["Chromium", "Application", "chrome.exe"],
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
];

function installedPlaces() {
  if (process.platform === "win32") {
    const roots = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map((name) => process.env[name]);
    return windowsApps.flatMap((app) => roots.filter(Boolean).map((root) => path.join(root, ...app)));
  }
  if (process.platform === "darwin") {
    const roots = ["/Applications", path.join(homedir(), "Applications")];
    return macApps.flatMap((app) =>
      roots.map((root) => path.join(root, `${app}.app`, "Contents/MacOS", app)),
    );
  }
  const folders = new Set([
    "/usr/bin",
    "/usr/local/bin",
    ...(process.env.PATH ?? "").split(":"),
    "/snap/bin",
  ]);
  return linuxNames.flatMap((name) => [...folders].filter(Boolean).map((folder) => path.join(folder, name)));
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function playwrightsOwn() {
  try {
    const file = createRequire(import.meta.url)("playwright").chromium.executablePath();
    return existsSync(file) ? file : null;
  } catch {
    // Playwright is a development dependency and may be absent.
    return null;
  }
}

/** CHROMIUM_PATH, an installed Chromium, Chrome or Edge, Playwright's own; null where none is there. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (canRun(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run`);
  }
  return installedPlaces().find(canRun) ?? playwrightsOwn();
}

/** Switches that keep the browser from talking to the outside; its sandbox is off only where root cannot have one. */
export function chromiumArgs() {
  return [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
  ];
}

/** Launch options for Playwright; without `executablePath` it looks for its own browser. */
export function chromiumLaunch() {
  const executablePath = findChromium();
  return { ...(executablePath ? { executablePath } : {}), args: chromiumArgs() };
}
