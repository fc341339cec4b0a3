// The tour: not a check but a walk, on the browser edition, one way after the other.
import { defineConfig } from "@playwright/test";
import shared from "./playwright.config.ts";

export default defineConfig({
  ...shared,
  testDir: "tour",
  outputDir: "../out/tour-traces",
  workers: 1,
  retries: 0,
  timeout: 600_000,
  reporter: [["list"]],
  projects: [{ name: "browser", metadata: { host: "browser" } }],
});
