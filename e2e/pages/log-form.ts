// The engagement log form, as an officer fills it in.
import { expect, type Locator, type Page } from "@playwright/test";

export class LogForm {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async choose(field: string, wanted: string): Promise<void> {
    const box = this.page.getByRole("combobox", { name: new RegExp(`^${field}`) });
    await box.fill(wanted);
    await this.page.getByRole("option", { name: wanted }).first().click();
  }

  async time(hour: string, minute: string): Promise<void> {
    await this.page.getByRole("spinbutton", { name: "hour, Time" }).click();
    await this.page.keyboard.type(`${hour}${minute}`);
  }

  /** A counterpart nobody knows yet, entered while logging. */
  async addCounterpart(name: string, title: string): Promise<void> {
    const box = this.page.getByRole("combobox", { name: "Theirs", exact: true });
    // The form scrolls to the box first: a list that opens while it scrolls closes again.
    await box.click();
    await box.fill(name);
    await this.page.getByRole("option", { name: new RegExp(`Add.*${name}`) }).click();
    const person = this.page.getByRole("group", { name: "New counterpart" });
    await person.getByRole("textbox", { name: "Office" }).fill(title);
    await person.getByRole("button", { name: "Add counterpart" }).click();
    await expect(person).toBeHidden();
  }

  points(): Locator {
    return this.page.getByRole("region", { name: "Points" }).getByRole("radiogroup", { name: /^Point / });
  }

  /** Marks the first `count` points by their key. */
  async deliver(count: number): Promise<void> {
    for (let at = 0; at < count; at += 1) {
      await this.points().nth(at).getByRole("radio").first().focus();
      await this.page.keyboard.press("1");
    }
    await expect(this.page.getByText(new RegExp(`^Delivered ${count} of`)).first()).toBeVisible();
  }

  async report(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: /^Report/ }).fill(text);
  }

  async file(): Promise<void> {
    await this.page.keyboard.press("Control+Enter");
    await expect(this.page.getByRole("heading", { level: 1, name: "Log engagement" })).toBeHidden();
  }
}
