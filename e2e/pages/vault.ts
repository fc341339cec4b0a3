// Unlocking, recovering, changing secrets and the keychain, as verbs.
import { expect, type Locator, type Page } from "@playwright/test";

export class VaultPage {
  readonly #page: Page;
  readonly keychainChoice: Locator;
  readonly keychainButton: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.keychainChoice = page.getByRole("checkbox", {
      name: "Open without the passphrase on this computer",
    });
    this.keychainButton = page.getByRole("button", { name: "Open with this computer's key" });
  }

  async waitForLocked(): Promise<void> {
    await this.#page.getByRole("button", { name: "Unlock", exact: true }).waitFor();
    await expect(this.#page.getByRole("navigation")).toHaveCount(0);
  }

  async tryPassphrase(passphrase: string): Promise<void> {
    await this.#page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await this.#page.getByRole("button", { name: "Unlock", exact: true }).click();
  }

  /** Works again after a first try was refused. */
  async recover(code: string, passphrase: string): Promise<void> {
    const useCode = this.#page.getByRole("button", { name: "Use the recovery code" });
    if (await useCode.isVisible()) await useCode.click();
    await this.#page.getByRole("textbox", { name: "Recovery code" }).fill(code);
    await this.#choose(passphrase);
    await this.#page.getByRole("button", { name: "Unlock with the new passphrase" }).click();
  }

  async changePassphrase(current: string, next: string): Promise<void> {
    await this.#page.getByRole("button", { name: "Change passphrase" }).click();
    const dialog = this.#page.getByRole("dialog");
    await dialog.getByLabel("Passphrase as it is now").fill(current);
    await this.#choose(next);
    await dialog.getByRole("button", { name: "Change passphrase" }).click();
    await this.#waitUntilClosed(dialog);
  }

  /** Answers the new code. */
  async renewRecoveryCode(passphrase: string): Promise<string> {
    await this.#page.getByRole("button", { name: "New recovery code" }).click();
    const dialog = this.#page.getByRole("dialog");
    await dialog.getByLabel("Passphrase as it is now").fill(passphrase);
    const code = await dialog.getByRole("status", { name: "Recovery code" }).innerText();
    await dialog.getByRole("textbox", { name: /^Type the code back/ }).fill(code);
    await dialog.getByRole("button", { name: "Use the new code" }).click();
    await this.#waitUntilClosed(dialog);
    return code;
  }

  /** A passphrase is tried and another one stretched meanwhile, which a busy machine does slowly. */
  async #waitUntilClosed(dialog: Locator): Promise<void> {
    await expect(dialog).toHaveCount(0, { timeout: 60_000 });
  }

  async #choose(passphrase: string): Promise<void> {
    await this.#page.getByText("A passphrase of my own").click();
    await this.#page.getByLabel("New passphrase", { exact: true }).fill(passphrase);
    await this.#page.getByLabel("New passphrase again").fill(passphrase);
  }
}
