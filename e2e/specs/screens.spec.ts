// Every screen on the sample: it opens, it is whole, and it passes the accessibility rules.
import { mustBeAccessible } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";
import { sampleScreens } from "../pages/sample-screens.ts";

test("every screen of the sample opens and passes WCAG A and AA", async ({ host }) => {
  test.setTimeout(480_000);
  const app = new AppPage(host.page);
  await app.openSample();
  for (const path of sampleScreens) {
    await test.step(path, async () => {
      await app.visit(path);
      await app.waitForScreen();
      await mustBeAccessible(host, path);
    });
  }
});

test("an address that leads nowhere says so", async ({ host }) => {
  const app = new AppPage(host.page);
  await app.openSample();
  await app.visit("/nowhere");
  await app.main.getByRole("button", { name: "Go to Today" }).click();
  await expect(app.heading(/./)).toBeVisible();
});
