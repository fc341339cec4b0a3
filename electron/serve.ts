// The browser edition: services behind a loopback server, opened in an installed browser where there is a display.
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { hasDisplay, openAppWindow } from "#services/browser/app-window.ts";
import { printWithBrowser } from "#services/browser/print-html.ts";
import { readInWorker } from "#services/files/read/read-in-worker.ts";
import { createServices } from "#services/index.ts";
import { dataFolder } from "#services/install/data-folder.ts";
import { WindowWatch } from "#services/browser/window-watch.ts";
import { type ServeOptions, serveOptions, serveUsage } from "#services/install/serve-options.ts";
import { openOnFixedPort, PortTaken } from "#services/install/fixed-port.ts";
import { limitCoreDumps } from "#services/install/no-core-dumps.ts";
import { ensurePrivateFolder } from "#services/install/private-folder.ts";
import { faultLog } from "#services/log/fault-log.ts";
import { loadPageFiles } from "#services/page/load-page-files.ts";
import { openInWorker } from "#services/pouch/open-in-worker.ts";
import { deriveInWorker } from "#services/vault/derive-in-worker.ts";
import { calibrated } from "#services/vault/kdf.ts";
import { type HttpHost, openHttpHost } from "#transport/http-host.ts";

const idleMs = 60_000;
/** A page that is loaded again is back long before this. */
const unattendedMs = 15_000;

// A terminal that was closed must not end the host before it has given the workspace back.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

try {
  const options = serveOptions(process.argv.slice(2));
  if (options) await serve(options);
  else console.log(serveUsage);
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  console.error(error instanceof PortTaken ? `${why}, most likely by Chancery running already.` : why);
  process.exitCode = 1;
}

async function serve(options: ServeOptions): Promise<void> {
  process.umask(0o077);
  limitCoreDumps();
  const data = options.data
    ? path.resolve(options.data)
    : dataFolder(process.env, process.platform, homedir());
  await ensurePrivateFolder(data);
  const report = faultLog(path.join(data, "logs"));
  const browser = process.env["CHROMIUM_PATH"] || null;
  const host = createServices({
    workspaces: path.join(data, "workspaces"),
    about: { version: APP_VERSION, host: "browser", platform: process.platform },
    dialogs: null,
    hideFromCapture: null,
    clipboard: null,
    read: readInWorker(new URL("./read-worker.mjs", import.meta.url)),
    openPouch: openInWorker(new URL("./pouch-worker.mjs", import.meta.url)),
    printHtml: printWithBrowser(browser),
    kdf: calibrated(deriveInWorker(new URL("./derive-worker.mjs", import.meta.url))),
    keychain: null,
    announce: (event, detail) => door.announce(event, detail),
  });
  const page = await loadPageFiles(fileURLToPath(new URL("../renderer", import.meta.url)));

  let forgetLaunch: (() => Promise<void>) | null = null;
  const watch = new WindowWatch({
    idleMs,
    onFirstPage: () => void forgetLaunch?.(),
    onGone: () => void stop("The window was closed."),
    onStillborn: () => tellAddress(door, "The browser did not start. "),
  });
  const door = await openOnFixedPort(data, options.port, (port) =>
    openHttpHost({
      services: host.services,
      page,
      port,
      report,
      onPages: (open) => {
        watch.pages(open);
        lockUnattended(open);
      },
      onRefusedCode: (why) => console.warn(`An address was refused: its code ${refusals[why]}.`),
    }),
  );

  let unattended: NodeJS.Timeout | undefined;
  /** With the last page closed nobody is there to see that the workspace lies open. */
  function lockUnattended(pages: number): void {
    clearTimeout(unattended);
    if (pages === 0) unattended = setTimeout(() => void host.lock().catch(report), unattendedMs);
  }

  let isStopping = false;
  async function stop(why: string): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    watch.stop();
    console.log(why);
    door.announce("workspace.closed", { reason: "shutdown" });
    await forgetLaunch?.();
    await host.shutdown();
    await door.close();
    process.exit(0);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void stop("Stopped. Everything saved is on disk."));
  }

  console.log("Chancery (browser edition) is running. Stop it with Ctrl+C; Enter makes a new address.");
  process.stdin.on("data", () => tellAddress(door, ""));
  if (browser && options.opensWindow && hasDisplay(process.env, process.platform)) {
    const window = await openAppWindow(browser, data, door.newAddress());
    forgetLaunch = window.forget;
    watch.opened();
    window.process.once("error", () => watch.browserEnded(true));
    window.process.once("exit", (code) => watch.browserEnded(code !== 0));
  } else {
    tellAddress(door, "");
  }
}

const refusals = { unknown: "was never given", late: "was too old", used: "had been used before" } as const;

function tellAddress(door: HttpHost, before: string): void {
  console.log(`${before}Open it once, within 30 seconds: ${door.newAddress()}`);
}
