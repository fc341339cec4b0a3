// Unit tests in Node beside the files they test; *.browser.test.tsx in a real Chromium.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumLaunch } from "./chromium.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  test: {
    // Left to itself Vitest keeps a core free, which on a machine of two is half of it. Many tests wait for a disk or a process.
    maxWorkers: "100%",
    projects: [
      {
        root,
        test: {
          name: "unit",
          environment: "node",
          include: ["{renderer,electron,build}/**/*.test.ts"],
          exclude: ["**/*.browser.test.*"],
          setupFiles: ["build/tools/setup-unit.ts"],
          testTimeout: 30_000,
        },
      },
      {
        root,
        plugins: [react()],
        // React Aria's virtualizer turns itself off when NODE_ENV is "test" unless VIRT_ON is set.
        define: { "process.env.VIRT_ON": '"1"' },
        // A dependency found late makes Vite reload the page in mid-test, so all are listed.
        optimizeDeps: {
          include: [
            "react",
            "react-dom/client",
            "react/jsx-dev-runtime",
            "dexie",
            "minisearch",
            "react-aria-components",
            "@internationalized/date",
            "react-intl",
            "react-hook-form",
            "@hookform/resolvers/zod",
            "@tanstack/react-router",
            "@tanstack/react-table",
            "@tanstack/react-virtual",
            "lucide-react",
            "zod",
            "vitest-browser-react",
          ],
        },
        test: {
          name: "browser",
          include: ["renderer/**/*.browser.test.{ts,tsx}"],
          testTimeout: 60_000,
          // What a test waits for may be slow on a busy machine; that is no fault of what it tests.
          expect: { poll: { timeout: 15_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
