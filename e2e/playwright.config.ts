// The same specs on both hosts: the browser edition always, the desktop app wherever an Electron runtime is at hand.
import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "#tools/chromium.mjs";

const isCi = Boolean(process.env["CI"]);

export default defineConfig({
  testDir: "specs",
  outputDir: "../out/e2e",
  fullyParallel: true,
  forbidOnly: isCi,
  workers: 2,
  retries: isCi ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: isCi ? [["line"]] : [["list"]],
  use: {
    // A trace costs about as much as the test. Where failures are tried again, it is made then.
    trace: isCi ? "on-first-retry" : "retain-on-failure",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    launchOptions: chromiumLaunch(),
  },
  projects: [
    { name: "browser", metadata: { host: "browser" } },
    { name: "desktop", metadata: { host: "desktop" } },
  ],
});
