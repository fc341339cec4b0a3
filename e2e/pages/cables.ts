// Opening a cable and reviewing what was read.
import { expect, type Page } from "@playwright/test";
import type { Host } from "../fixtures/host.ts";

export class CablesPage {
  readonly host: Host;
  readonly page: Page;

  constructor(host: Host) {
    this.host = host;
    this.page = host.page;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press("Control+o");
    await expect(this.page.getByRole("heading", { level: 1, name: "Open or paste a cable" })).toBeVisible();
  }

  async chooseFile(file: string): Promise<void> {
    await this.host.chooseFile(file, () => this.page.getByRole("button", { name: "Choose a file" }).click());
  }

  async openFile(file: string): Promise<void> {
    await this.chooseFile(file);
    await this.waitForReview();
  }

  async paste(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Text of the cable" }).fill(text);
    await this.page.getByRole("button", { name: "Read the cable" }).click();
  }

  async waitForReview(): Promise<void> {
    await expect(this.page.getByText("Review of a cable")).toBeVisible();
  }

  /** Ticks what the reader is sure of at once, and the rest one by one, as a person would after looking. */
  async tickEverything(): Promise<void> {
    const all = this.page.getByRole("button", { name: /^Tick all/ });
    if (await all.isVisible()) await all.click();
    const unticked = this.page.getByRole("main").getByRole("checkbox", { checked: false });
    await expect.poll(() => unticked.count()).toBeLessThan(40);
    for (let left = await unticked.count(); left > 0; left -= 1) {
      await unticked.first().focus();
      await this.page.keyboard.press("Space");
      await expect(unticked).toHaveCount(left - 1);
    }
  }

  async createDirective(): Promise<void> {
    await this.page.getByRole("button", { name: /^Create directive/ }).click();
    await expect(this.page.getByRole("tab", { name: /^Posts/ })).toBeVisible({ timeout: 60_000 });
  }
}
