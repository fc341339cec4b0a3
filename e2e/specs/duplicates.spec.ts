// Nobody is entered twice for long: found on entry, in the list of pairs, merged and taken apart; and a conflict combined.
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";
import { DecisionsPage } from "../pages/decisions.ts";

test("somebody entered twice is shown on entry, merged from the list, and taken apart again", async ({
  host,
}) => {
  const app = new AppPage(host.page);
  const decisions = new DecisionsPage(app);
  await app.openSample();
  await app.goTo("Counterparts");
  await app.main.getByRole("button", { name: "Add a counterpart" }).click();
  const dialog = host.page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: /post/i }).fill("Tokyo");
  await host.page.getByRole("option", { name: /Tokyo/ }).click();
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("KUROSAKI, Haruomi");
  const known = dialog.getByRole("region", { name: "People already known" });
  await known.getByRole("button", { name: "Open" }).first().click();
  await expect(app.heading(/Kurosaki/)).toBeVisible();

  await app.goTo("Counterparts");
  await app.main.getByRole("button", { name: "Add a counterpart" }).click();
  await dialog.getByRole("combobox", { name: /post/i }).fill("Tokyo");
  await host.page.getByRole("option", { name: /Tokyo/ }).click();
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("KUROSAKI, Haruomi");
  await dialog.getByRole("button", { name: "Different person: add anyway" }).click();
  await expect(app.heading("KUROSAKI, Haruomi")).toBeVisible();

  await decisions.openDuplicates();
  await expect(decisions.card("The same person?")).toHaveCount(1);
  await decisions.mergeFirst();
  await expect(app.main.getByText("Also entered as:")).toBeVisible();
  await decisions.openDuplicates();
  await expect(app.main.getByText("No two records look alike.", { exact: false })).toBeVisible();

  await host.page.reload();
  await app.goTo("Counterparts");
  await app.main.getByRole("link", { name: /Kurosaki/i }).click();
  await app.main
    .getByRole("listitem")
    .getByRole("link", { name: /Kurosaki/i })
    .click();
  await app.main.getByRole("button", { name: "Take the merge back" }).click();
  await decisions.openDuplicates();
  await expect(decisions.card("The same person?")).toHaveCount(1);
});

test("two notes that went apart are combined into one", async ({ host }) => {
  const app = new AppPage(host.page);
  const decisions = new DecisionsPage(app);
  await app.openSample();
  await host.page.getByRole("button", { name: "2 need a decision" }).click();
  await decisions.combine(/outcome/, "Promised for the end of next week; the embassy was asked as well.");
  await expect(host.page.getByRole("button", { name: "1 needs a decision" })).toBeVisible();
  await host.page.keyboard.press("Control+z");
  await expect(app.toast(/Undone/)).toBeVisible();
});
