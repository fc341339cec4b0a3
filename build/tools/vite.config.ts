// One config, three environments: `vite build --app` builds the renderer, the main process (desktop and
// browser edition) and the sandbox-safe preload.
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** Where the build goes: `out`, or another folder for a build beside a running one. */
const out = (path: string) =>
  process.env["CHANCERY_OUT"] ? `${process.env["CHANCERY_OUT"]}/${path}` : at(`out/${path}`);
const { version } = JSON.parse(readFileSync(at("package.json"), "utf8")) as { version: string };
const external = ["electron", /^electron\//, ...builtinModules, /^node:/];
/** The bench runs inside the app, as one more script that pages never ask for. */
const isBench = Boolean(process.env["CHANCERY_BENCH"]);
const bench = isBench ? { bench: at("build/bench/page.ts") } : {};
const benchRecord = isBench ? { "bench-record": at("build/bench/record.ts") } : {};
const benchReadMemory = isBench ? { "bench-read-memory": at("build/bench/read-memory.ts") } : {};
const host = { noExternal: true as const, external: ["electron"] };

export default defineConfig({
  root: at("renderer"),
  base: "./",
  plugins: [react()],
  server: { host: "127.0.0.1", port: 5173, strictPort: true },
  build: {
    outDir: out("renderer"),
    emptyOutDir: true,
    target: "chrome150",
    // Inlined fonts and images would need `data:` sources the content policy does not grant.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    license: { fileName: "third-party.md" },
    rolldownOptions: {
      input: { index: at("renderer/index.html"), ...bench },
      // What the bench exports is called from outside; nothing else of the page is.
      preserveEntrySignatures: isBench ? "strict" : false,
      output: {
        entryFileNames: ({ name }) => (name === "bench" ? "assets/bench.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  environments: {
    main: {
      consumer: "server",
      resolve: host,
      define: { APP_VERSION: JSON.stringify(version) },
      build: {
        outDir: out("main"),
        target: "node20",
        emptyOutDir: true,
        copyPublicDir: false,
        rolldownOptions: {
          input: {
            main: at("electron/main.ts"),
            serve: at("electron/serve.ts"),
            ...benchRecord,
            ...benchReadMemory,
            "derive-worker": at("electron/services/vault/derive-worker.ts"),
            "pouch-worker": at("electron/services/pouch/pouch-worker.ts"),
            "read-worker": at("electron/services/files/read/read-worker.ts"),
          },
          external,
          output: { format: "es", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
        },
      },
    },
    preload: {
      consumer: "server",
      resolve: host,
      build: {
        outDir: out("preload"),
        target: "node20",
        emptyOutDir: true,
        copyPublicDir: false,
        // A sandboxed preload must be one CommonJS file.
        rolldownOptions: {
          input: at("electron/preload.ts"),
          external,
          output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ["client", "main", "preload"] as const) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});
