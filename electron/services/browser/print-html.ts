// Prints a page to PDF with an installed browser, for the host that has none of its own.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { AppError } from "#core/host/errors.ts";
import { silentSwitches } from "./switches.ts";

const run = promisify(execFile);
const limitMs = 60_000;

/**
 * `browser` is null where none is installed: then, and where it fails, `file/pdf-unavailable`. The page must carry its
 * own content policy, since headless printing needs script to be on. Nothing is left on disk.
 */
export function printWithBrowser(browser: string | null): (html: string) => Promise<Uint8Array> {
  return async (html) => {
    if (browser === null) throw new AppError("file/pdf-unavailable");
    const folder = await mkdtemp(path.join(tmpdir(), "chancery-print-"));
    try {
      return await print(browser, folder, html);
    } finally {
      // A browser that was stopped may still be tidying its profile away.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

async function print(browser: string, folder: string, html: string): Promise<Uint8Array> {
  const page = path.join(folder, "page.html");
  const pdf = path.join(folder, "page.pdf");
  await writeFile(page, html, { mode: 0o600 });
  try {
    await run(
      browser,
      [
        ...silentSwitches(path.join(folder, "profile")),
        "--headless",
        "--disable-gpu",
        "--no-pdf-header-footer",
        "--export-tagged-pdf",
        "--generate-pdf-document-outline",
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      { timeout: limitMs, killSignal: "SIGKILL" },
    );
    return await readFile(pdf);
  } catch (error) {
    throw new AppError("file/pdf-unavailable", {}, { cause: error });
  }
}
