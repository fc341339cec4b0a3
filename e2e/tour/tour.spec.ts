// `npm run tour`: the main job through the real interface, and a picture of every screen. What it leaves lies under out/tour/.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sampleCableText } from "#core/sample/cable.ts";
import type { Host } from "../fixtures/host.ts";
import { root, sharedData } from "../fixtures/paths.ts";
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";
import { MainJob, nairobiMeeting } from "../pages/main-job.ts";
import { reportFormats, ReportsPage } from "../pages/reports.ts";
import { sampleScreens } from "../pages/sample-screens.ts";

const out = path.join(root, "out/tour");

/** Width and height with a colour scheme: the smallest window the app is made for, and the usual one. */
const looks = [
  { name: "light-1280x800", width: 1280, height: 800, colorScheme: "light" },
  { name: "dark-1280x800", width: 1280, height: 800, colorScheme: "dark" },
  { name: "light-1024x640", width: 1024, height: 640, colorScheme: "light" },
  { name: "dark-1024x640", width: 1024, height: 640, colorScheme: "dark" },
] as const;

const desk = { office: "Desk for Technology Policy", name: "D. Whitfield", capital: "Washington" };

test("every screen of the sample", async ({ host }) => {
  const app = new AppPage(host.page);
  await app.openSample();
  for (const { name, width, height, colorScheme } of looks) {
    await host.page.setViewportSize({ width, height });
    await host.page.emulateMedia({ colorScheme });
    for (const [at, screen] of sampleScreens.entries()) {
      await app.visit(screen);
      await app.waitForScreen();
      await picture(host, path.join("screens", name), at, screen);
    }
  }
});

test("from a cable to a status report", async ({ host, data }) => {
  const job = new MainJob(host);
  const seen = pictures(host, "job");
  await seen("first run");
  await job.setUpDesk(desk);
  await seen("a new workspace");
  const postsFile =
    sharedData === null ? "e2e/data/posts.csv" : path.join(sharedData, "posts/us-posts-open.csv");
  const importing = await job.planPosts(path.resolve(root, postsFile));
  await seen("plan of the posts");
  await importing.apply();
  await seen("posts imported");

  const cable = path.join(data, "state-118204.txt");
  writeFileSync(cable, sampleCableText);
  await job.openCable(cable);
  await seen("cable in review");
  await job.cables.tickEverything();
  await seen("cable ticked");
  await job.cables.createDirective();
  await seen("directive");
  const log = await job.fillLog(nairobiMeeting);
  await seen("log form");
  await log.file();
  await seen("engagement filed");
  await job.app.goTo("Matrix");
  await expect(host.page.getByRole("row").filter({ hasText: "Nairobi" }).first()).toBeVisible();
  await seen("matrix");
  const reports = new ReportsPage(host);
  await reports.open();
  await seen("report");
  for (const format of reportFormats) {
    const saved = await reports.saveAs(format);
    copyFileSync(saved, into("report", `status-report.${format}`));
  }
});

test("a real telegram", async ({ host }) => {
  test.skip(sharedData === null, "no telegrams beside the project");
  const job = new MainJob(host);
  const seen = pictures(host, "telegram");
  await job.setUpDesk(desk);
  const importing = await job.planPosts(path.join(sharedData ?? "", "posts/us-posts-open.csv"));
  await importing.apply();
  await job.openCable(
    path.join(sharedData ?? "", "cables/01-frus1969-76ve14p1-d152-state-261234-world-food-conference.txt"),
  );
  await seen("in review");
  await job.cables.enterMarking();
  await job.cables.tickEverything();
  await job.cables.createDirective();
  await seen("directive");
});

/** Numbers the pictures of one way through the app. */
function pictures(host: Host, folder: string): (name: string) => Promise<void> {
  let at = 0;
  return async (name) => {
    at += 1;
    await picture(host, folder, at, name);
  };
}

async function picture(host: Host, folder: string, at: number, name: string): Promise<void> {
  const plain = name.replaceAll(/[^a-z\d]+/gi, "-").replaceAll(/^-|-$/g, "") || "today";
  const file = into(folder, `${String(at).padStart(2, "0")}-${plain}.png`);
  await host.page.screenshot({ path: file, animations: "disabled" });
}

function into(folder: string, name: string): string {
  mkdirSync(path.join(out, folder), { recursive: true });
  return path.join(out, folder, name);
}
