// The frame of the app and the way into it, as verbs.
import { expect, type Locator, type Page } from "@playwright/test";

/** What a person would have on paper. */
interface VaultSecret {
  readonly passphrase: string;
  readonly recoveryCode: string;
}

export interface DeskSetup {
  readonly office: string;
  readonly name: string;
  readonly capital: string;
}

export type PostSetup = Omit<DeskSetup, "office"> & { readonly city: string; readonly country: string };

export const testDesk: DeskSetup = { office: "Desk for Testing", name: "A. Tester", capital: "Lisbon" };

export const testPost: PostSetup = {
  name: "B. Tester",
  capital: "Lisbon",
  city: "Vienna",
  country: "Austria",
};

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

  async createDesk({ office, name, capital }: DeskSetup): Promise<VaultSecret> {
    await this.page.getByRole("button", { name: "New desk workspace" }).click();
    await this.page.getByRole("textbox", { name: "Name of the office" }).fill(office);
    await this.page.getByRole("textbox", { name: "Your name" }).fill(name);
    await this.page.getByRole("textbox", { name: "Capital", exact: true }).fill(capital);
    await this.page.getByRole("button", { name: "Next" }).click();
    const secret = await this.setUpVault("Create workspace");
    await this.waitForFrame();
    return secret;
  }

  async createPost(setup: PostSetup): Promise<VaultSecret> {
    await this.page.getByRole("button", { name: "New post workspace" }).click();
    await this.page.getByRole("textbox", { name: "City of the post" }).fill(setup.city);
    await this.page.getByRole("textbox", { name: "Host country" }).fill(setup.country);
    await this.page.getByRole("textbox", { name: "Your name" }).fill(setup.name);
    await this.page.getByRole("textbox", { name: "Capital", exact: true }).fill(setup.capital);
    await this.page.getByRole("button", { name: "Next" }).click();
    const secret = await this.setUpVault("Create workspace");
    await this.waitForFrame();
    return secret;
  }

  async addPerson(name: string): Promise<void> {
    await this.visit("/counterparts");
    await this.page.keyboard.press("n");
    await this.page.getByRole("textbox", { name: /^Name/ }).first().fill(name);
    await this.page.keyboard.press("Control+Enter");
    await expect(this.page.getByText(name).first()).toBeVisible();
  }

  /** Locks the workspace and goes to the list of all. */
  async leave(): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+Shift+L");
    await this.page.getByRole("button", { name: "Other workspaces" }).click();
    await this.page.getByRole("button", { name: "New desk workspace" }).waitFor();
  }

  /** From the list of workspaces into a locked one. */
  async enter(label: string, passphrase: string): Promise<void> {
    await this.page.getByRole("button", { name: `Open ${label}` }).click();
    await this.unlock(passphrase);
  }

  /** Takes the words that were drawn, types the recovery code back, and answers both. */
  async setUpVault(confirm: string): Promise<VaultSecret> {
    const words = await this.page.getByRole("status", { name: "The words of the passphrase" }).innerText();
    await this.page.getByRole("button", { name: "Next" }).click();
    const code = await this.page.getByRole("status", { name: "Recovery code" }).innerText();
    const typeBack = this.page.getByRole("textbox", { name: /^Type the code back/ });
    await typeBack.fill(code.toLowerCase());
    await this.page.getByRole("button", { name: confirm }).click();
    return { passphrase: words.trim(), recoveryCode: code.trim() };
  }

  /** From the locked screen into the workspace. */
  async unlock(passphrase: string): Promise<void> {
    await this.page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await this.page.getByRole("button", { name: "Unlock" }).click();
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
