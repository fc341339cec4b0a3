// `npm run dev`: the browser edition with the page served hot by Vite; `-- --desktop`: Electron. The host restarts after each build.
import { spawn } from "node:child_process";
import path from "node:path";
import { createBuilder, createServer } from "vite";
import { ensureBuilt, root } from "./built.mjs";
import { findChromium } from "./chromium.mjs";
import { findElectron } from "./electron-path.mjs";

const configFile = "build/tools/vite.config.ts";
const hostPort = 20_001;
const hostOrigin = `http://127.0.0.1:${hostPort}`;

let host;
process.chdir(root);
process.on("SIGINT", () => host?.kill("SIGINT"));
if (process.argv.includes("--desktop")) await developDesktop();
else await developBrowserEdition();

async function developDesktop() {
  const electron = findElectron();
  if (!electron) {
    console.error("Electron's runtime is not here: npm start fetches it, npm run dev needs none.");
    process.exit(1);
  }
  await watch(["client", "preload", "main"], () => spawn(electron, ["."], { stdio: "inherit" }));
}

/** Vite serves the page and passes the host's paths on as if they came from the host's own page. */
async function developBrowserEdition() {
  ensureBuilt();
  const toHost = { target: hostOrigin, changeOrigin: true, headers: { origin: hostOrigin } };
  const proxy = { "/session": toHost, "/line": { ...toHost, ws: true } };
  const server = await createServer({ configFile, server: { proxy } });
  await server.listen();
  const pageOrigin = `http://127.0.0.1:${server.config.server.port}`;
  const browser = findChromium();
  const env = { ...process.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) };
  const serve = path.join("out", "main", "serve.mjs");
  await watch(["main"], () => {
    const args = [serve, "--no-open", "--port", String(hostPort)];
    const child = spawn(process.execPath, args, { stdio: ["inherit", "pipe", "inherit"], env });
    child.stdout.on("data", (text) => process.stdout.write(String(text).replaceAll(hostOrigin, pageOrigin)));
    return child;
  });
}

/** Rebuilds on every change; starts the host after the first build of all, and again after each. */
async function watch(names, start) {
  const watching = { build: { watch: {} } };
  const environments = Object.fromEntries(names.map((name) => [name, watching]));
  const builder = await createBuilder({ configFile, logLevel: "warn", environments });
  const built = new Set();
  for (const name of names) {
    const watcher = await builder.build(builder.environments[name]);
    watcher.on("event", (event) => {
      if (event.code === "ERROR") console.error(event.error);
      if (event.code === "BUNDLE_END" && built.add(name).size === names.length) restart(start);
    });
  }
}

function restart(start) {
  const old = host;
  const begin = () => {
    host = start();
    // A host that ends by itself was closed by the person: developing is over.
    host.once("exit", (code) => process.exit(code ?? 0));
  };
  if (!old) return begin();
  old.removeAllListeners("exit").once("exit", begin).kill();
}
