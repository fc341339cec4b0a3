// Printing with the browser that is installed here.
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { findChromium } from "#tools/chromium.mjs";
import { printWithBrowser } from "./print-html.ts";

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Status</title></head><body><h1>Delivered</h1><table><tr><th>Post</th></tr><tr><td>Paris</td></tr></table>
<script>document.title = "changed by script"</script></body></html>`;

const printFolders = async () =>
  (await readdir(tmpdir())).filter((name) => name.startsWith("chancery-print-"));

test(
  "a page becomes a tagged PDF with an outline, and nothing stays on disk",
  { timeout: 60_000 },
  async ({ skip }) => {
    const browser = findChromium();
    if (browser === null) return skip("no Chromium here");
    const before = await printFolders();
    const pdf = Buffer.from(await printWithBrowser(browser)(html)).toString("latin1");
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    for (const part of ["/StructTreeRoot", "/MarkInfo", "/Outlines", "(Status)"]) expect(pdf).toContain(part);
    expect(await printFolders()).toEqual(before);
  },
);

test.each([
  ["no browser", null],
  ["one that is not there", "/nowhere/chromium"],
  ["a program that is no browser", process.execPath],
])("%s: said by name", { timeout: 60_000 }, async (_name, browser) => {
  const before = await printFolders();
  await expect(printWithBrowser(browser)(html)).rejects.toMatchObject({ code: "file/pdf-unavailable" });
  expect(await printFolders()).toEqual(before);
});
