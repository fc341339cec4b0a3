// Prints a page to PDF in a hidden window of its own: no script, no preload, no network, nothing on disk.
import { randomUUID } from "node:crypto";
import { BrowserWindow, session } from "electron";
import { AppError } from "#core/host/errors.ts";
import { safetyHeaders } from "#core/host/page.ts";
import { pageAddress } from "./app-page.ts";
import { servePage } from "./app-scheme.ts";
import { safePreferences } from "./contents.ts";
import { denyPermissions } from "./permissions.ts";
import { silenceSession } from "./silence.ts";

/** A paper is one page with its style inside. */
const printHeaders = {
  ...safetyHeaders,
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
};

/** Throws `file/pdf-unavailable`. */
export async function printHtml(html: string): Promise<Uint8Array> {
  // A name without `persist:` is a session in memory, gone with its window.
  const own = session.fromPartition(`print-${randomUUID()}`, { cache: false });
  await silenceSession(own);
  denyPermissions(own);
  servePage(
    own.protocol,
    new Map([["/", { mime: "text/html; charset=utf-8", bytes: Buffer.from(html) }]]),
    printHeaders,
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...safePreferences(), session: own, javascript: false },
  });
  try {
    await window.loadURL(pageAddress);
    return await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      printBackground: true,
      preferCSSPageSize: true,
    });
  } catch (error) {
    throw new AppError("file/pdf-unavailable", {}, { cause: error });
  } finally {
    window.destroy();
  }
}
