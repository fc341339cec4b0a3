// Decisions, possible duplicates and the merge of two records, as verbs.
import { expect, type Locator } from "@playwright/test";
import type { AppPage } from "./app.ts";

export class DecisionsPage {
  readonly #app: AppPage;

  constructor(app: AppPage) {
    this.#app = app;
  }

  card(name: string | RegExp): Locator {
    return this.#app.main.getByRole("region", { name });
  }

  async combine(field: RegExp, text: string): Promise<void> {
    const card = this.card(field);
    await card.getByRole("button", { name: "Combine" }).click();
    await card.getByRole("textbox", { name: "Combined" }).fill(text);
    await card.getByRole("button", { name: "Keep the combined one" }).click();
    await expect(card).toHaveCount(0);
  }

  async openDuplicates(): Promise<void> {
    await this.#app.goTo("Counterparts");
    await this.#app.main.getByRole("link", { name: "Possible duplicates" }).click();
    await expect(this.#app.heading("Possible duplicates")).toBeVisible();
  }

  async mergeFirst(): Promise<void> {
    await this.#app.main.getByRole("button", { name: "Compare and merge" }).first().click();
    await this.#app.main.getByRole("button", { name: "Merge", exact: true }).click();
  }
}
