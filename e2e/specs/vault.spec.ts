// The vault from outside: locked is gone from the page, the right secret opens and nothing else does.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { Host } from "../fixtures/host.ts";
import { putClearWorkspace } from "../fixtures/clear-workspace.ts";
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";
import { VaultPage } from "../pages/vault.ts";

const desk = { office: "Desk for Testing", name: "Marker Quillfeather", capital: "Lisbon" };

/** Those of the texts that are anywhere in the memory of the page's scripts. */
async function inMemory(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const parts: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => parts.push(chunk));
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  const heap = parts.join("");
  return texts.filter((text) => heap.includes(text));
}

/** All bytes of the only workspace's folder. */
function bytesOf(host: Host): string {
  return readdirSync(host.workspaces, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

test("locked by its keys, the page holds nothing, and only the passphrase opens it again", async ({
  host,
}) => {
  // Two pictures of the whole memory take their time.
  test.slow();
  const app = new AppPage(host.page);
  const vault = new VaultPage(host.page);
  const { passphrase, recoveryCode } = await app.createDesk(desk);
  await expect(host.page.getByText("Not encrypted")).toHaveCount(0);
  await app.goTo("Settings");
  await expect(app.main.getByRole("textbox", { name: "Your name" })).toHaveValue(desk.name);
  expect(await inMemory(host.page, [desk.name])).toEqual([desk.name]);
  await host.page.keyboard.press("ControlOrMeta+Shift+L");
  await vault.waitForLocked();
  expect(await inMemory(host.page, [desk.name, passphrase, recoveryCode])).toEqual([]);
  expect(bytesOf(host)).not.toContain(desk.name);
  await vault.tryPassphrase("not the passphrase");
  await expect(host.page.getByText("That is not the passphrase")).toBeVisible();
  await host.page.reload();
  await vault.waitForLocked();
  await app.unlock(passphrase);
  await app.goTo("Settings");
  await expect(app.main.getByRole("textbox", { name: "Your name" })).toHaveValue(desk.name);
});

test("nobody touches it: it locks when the time is over, not before", async ({ host }) => {
  const app = new AppPage(host.page);
  await host.page.clock.install();
  await app.createDesk(desk);
  await host.page.clock.fastForward("14:50");
  await host.page.clock.runFor(0);
  await expect(host.page.getByRole("navigation").first()).toBeVisible();
  await host.page.clock.fastForward("00:20");
  await new VaultPage(host.page).waitForLocked();
});

test("a forgotten passphrase: the recovery code opens, and sets a new one", async ({ host }) => {
  const app = new AppPage(host.page);
  const vault = new VaultPage(host.page);
  const secret = await app.createDesk(desk);
  await host.page.keyboard.press("ControlOrMeta+Shift+L");
  await vault.waitForLocked();
  const typo = `${secret.recoveryCode.startsWith("0") ? "2" : "0"}${secret.recoveryCode.slice(1)}`;
  await vault.recover(typo, "the new minister prefers tea");
  await expect(host.page.getByText("The recovery code has a typing error.")).toBeVisible();
  await vault.recover(secret.recoveryCode, "the new minister prefers tea");
  await app.waitForFrame();
  await host.page.keyboard.press("ControlOrMeta+Shift+L");
  await vault.waitForLocked();
  await vault.tryPassphrase(secret.passphrase);
  await expect(host.page.getByText("That is not the passphrase")).toBeVisible();
  await app.unlock("the new minister prefers tea");
});

test("passphrase and recovery code are changed in the settings", async ({ host }) => {
  const app = new AppPage(host.page);
  const vault = new VaultPage(host.page);
  const secret = await app.createDesk(desk);
  await app.goTo("Settings");
  await vault.changePassphrase(secret.passphrase, "the new minister prefers tea");
  const code = await vault.renewRecoveryCode("the new minister prefers tea");
  await app.main.getByRole("button", { name: "Lock now" }).click();
  await vault.waitForLocked();
  await vault.recover(secret.recoveryCode, "another minister prefers coffee");
  await expect(host.page.getByText("belongs to another workspace")).toBeVisible();
  await vault.recover(code, "another minister prefers coffee");
  await app.waitForFrame();
  await app.goTo("Settings");
  await expect(app.main.getByRole("textbox", { name: "Your name" })).toHaveValue(desk.name);
});

test("a workspace made before there were vaults says so, and is protected from its settings", async ({
  host,
}) => {
  const app = new AppPage(host.page);
  const vault = new VaultPage(host.page);
  // A page that is still being loaded for the first time cannot be loaded again.
  await host.page.getByRole("button").first().waitFor();
  putClearWorkspace(host.workspaces, "Older desk");
  await host.page.reload();
  await app.waitForFrame();
  await expect(host.page.getByText("Not encrypted", { exact: true })).toBeVisible();
  await app.goTo("Settings");
  const name = app.main.getByRole("textbox", { name: "Your name" });
  await name.fill(desk.name);
  await name.press("Enter");
  await expect(name).toHaveValue(desk.name);
  await app.main.getByRole("button", { name: "Protect this workspace" }).click();
  const { passphrase } = await app.setUpVault("Encrypt the record");
  await expect(host.page.getByText("Not encrypted", { exact: true })).toHaveCount(0);
  await app.waitForFrame();
  await host.page.keyboard.press("ControlOrMeta+Shift+L");
  await vault.waitForLocked();
  await app.unlock(passphrase);
  await app.goTo("Settings");
  await expect(name).toHaveValue(desk.name);
});
