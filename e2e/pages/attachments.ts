// The attachments of whatever record is on the screen.
import type { Locator } from "@playwright/test";
import type { Host } from "../fixtures/host.ts";

export class Attachments {
  readonly host: Host;
  /** The part of the page they stand in. */
  readonly within: Locator;

  constructor(host: Host, within: Locator) {
    this.host = host;
    this.within = within;
  }

  get lines(): Locator {
    return this.within.getByRole("list", { name: "Attachments" }).getByRole("listitem");
  }

  async attach(...files: readonly string[]): Promise<void> {
    await this.within.locator("input[type=file]").setInputFiles([...files]);
  }

  /** Answers where the copy is. */
  async saveCopy(name: string): Promise<string> {
    return this.host.savedFile(() =>
      this.within.getByRole("button", { name: `Save a copy of ${name}` }).click(),
    );
  }

  async remove(name: string): Promise<void> {
    await this.within.getByRole("button", { name: `More for ${name}` }).click();
    await this.host.page.getByRole("menuitem", { name: "Remove" }).click();
  }
}
