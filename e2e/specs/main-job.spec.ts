// The one job from first to last: cable -> reviewed draft -> directive with tasks -> engagement -> the desk sees it -> a report on disk.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sampleCableText } from "#core/sample/cable.ts";
import { root } from "../fixtures/paths.ts";
import { expect, test } from "../fixtures/test.ts";
import { MainJob, nairobiMeeting } from "../pages/main-job.ts";
import { reportFormats, ReportsPage } from "../pages/reports.ts";

test("from a cable file to a saved status report", async ({ host, data }) => {
  test.setTimeout(300_000);
  const job = new MainJob(host);
  const { app } = job;
  await job.setUpDesk({ office: "Desk for Technology Policy", name: "D. Whitfield", capital: "Washington" });
  const importing = await job.planPosts(path.join(root, "e2e/data/posts.csv"));
  await importing.apply();

  const cable = path.join(data, "state-118204.txt");
  writeFileSync(cable, sampleCableText);
  await job.openCable(cable);
  await job.cables.tickEverything();
  await job.cables.createDirective();
  await expect(host.page.getByRole("tab", { name: /^Posts 25/ })).toBeVisible();

  const log = await job.fillLog(nairobiMeeting);
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
  for (const format of reportFormats) {
    const saved = await reports.saveAs(format);
    expect(path.extname(saved)).toBe(`.${format}`);
    expect(statSync(saved).size).toBeGreaterThan(500);
    const head = readFileSync(saved).subarray(0, 20).toString("latin1").toLowerCase();
    expect(head.startsWith((magic[format] ?? "").toLowerCase()), format).toBe(true);
  }
});
