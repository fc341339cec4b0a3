// The frame of the app and the way into it, as verbs.
import { expect, type Locator, type Page } from "@playwright/test";

export interface DeskSetup {
  readonly office: string;
  readonly name: string;
  readonly capital: string;
}

export class AppPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get main(): Locator {
    return this.page.getByRole("main");
  }

  async openSample(): Promise<void> {
    await this.page.getByRole("button", { name: "Open the sample" }).click();
    await this.waitForFrame();
  }

  async createDesk({ office, name, capital }: DeskSetup): Promise<void> {
    await this.page.getByRole("button", { name: "New desk workspace" }).click();
    await this.page.getByRole("textbox", { name: "Name of the office" }).fill(office);
    await this.page.getByRole("textbox", { name: "Your name" }).fill(name);
    await this.page.getByRole("textbox", { name: "Capital", exact: true }).fill(capital);
    await this.page.getByRole("button", { name: "Create workspace" }).click();
    await this.waitForFrame();
  }

  async waitForFrame(): Promise<void> {
    await this.page.getByRole("navigation").first().waitFor({ timeout: 30_000 });
  }

  /** Opens an area by its name in the rail. */
  async goTo(area: string): Promise<void> {
    await this.page.getByRole("navigation").first().getByRole("link", { name: area }).click();
  }

  /** Goes to a path of the app as a link would. */
  async visit(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      location.hash = to;
    }, path);
  }

  /** Until the screen gone to has its heading and nothing of it is still loading. */
  async waitForScreen(): Promise<void> {
    await this.main.getByRole("heading").first().waitFor();
    await expect(this.page.getByRole("status", { name: /loading/i })).toHaveCount(0);
  }

  heading(name: string | RegExp): Locator {
    return this.main.getByRole("heading", { level: 1, name });
  }

  /** The strip of text that says what has been done. */
  toast(text: string | RegExp): Locator {
    return this.page.getByRole("region", { name: /notifications|notices/i }).getByText(text);
  }
}
