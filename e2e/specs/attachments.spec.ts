// A file goes in with a record and comes out the same, also after the host was killed; removing it can be taken back.
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";
import { Attachments } from "../pages/attachments.ts";

test("a file is attached, saved as a copy, removed and had back", async ({ host, data, complaints }) => {
  const app = new AppPage(host.page);
  const name = "مذكرة شفوية.pdf";
  const file = path.join(data, name);
  writeFileSync(file, Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(700_000)]));
  await app.openSample();
  await app.visit("/counterparts");
  await app.waitForScreen();
  await app.main.getByRole("row").nth(1).click();
  await host.page.keyboard.press("Enter");
  const attachments = new Attachments(host, app.main);
  await attachments.attach(file);
  await expect(attachments.lines).toHaveText(/PDF · 700 kB/);

  const saved = await attachments.saveCopy(name);
  await expect(app.toast(/^(Saved|Handed to the browser) as /)).toBeVisible();
  expect(readFileSync(saved).equals(readFileSync(file))).toBe(true);

  await attachments.remove(name);
  await expect(attachments.lines).toHaveCount(0);
  await host.page.keyboard.press("Control+z");
  await expect(attachments.lines).toHaveText(/PDF · 700 kB/);

  const where = new URL(host.page.url()).hash.slice(1);
  const again = await host.restart("kill");
  const after = new AppPage(again.page);
  await after.waitForFrame();
  await after.visit(where);
  const kept = new Attachments(again, after.main);
  await expect(kept.lines).toHaveText(/PDF · 700 kB/);
  expect(readFileSync(await kept.saveCopy(name)).equals(readFileSync(file))).toBe(true);
  await again.close();
  // While its host is dead the page's asks fail, and the browser says so in its console.
  complaints.length = 0;
});
