// The one job from first to last: cable -> reviewed draft -> directive with tasks -> engagement -> the desk sees it -> a report on disk.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sampleCableText } from "#core/sample/cable.ts";
import { root } from "../fixtures/paths.ts";
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";
import { CablesPage } from "../pages/cables.ts";
import { LogForm } from "../pages/log-form.ts";
import { PostsImportPage } from "../pages/posts-import.ts";
import { ReportsPage } from "../pages/reports.ts";

test("from a cable file to a saved status report", async ({ host, data }) => {
  test.setTimeout(300_000);
  const app = new AppPage(host.page);
  await app.createDesk({ office: "Desk for Technology Policy", name: "D. Whitfield", capital: "Washington" });

  const importing = new PostsImportPage(host);
  await importing.open();
  await importing.choose(path.join(root, "e2e/data/posts.csv"));
  await importing.makePlan();
  await importing.apply();

  const cable = path.join(data, "state-118204.txt");
  writeFileSync(cable, sampleCableText);
  const cables = new CablesPage(host);
  await cables.open();
  await cables.openFile(cable);
  await expect(host.page.getByRole("button", { name: /^Create directive/ })).toBeDisabled();
  await cables.tickEverything();
  await cables.createDirective();
  await expect(host.page.getByRole("tab", { name: /^Posts 25/ })).toBeVisible();

  await host.page.keyboard.press("Control+e");
  const log = new LogForm(host.page);
  await log.choose("Post", "Nairobi");
  await log.choose("Directive", "REQUEST TO RAISE");
  // Early in the day at the post: a held meeting lies behind, whenever the spec runs.
  await log.time("00", "05");
  await log.addCounterpart("Wanjiru Kamotho", "Principal Secretary");
  await log.deliver(3);
  await log.report("The permanent secretary took careful notes and asked for the paper.");
  await log.file();

  await app.goTo("Matrix");
  const nairobi = host.page.getByRole("row").filter({ hasText: "Nairobi" });
  await expect(nairobi).toBeVisible();
  await app.goTo("Engagements");
  await expect(app.main.getByText("Nairobi").first()).toBeVisible();

  const reports = new ReportsPage(host);
  await reports.open();
  await expect(app.main.getByText(/took careful notes|Nairobi/).first()).toBeVisible();
  const magic: Readonly<Record<string, string>> = {
    docx: "PK",
    pdf: "%PDF",
    html: "<!doctype html",
    xlsx: "PK",
  };
  for (const format of ["docx", "pdf", "html", "xlsx", "csv", "txt"] as const) {
    const saved = await reports.saveAs(format);
    expect(path.extname(saved)).toBe(`.${format}`);
    expect(statSync(saved).size).toBeGreaterThan(500);
    const head = readFileSync(saved).subarray(0, 20).toString("latin1").toLowerCase();
    expect(head.startsWith((magic[format] ?? "").toLowerCase()), format).toBe(true);
  }
});
