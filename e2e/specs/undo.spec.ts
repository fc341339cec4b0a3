// What was done is looked up, taken back after a reload, put in the trash and restored; the record says that it holds.
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";

test("a change is taken back after a reload, by keyboard, and named", async ({ host }) => {
  const app = new AppPage(host.page);
  await app.openSample();
  await app.visit("/directives/dir-models?tab=instruction&field=contact");
  await app.waitForScreen();
  const contact = app.main.getByRole("textbox", { name: "Contact" });
  await contact.fill("Room 4210");
  await contact.press("Control+Enter");
  await expect(app.main.getByText("Room 4210")).toBeVisible();
  await host.page.reload();
  await app.waitForFrame();
  await app.waitForScreen();
  await host.page.keyboard.press("Control+z");
  await expect(app.toast(/^Undone: contact of /)).toBeVisible();
  await expect(app.main.getByText("Room 4210")).toHaveCount(0);
  await app.visit("/directives/dir-models?tab=history");
  await expect(app.main.getByText("Room 4210").first()).toBeVisible();
});

test("a record goes to the trash and comes back", async ({ host }) => {
  const app = new AppPage(host.page);
  await app.openSample();
  await app.visit("/counterparts");
  await app.waitForScreen();
  await app.main.getByRole("row").nth(1).click();
  await host.page.keyboard.press("Enter");
  await app.main.getByRole("button", { name: "More about this record" }).click();
  await host.page.getByRole("menuitem", { name: "Move to the trash" }).click();
  await host.page.getByRole("alertdialog").getByRole("button", { name: "Move to the trash" }).click();
  await expect(app.toast(/^Moved to the trash: counterpart /)).toBeVisible();
  await app.visit("/trash");
  await app.main.getByRole("button", { name: /^Restore / }).click();
  await expect(app.main.getByText("The trash is empty.")).toBeVisible();
});

test("the record is checked on command", async ({ host }) => {
  const app = new AppPage(host.page);
  await app.openSample();
  await app.goTo("Settings");
  await app.main.getByRole("button", { name: "Check the record" }).click();
  await expect(app.main.getByText(/^The record holds: \d+ entries checked/)).toBeVisible();
});
