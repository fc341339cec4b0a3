// Opening without the passphrase: off until switched on, a press each time, and the passphrase where the keychain refuses.
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";
import { VaultPage } from "../pages/vault.ts";

const desk = { office: "Desk for Testing", name: "Marker Quillfeather", capital: "Lisbon" };

test("the browser edition offers no keychain", async ({ host }) => {
  test.skip(host.useTestKeychain !== null, "about the browser edition");
  const app = new AppPage(host.page);
  await app.createDesk(desk);
  await app.goTo("Settings");
  await expect(app.main.getByRole("button", { name: "Lock now" })).toBeVisible();
  await expect(new VaultPage(host.page).keychainChoice).toHaveCount(0);
});

test("switched on, it opens by a press after a lock; refused, the passphrase opens", async ({ host }) => {
  if (!host.useTestKeychain) return test.skip(true, "about the desktop app");
  const app = new AppPage(host.page);
  const vault = new VaultPage(host.page);
  await host.useTestKeychain("willing");
  const { passphrase } = await app.createDesk(desk);
  await app.goTo("Settings");
  await expect(vault.keychainChoice).not.toBeChecked();
  await vault.keychainChoice.press("Space");
  await expect(vault.keychainChoice).toBeChecked();
  await app.main.getByRole("button", { name: "Lock now" }).click();
  await vault.waitForLocked();
  await vault.keychainButton.press("Enter");
  await app.waitForFrame();

  await host.page.keyboard.press("ControlOrMeta+Shift+L");
  await vault.waitForLocked();
  await host.useTestKeychain("refusing");
  await vault.keychainButton.press("Enter");
  await expect(host.page.getByText("This computer's key does not open this workspace.")).toBeVisible();
  await expect(vault.keychainButton).toHaveCount(0);
  await expect(host.page.getByLabel("Passphrase", { exact: true })).toBeFocused();
  await app.unlock(passphrase);
});
