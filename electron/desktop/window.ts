// The app's window.
import { BrowserWindow } from "electron";
import { pageAddress } from "./app-page.ts";
import { safePreferences } from "./contents.ts";
import { namedFault } from "./named-fault.ts";

/** How often a page that died is opened again before it is left alone. */
const maxRevivals = 3;

export interface AppWindowOptions {
  readonly preload: string;
  /** Hears how a page ended that was not closed; nothing of its content. */
  readonly report: (error: unknown) => void;
}

export async function openWindow({ preload, report }: AppWindowOptions): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    name: "main",
    windowStatePersistence: true,
    width: 1280,
    height: 820,
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: "Chancery",
    webPreferences: { ...safePreferences(), preload },
  });
  window.once("ready-to-show", () => window.show());
  // Until the settings of this device have been read; see `app.hideFromCapture`.
  window.setContentProtection(process.platform === "win32");
  let revivals = 0;
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    report(namedFault(`page ended (${reason})`));
    revivals += 1;
    // Nothing is lost: the page's view follows the journal again.
    if (revivals <= maxRevivals) window.webContents.reload();
  });
  window.webContents.on("unresponsive", () => report(namedFault("page does not answer")));
  await window.loadURL(pageAddress);
  return window;
}
