// The report builder and its files.
import { expect, type Page } from "@playwright/test";
import type { Host } from "../fixtures/host.ts";

const formatNames = {
  docx: "Word document",
  pdf: "PDF",
  html: "Web page",
  xlsx: "Excel workbook",
  csv: "CSV tables",
  txt: "Plain text",
} as const;

export const reportFormats = ["docx", "pdf", "html", "xlsx", "csv", "txt"] as const;

export class ReportsPage {
  readonly host: Host;
  readonly page: Page;

  constructor(host: Host) {
    this.host = host;
    this.page = host.page;
  }

  async open(): Promise<void> {
    await this.page.getByRole("navigation").first().getByRole("link", { name: "Reports" }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: "Report" })).toBeVisible();
  }

  /** Saves the report in a format and answers where the file is. */
  async saveAs(format: keyof typeof formatNames): Promise<string> {
    const name = formatNames[format];
    await this.page.getByRole("button", { name: /Save as$/ }).click();
    await this.page.getByRole("option", { name }).click();
    const saved = await this.host.savedFile(() =>
      this.page.getByRole("button", { name: `Save as ${name}` }).click(),
    );
    // Said only when the file is whole.
    const said = new RegExp(`^(Saved|Handed to the browser) as .*\\.${format}$`);
    await expect(this.page.getByText(said).first()).toBeVisible({ timeout: 60_000 });
    return saved;
  }
}
