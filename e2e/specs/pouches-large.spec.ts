// More than one pouch holds: the rest is offered at once, and arrives in the order of the pouches' numbers.
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { mustBeAccessible } from "../fixtures/accessible.ts";
import { keeperIn } from "../fixtures/keeper.ts";
import { expect, test } from "../fixtures/test.ts";
import { AppPage, testDesk, testPost } from "../pages/app.ts";
import { Attachments } from "../pages/attachments.ts";
import { PouchesPage } from "../pages/pouches.ts";

/** What moves tens of megabytes. */
const slowly = expect.configure({ timeout: 60_000 });
test("what one pouch of 50 MB does not hold is offered as the next one, and both are received", async ({
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

  await app.createPost(testPost);
  await pouches.meet(introduction, testDesk.office);
  await app.addPerson("Hofrat Quillfeather");
  const attachments = new Attachments(host, app.main);
  const names = ["first scan.pdf", "second scan.pdf"];
  for (const name of names) {
    const file = path.join(data, name);
    writeFileSync(file, Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(27_000_000)]));
    await attachments.attach(file);
    await slowly(attachments.lines.filter({ hasText: name })).toBeVisible();
  }

  const dialog = page.getByRole("dialog");
  await pouches.openSending(testDesk.office);
  const first = await pouches.seal("Seal and save");
  await slowly(dialog.getByText("and 1 attachment did not fit", { exact: false })).toBeVisible();
  await mustBeAccessible(host, "a full pouch");
  const second = await pouches.seal("Seal the next one");
  await slowly(dialog).toHaveCount(0);
  await app.leave();

  await app.enter(testDesk.office, desk.passphrase);
  await pouches.open();
  await pouches.choose(first);
  await slowly(page.getByText(`${testPost.city} is not known here`)).toBeVisible();
  await page.getByRole("button", { name: "Add this office" }).click();
  await pouches.merge();
  await pouches.open();
  await pouches.choose(second);
  await pouches.merge();
  await app.visit("/counterparts");
  await app.main.getByRole("row").filter({ hasText: "Hofrat Quillfeather" }).click();
  await page.keyboard.press("Enter");
  for (const name of names) {
    await new Attachments(host, app.main).saveCopy(name);
    await expect(app.toast(/^(Saved|Handed to the browser) as /).first()).toBeVisible();
  }
});
