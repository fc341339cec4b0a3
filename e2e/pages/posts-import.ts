// The import of a list of posts, step by step.
import { expect, type Page } from "@playwright/test";
import type { Host } from "../fixtures/host.ts";

export class PostsImportPage {
  readonly host: Host;
  readonly page: Page;

  constructor(host: Host) {
    this.host = host;
    this.page = host.page;
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => {
      location.hash = "/posts/import";
    });
    await expect(this.page.getByRole("heading", { name: "Import posts" })).toBeVisible();
  }

  async choose(file: string): Promise<void> {
    await this.host.chooseFile(file, () => this.page.getByRole("button", { name: "Choose a file" }).click());
  }

  async makePlan(): Promise<void> {
    await this.page.getByRole("button", { name: "Make the plan" }).click();
    await expect(this.page.getByText("Nothing has been written yet.")).toBeVisible();
  }

  /** The number a fate has in the plan: "Create", "Update", "Unchanged", "Repeated", "Reject". */
  async count(fate: string): Promise<number> {
    const label = await this.page
      .getByRole("radio", { name: new RegExp(`^${fate} \\d`) })
      .first()
      .textContent();
    return Number((label ?? "").replaceAll(/\D/g, ""));
  }

  async apply(): Promise<void> {
    await this.page.getByRole("button", { name: /^Apply/ }).click();
    await expect(this.page.getByText("The plan was applied")).toBeVisible();
  }
}
