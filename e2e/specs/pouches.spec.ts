// A desk and a post: introduced to each other, a post's work sent to the desk, merged there and taken back.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mustBeAccessible } from "../fixtures/accessible.ts";
import { keeperIn } from "../fixtures/keeper.ts";
import { expect, test } from "../fixtures/test.ts";
import { AppPage, testDesk, testPost } from "../pages/app.ts";
import { PouchesPage } from "../pages/pouches.ts";

test("an office introduces itself, sends its work, and the desk sees what it would do before it is merged", async ({
  host,
  data,
}) => {
  test.setTimeout(180_000);
  const app = new AppPage(host.page);
  const pouches = new PouchesPage(host);
  const kept = keeperIn(data);

  const desk = await app.createDesk(testDesk);
  await pouches.open();
  const introduction = await pouches.introduce();
  const deskFile = kept(introduction.file, "desk.pouch");
  expect(readFileSync(deskFile).includes(testDesk.office)).toBe(false);
  await app.leave();

  const embassy = await app.createPost(testPost);
  await pouches.open();
  await pouches.choose(deskFile);
  await pouches.unlock("not the words that open it");
  await expect(host.page.getByText(/This passphrase does not open the pouch/)).toBeVisible();
  await pouches.unlock(introduction.words);
  await expect(host.page.getByText(introduction.fingerprint)).toBeVisible();
  await mustBeAccessible(host, "the sender");
  await pouches.trust(introduction.fingerprint);
  await expect(host.page.getByText(`${testDesk.office} is known from now on`)).toBeVisible();
  await app.addPerson("Hofrat Quillfeather");
  const work = kept(await pouches.send(testDesk.office), "work.pouch");
  await app.leave();

  await app.enter(testDesk.office, desk.passphrase);
  await pouches.open();
  await pouches.choose(work);
  await expect(host.page.getByText(`${testPost.city} is not known here`)).toBeVisible();
  await host.page.getByRole("button", { name: "Add this office" }).click();
  await expect(host.page.getByRole("grid", { name: "Records in the pouch" })).toContainText(
    "Hofrat Quillfeather",
  );
  await pouches.merge();
  await app.visit("/counterparts");
  await expect(host.page.getByText("Hofrat Quillfeather").first()).toBeVisible();
  await host.page.keyboard.press("ControlOrMeta+z");
  await expect(host.page.getByText("Hofrat Quillfeather")).toHaveCount(0);
  await host.page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(host.page.getByText("Hofrat Quillfeather").first()).toBeVisible();

  await pouches.open();
  await pouches.choose(work);
  await expect(
    host.page.getByText("Everything in this pouch is here already. Nothing would change."),
  ).toBeVisible();
  expect(embassy.passphrase).not.toBe(desk.passphrase);
});

test("a file that is no pouch, and one that was tampered with, are refused in plain words", async ({
  host,
  data,
}) => {
  const app = new AppPage(host.page);
  const pouches = new PouchesPage(host);
  await app.createDesk(testDesk);
  await pouches.open();
  const { file } = await pouches.introduce();
  const bytes = readFileSync(file);
  bytes[bytes.byteLength - 40] = (bytes[bytes.byteLength - 40] ?? 0) ^ 1;
  const harmed = path.join(data, "harmed.pouch");
  const letter = path.join(data, "letter.pouch");
  writeFileSync(harmed, bytes);
  writeFileSync(letter, "Dear colleague");
  await pouches.choose(letter);
  await expect(host.page.getByText(/This file is not a pouch/)).toBeVisible();
  await pouches.open();
  await pouches.choose(harmed);
  await expect(host.page.getByText(/damaged|put together to mislead/)).toBeVisible();
});
