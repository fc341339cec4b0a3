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

  /**
   * Ticks what the reader is sure of at once, and the rest one by one, as a person would after looking. An addressee
   * that no post answers to cannot be ticked; it is left out.
   */
  async tickEverything(): Promise<void> {
    const all = this.page.getByRole("button", { name: /^Tick all/ });
    if (await all.isVisible()) await all.click();
    const main = this.page.getByRole("main");
    const barred = main.getByRole("checkbox", { checked: false, disabled: true });
    const postless = await barred.evaluateAll((boxes) =>
      boxes.map((box) => box.closest("label")?.textContent),
    );
    for (const name of postless) {
      await main.getByRole("button", { name: `Leave out ${name ?? ""}`, exact: true }).click();
    }
    const unticked = main.getByRole("checkbox", { checked: false, disabled: false });
    await expect.poll(() => unticked.count()).toBeLessThan(40);
    for (let left = await unticked.count(); left > 0; left -= 1) {
      await unticked.first().focus();
      await this.page.keyboard.press("Space");
      await expect(unticked).toHaveCount(left - 1);
    }
  }

  /** For a text that carries no marking: the person says which; unclassified stands first. */
  async enterMarking(): Promise<void> {
    await this.page.getByRole("button", { name: "Enter: Marking" }).click();
    await this.page.getByRole("main").getByRole("button", { name: "Keep" }).click();
  }

  async createDirective(): Promise<void> {
    await this.page.getByRole("button", { name: /^Create directive/ }).click();
    await expect(this.page.getByRole("tab", { name: /^Posts/ })).toBeVisible({ timeout: 60_000 });
  }
}
