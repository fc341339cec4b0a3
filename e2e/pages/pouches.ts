// Introducing, sending and receiving, as verbs.
import { expect, type Page } from "@playwright/test";
import type { Host } from "../fixtures/host.ts";

/** The file, the words that open it, and what is compared by voice. */
export interface Introduction {
  readonly file: string;
  readonly words: string;
  readonly fingerprint: string;
}

export class PouchesPage {
  readonly host: Host;
  readonly page: Page;

  constructor(host: Host) {
    this.host = host;
    this.page = host.page;
  }

  async open(): Promise<void> {
    await this.page.getByRole("navigation").first().getByRole("link", { name: "Pouches" }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: "Pouches" })).toBeVisible();
  }

  /** Saves this office's introduction. */
  async introduce(): Promise<Introduction> {
    await this.page.getByRole("button", { name: "Introduce this office" }).click();
    const dialog = this.page.getByRole("dialog");
    const words = dialog.getByRole("status", { name: "The words of the passphrase" });
    await expect(words).not.toBeEmpty();
    const fingerprint = dialog.getByText(/^\d{5}( \d{5}){7}$/);
    await expect(fingerprint).toBeVisible();
    const saved = {
      words: (await words.innerText()).trim(),
      fingerprint: (await fingerprint.innerText()).trim(),
      file: await this.host.savedFile(() =>
        dialog.getByRole("button", { name: "Save the introduction" }).click(),
      ),
    };
    await dialog.getByRole("button", { name: "Done" }).click();
    return saved;
  }

  async choose(file: string): Promise<void> {
    await this.page.getByRole("button", { name: "Receive a pouch" }).first().click();
    await expect(this.page.getByRole("heading", { level: 1, name: "Receive a pouch" })).toBeVisible();
    await this.host.chooseFile(file, () => this.page.getByRole("button", { name: "Choose a file" }).click());
  }

  async unlock(words: string): Promise<void> {
    await this.page.getByLabel("Words that open it").fill(words);
    await this.page.getByLabel("Words that open it").press("Enter");
  }

  /** Adds a sender whose fingerprint was compared. */
  async trust(fingerprint: string): Promise<void> {
    await expect(this.page.getByText(fingerprint)).toBeVisible();
    await this.page.getByRole("checkbox", { name: /I have compared the fingerprint/ }).press("Space");
    await this.page.getByRole("button", { name: "Add this office" }).click();
  }

  /** Receives the introduction of `office`, and adds it. */
  async meet({ file, words, fingerprint }: Introduction, office: string): Promise<void> {
    await this.open();
    await this.choose(file);
    await this.unlock(words);
    await this.trust(fingerprint);
    await expect(this.page.getByText(`${office} is known from now on`)).toBeVisible();
  }

  /** Merges the plan that is shown, or is about to be. */
  async merge(): Promise<void> {
    await expect(this.page.getByText("Nothing has been written yet.")).toBeVisible();
    await this.page.keyboard.press("Control+Enter");
    await expect(this.page.getByText(/^(Merged|Noted)$/).first()).toBeVisible();
  }

  /** Seals a pouch for an office and answers the file. */
  async send(office: string): Promise<string> {
    await this.openSending(office);
    const file = await this.seal("Seal and save");
    await expect(this.page.getByRole("dialog")).toHaveCount(0);
    return file;
  }

  /** Opens the dialog in which a pouch for an office is sealed. */
  async openSending(office: string): Promise<void> {
    await this.open();
    await this.page.getByRole("grid").getByText(office, { exact: true }).first().click();
    await this.page
      .getByRole("complementary", { name: "Office" })
      .getByRole("button", { name: "Send a pouch" })
      .click();
  }

  /** Seals in that dialog, and answers the file. */
  async seal(name: "Seal and save" | "Seal the next one"): Promise<string> {
    return this.host.savedFile(() => this.page.getByRole("dialog").getByRole("button", { name }).click());
  }
}
