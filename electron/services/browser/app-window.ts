// Opens the browser edition's window: an installed browser without tabs or address bar.
import { type ChildProcess, spawn } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { temporaryName } from "../disk/durable.ts";
import { silentSwitches } from "./switches.ts";

/** On Linux a window needs a display; elsewhere a person who starts a program sits before one. */
export function hasDisplay(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
): boolean {
  return platform !== "linux" || Boolean(environment["DISPLAY"] || environment["WAYLAND_DISPLAY"]);
}

export interface AppWindow {
  readonly process: ChildProcess;
  /** Removes the launch file; its code is spent by then. */
  readonly forget: () => Promise<void>;
}

/**
 * `address` holds a launch code, and arguments can be read by everybody on the machine: so the browser is given a
 * file only this person can read, which sends it on.
 */
export async function openAppWindow(browser: string, folder: string, address: string): Promise<AppWindow> {
  const launchFile = `${temporaryName(path.join(folder, "launch"))}.html`;
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}">`;
  await writeFile(launchFile, page, { flag: "wx", mode: 0o600 });
  const switches = silentSwitches(path.join(folder, "browser"));
  const child = spawn(browser, [...switches, `--app=${pathToFileURL(launchFile).href}`], { stdio: "ignore" });
  return { process: child, forget: () => rm(launchFile, { force: true }) };
}
