// A post's computer and an image of its disk, both used: the capital is told, settles it, and takes over what was written.
import { cpSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { mustBeAccessible } from "../fixtures/accessible.ts";
import { keeperIn } from "../fixtures/keeper.ts";
import { expect, test } from "../fixtures/test.ts";
import { AppPage, testDesk, testPost } from "../pages/app.ts";
import { PouchesPage } from "../pages/pouches.ts";

test("two histories of one device are settled by keyboard: what happened is told, the other one's work is taken over, and it can be undone", async ({
  host,
  data,
}) => {
  test.setTimeout(300_000);
  const { page } = host;
  const app = new AppPage(page);
  const pouches = new PouchesPage(host);
  const kept = keeperIn(data);

  const desk = await app.createDesk(testDesk);
  await pouches.open();
  const introduced = await pouches.introduce();
  const introduction = { ...introduced, file: kept(introduced.file, "desk.pouch") };
  await app.leave();
  const deskFolders = new Set(readdirSync(host.workspaces));

  const embassy = await app.createPost(testPost);
  await pouches.meet(introduction, testDesk.office);
  await app.addPerson("Hofrat Quillfeather");
  await app.leave();

  // The image of the disk, before the two part.
  const folder = readdirSync(host.workspaces).find((name) => !deskFolders.has(name) && name.length === 36);
  const here = path.join(host.workspaces, folder ?? "");
  const image = path.join(data, "image");
  cpSync(here, image, { recursive: true });
  await app.enter(testPost.city, embassy.passphrase);
  await app.addPerson("Gesandte Loveday");
  const first = kept(await pouches.send(testDesk.office), "first.pouch");
  await app.leave();
  rmSync(here, { recursive: true });
  cpSync(image, here, { recursive: true });
  await app.enter(testPost.city, embassy.passphrase);
  await app.addPerson("Attache Merriweather");
  const second = kept(await pouches.send(testDesk.office), "second.pouch");
  await app.leave();

  await app.enter(testDesk.office, desk.passphrase);
  await pouches.open();
  await pouches.choose(first);
  await page.getByRole("button", { name: "Add this office" }).click();
  await expect(page.getByRole("grid", { name: "Records in the pouch" })).toContainText("Gesandte Loveday");
  await pouches.merge();
  await pouches.open();
  await pouches.choose(second);
  await expect(page.getByText("Two histories under the same numbers")).toBeVisible();
  await pouches.merge();
  await pouches.open();
  await expect(page.getByText(/^Two histories of .*Vienna/)).toBeVisible();
  await page.getByRole("button", { name: "Settle it" }).press("Enter");

  await expect(page.getByText(/wrote two histories of one device/)).toBeVisible();
  await expect(page.getByText("The other history", { exact: true })).toBeVisible();
  await expect(page.getByText(/make a backup, restore it/)).toBeVisible();
  await mustBeAccessible(host, "two histories");
  await page.keyboard.press("Control+Enter");
  const records = page.getByRole("grid", { name: "Records of the other history" });
  await expect(records).toContainText("Attache Merriweather");
  await mustBeAccessible(host, "what the other history holds");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Settled", { exact: true })).toBeVisible();
  await app.visit("/counterparts");
  await expect(page.getByText("Attache Merriweather").first()).toBeVisible();
  await expect(page.getByText("Gesandte Loveday").first()).toBeVisible();

  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Attache Merriweather")).toHaveCount(0);
  await pouches.open();
  await expect(page.getByText(/^Two histories of .*Vienna/)).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(page.getByText(/^Two histories of .*Vienna/)).toHaveCount(0);
});
