// Bundles one TypeScript file of the host for a test that must run it in a process or thread of its own.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `entry` from the project's root. Answers the folder made for it (the caller removes it) and the script in it. */
export async function buildScript(entry: string): Promise<{ folder: string; script: URL }> {
  const folder = await mkdtemp(path.join(tmpdir(), "chancery-script-"));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, entry),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: "script.mjs" } },
    },
  });
  return { folder, script: pathToFileURL(path.join(folder, "script.mjs")) };
}
