// An import from file to receipt, step by step.
import { expect, type Page } from "@playwright/test";
import type { Host } from "../fixtures/host.ts";

export class ImportPage {
  readonly host: Host;
  readonly page: Page;

  constructor(host: Host) {
    this.host = host;
    this.page = host.page;
  }

  async open(into: "posts" | "counterparts"): Promise<void> {
    await this.page.evaluate((target) => {
      location.hash = `/import?into=${target}`;
    }, into);
    await expect(this.page.getByRole("heading", { level: 1, name: "Import" })).toBeVisible();
  }

  async choose(file: string): Promise<void> {
    await this.host.chooseFile(file, () => this.page.getByRole("button", { name: "Choose a file" }).click());
  }

  /** The post of rows that name none. */
  async choosePost(name: string): Promise<void> {
    const box = this.page.getByRole("combobox", { name: "Post of rows that name none" });
    // The step scrolls to the box first: a list that opens while it scrolls closes again.
    await box.click();
    await box.fill(name);
    await this.page.getByRole("option", { name }).first().click();
  }

  async makePlan(): Promise<void> {
    await this.page.getByRole("button", { name: "Make the plan" }).click();
    await expect(this.page.getByText("Nothing has been written yet.")).toBeVisible();
  }

  /** The number a fate has in the plan: "Create", "Update", "Possible duplicate", "Left out", "Reject". */
  async count(fate: string): Promise<number> {
    const label = await this.page
      .getByRole("radio", { name: new RegExp(`^${fate} \\d`) })
      .first()
      .textContent();
    return Number((label ?? "").replaceAll(/\D/g, ""));
  }

  /** Shows one row of the plan beside it. */
  async openRow(name: RegExp): Promise<void> {
    await this.page.getByRole("rowheader", { name }).click();
  }

  /** What becomes of the row that is shown. */
  async decide(way: RegExp): Promise<void> {
    await this.page.getByRole("radiogroup", { name: "What becomes of it" }).getByText(way).click();
  }

  async apply(): Promise<void> {
    await this.page.getByRole("button", { name: /^Apply/ }).click();
    await expect(this.page.getByText("The plan was applied")).toBeVisible();
  }
}
