// What the desktop app asked of its runtime, read from the runtime's own trace: sandboxed, isolated, silent.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";

interface TraceLine {
  readonly kind: string;
  readonly [field: string]: unknown;
}

test("sandbox, isolation, denied navigation, windows and permissions, no request outside", async ({
  host,
  data,
  complaints,
}) => {
  test.skip(host.kind !== "desktop", "about the desktop app");
  const app = new AppPage(host.page);
  await app.openSample();
  const tried = await host.page.evaluate(async () => {
    const opened = window.open("https://example.org/") !== null;
    const fetched = await fetch("https://example.org/").then(
      () => true,
      () => false,
    );
    const located = await new Promise<boolean>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve(true),
        () => resolve(false),
      );
    });
    location.href = "https://example.org/elsewhere";
    return { opened, fetched, located };
  });
  expect(tried).toEqual({ opened: false, fetched: false, located: false });
  await app.goTo("Settings");
  await expect(app.heading("Settings")).toBeVisible();
  await app.main.getByRole("button", { name: /Screenshots and shared screens/ }).click();
  await host.page.getByRole("option", { name: "Hidden", exact: true }).click();

  // The attempts above were refused, and the console says by what.
  const attempts = complaints.splice(0);
  expect(attempts.every((text) => text.includes("example.org"))).toBe(true);

  const trace = path.join(data, "trace.jsonl");
  test.skip(!existsSync(trace), "this runtime keeps no trace");
  const lines = traced(trace);
  const of = (kind: string) => lines.filter((line) => line.kind === kind);
  expect(of("app.enableSandbox")).toHaveLength(1);
  for (const window of of("BrowserWindow")) {
    expect(window["webPreferences"]).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
  }
  await expect
    .poll(() =>
      traced(trace)
        .filter(({ kind }) => kind === "setContentProtection")
        .at(-1),
    )
    .toMatchObject({ enable: true });
  expect(of("contextBridge.exposeInMainWorld")).toHaveLength(1);
  expect(of("setPermissionRequestHandler").length).toBeGreaterThan(0);
  expect(of("setPermissionCheckHandler").length).toBeGreaterThan(0);
  expect(of("setWindowOpenHandler").length).toBeGreaterThan(0);
  expect(of("network").filter(({ source }) => source !== "chromium-service")).toEqual([]);
  expect(of("not-implemented")).toEqual([]);
  expect(of("uncaughtException")).toEqual([]);
  expect(of("unhandledRejection")).toEqual([]);
});

function traced(file: string): readonly TraceLine[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TraceLine);
}
