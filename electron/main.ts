// The desktop app: sets the rules, puts the services behind one channel, opens the window.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { app, type BrowserWindow, clipboard, ipcMain, powerMonitor, safeStorage, session } from "electron";
import { isOurPage } from "#desktop/app-page.ts";
import { registerAppScheme, servePage } from "#desktop/app-scheme.ts";
import { holdContents } from "#desktop/contents.ts";
import { systemDialogs } from "#desktop/dialogs.ts";
import { setMenu } from "#desktop/menu.ts";
import { namedFault } from "#desktop/named-fault.ts";
import { denyPermissions } from "#desktop/permissions.ts";
import { printHtml } from "#desktop/print-html.ts";
import { silenceNetwork, silenceResolver, silenceSession } from "#desktop/silence.ts";
import { systemKeychain } from "#desktop/system-keychain.ts";
import { openWindow } from "#desktop/window.ts";
import { readInWorker } from "#services/files/read/read-in-worker.ts";
import { createServices, type HostServices } from "#services/index.ts";
import { limitCoreDumps } from "#services/install/no-core-dumps.ts";
import { ensurePrivateFolder } from "#services/install/private-folder.ts";
import { faultLog } from "#services/log/fault-log.ts";
import { loadPageFiles } from "#services/page/load-page-files.ts";
import { openInWorker } from "#services/pouch/open-in-worker.ts";
import { deriveInWorker } from "#services/vault/derive-in-worker.ts";
import { calibrated } from "#services/vault/kdf.ts";
import { announceTo, openIpcHost } from "#transport/ipc-host.ts";

const here = path.dirname(fileURLToPath(import.meta.url));

process.umask(0o077);
limitCoreDumps();
app.enableSandbox();
registerAppScheme();
silenceNetwork();
holdContents();

if (app.isPackaged && app.commandLine.hasSwitch("remote-debugging-port")) app.exit(1);
if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  let window: BrowserWindow | null = null;
  // Whatever the second instance was asked to open is not looked at.
  app.on("second-instance", () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on("window-all-closed", () => app.quit());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => app.quit());

  await app.whenReady();
  const data = app.getPath("userData");
  await ensurePrivateFolder(data);
  const report = faultLog(path.join(data, "logs"));
  app.on("child-process-gone", (_event, { type, reason }) => report(namedFault(`${type} ended (${reason})`)));

  silenceResolver();
  await silenceSession(session.defaultSession);
  denyPermissions(session.defaultSession);
  servePage(session.defaultSession.protocol, await loadPageFiles(path.join(here, "../renderer")));

  const host = createServices({
    workspaces: path.join(data, "workspaces"),
    about: { version: app.getVersion(), host: "desktop", platform: process.platform },
    dialogs: systemDialogs(() => window),
    hideFromCapture: (isHidden) => window?.setContentProtection(isHidden),
    clipboard,
    read: readInWorker(new URL("./read-worker.mjs", import.meta.url)),
    openPouch: openInWorker(new URL("./pouch-worker.mjs", import.meta.url)),
    printHtml,
    kdf: calibrated(deriveInWorker(new URL("./derive-worker.mjs", import.meta.url))),
    keychain: systemKeychain(safeStorage, process.platform),
    announce: (event, detail) => {
      if (window && !window.isDestroyed()) announceTo(window.webContents, event, detail);
    },
  });
  const lock = () => void host.lock().catch(report);
  powerMonitor.on("suspend", lock);
  powerMonitor.on("lock-screen", lock);
  openIpcHost({ ipc: ipcMain, services: host.services, isOurPage, report });
  setMenu((id) => {
    if (window) announceTo(window.webContents, "menu.command", { id });
  });
  shutDownBeforeQuitting(host, report);
  window = await openWindow({ preload: path.join(here, "../preload/preload.cjs"), report });
}

/** Holds the first quit back until what is being written is on disk and the workspace is given back. */
function shutDownBeforeQuitting(host: HostServices, report: (error: unknown) => void): void {
  let isDown = false;
  app.on("will-quit", (event) => {
    if (isDown) return;
    event.preventDefault();
    host
      .shutdown()
      .catch(report)
      .finally(() => {
        isDown = true;
        app.quit();
      });
  });
}
