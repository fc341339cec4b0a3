// Reads the built page into memory at start, so that serving it never touches a path again.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { mimeOf, type PageFile, type PageFiles } from "#core/host/page.ts";

/** Every file under `folder`. Throws where there is no `index.html`: the page has not been built. */
export async function loadPageFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const url = `/${path.relative(folder, file).split(path.sep).join("/")}`;
    files.set(url, { mime: mimeOf(entry.name), bytes: await readFile(file) });
  }
  const page = files.get("/index.html");
  if (!page) throw new Error(`no index.html in ${folder}`);
  files.delete("/index.html");
  return files.set("/", page);
}
