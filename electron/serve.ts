// The browser edition: services behind a loopback server, opened in an installed browser where there is a display.
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasDisplay, openAppWindow } from "#services/browser/app-window.ts";
import { printWithBrowser } from "#services/browser/print-html.ts";
import { readInWorker } from "#services/files/read/read-in-worker.ts";
import { createServices } from "#services/index.ts";
import { dataFolder } from "#services/install/data-folder.ts";
import { openOnFixedPort, PortTaken } from "#services/install/fixed-port.ts";
import { ensurePrivateFolder } from "#services/install/private-folder.ts";
import { faultLog } from "#services/log/fault-log.ts";
import { loadPageFiles } from "#services/page/load-page-files.ts";
import { type HttpHost, openHttpHost } from "#transport/http-host.ts";

const usage = `Chancery, browser edition
  --port <number>   instead of the port kept with the data
  --data <folder>   instead of CHANCERY_HOME or the system's usual place
  --no-open         print the address, open no window
CHROMIUM_PATH names the browser to use (npm start finds one).`;

const idleMs = 60_000;

const { values } = parseArgs({
  options: {
    port: { type: "string" },
    data: { type: "string" },
    "no-open": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
try {
  if (values.help) console.log(usage);
  else await serve();
} catch (error) {
  if (!(error instanceof PortTaken)) throw error;
  console.error(
    `Port ${error.port} is taken, most likely by Chancery running already. Stop that first, or name another with --port.`,
  );
  process.exitCode = 1;
}

async function serve(): Promise<void> {
  process.umask(0o077);
  const data = values.data ? path.resolve(values.data) : dataFolder(process.env, process.platform, homedir());
  await ensurePrivateFolder(data);
  const report = faultLog(path.join(data, "logs"));
  const browser = process.env["CHROMIUM_PATH"] || null;
  const host = createServices({
    workspaces: path.join(data, "workspaces"),
    info: { version: __APP_VERSION__, host: "browser", platform: process.platform, dialogs: false },
    dialogs: null,
    read: readInWorker(new URL("./read-worker.mjs", import.meta.url)),
    printHtml: printWithBrowser(browser),
  });
  const page = await loadPageFiles(fileURLToPath(new URL("../renderer", import.meta.url)));

  let idle: NodeJS.Timeout | undefined;
  let closeWindow: (() => Promise<void>) | null = null;
  let openPages = 0;
  const named = values.port === undefined ? null : Number(values.port);
  const door = await openOnFixedPort(data, named, (port) =>
    openHttpHost({
      services: host.services,
      page,
      port,
      report,
      onPages: (open) => {
        openPages = open;
        clearTimeout(idle);
        if (open === 0 && closeWindow) idle = setTimeout(() => void stop("The window was closed."), idleMs);
      },
      onRefusedCode: (why) => console.warn(`An address was refused: its code ${refusals[why]}.`),
    }),
  );

  async function stop(why: string): Promise<void> {
    clearTimeout(idle);
    console.log(why);
    door.announce("workspace.closed", { reason: "shutdown" });
    await closeWindow?.();
    await host.shutdown();
    await door.close();
    process.exit(0);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void stop("Stopped. Everything saved is on disk."));
  }

  console.log("Chancery (browser edition) is running. Stop it with Ctrl+C.");
  if (browser && !values["no-open"] && hasDisplay(process.env, process.platform)) {
    const window = await openAppWindow(browser, data, door.newAddress());
    closeWindow = window.forget;
    window.process.once("error", () => tellAddress(door, "The browser did not start. "));
    window.process.once("exit", () => {
      if (openPages === 0 && idle) void stop("The window was closed.");
    });
  } else {
    tellAddress(door, "");
  }
}

const refusals = { unknown: "was never given", late: "was too old", used: "had been used before" } as const;

function tellAddress(door: HttpHost, before: string): void {
  const tell = (): void => console.log(`Open it once, within 30 seconds: ${door.newAddress()}`);
  tell();
  console.log(`${before}Press Enter for a new address.`);
  process.stdin.on("data", tell);
}
