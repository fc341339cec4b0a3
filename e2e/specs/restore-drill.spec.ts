// The drill of README's "Back from a backup", step by step: the record is harmed on disk, and all that was saved comes back.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { AppPage, testDesk } from "../pages/app.ts";

test("a damaged record is had back from its backup", async ({ host, complaints }) => {
  const app = new AppPage(host.page);
  const { passphrase } = await app.createDesk(testDesk);
  await app.goTo("Settings");
  const capital = app.main.getByRole("textbox", { name: "Capital", exact: true });
  await capital.fill("Porto");
  await capital.press("Enter");
  // Drawn anew it shows what is on record, not what was typed.
  await app.goTo("Today");
  await app.goTo("Settings");
  await expect(capital).toHaveValue("Porto");
  await app.main.getByRole("button", { name: "Back up now" }).click();
  await expect(host.page.getByText("The backup is made and checked.")).toBeVisible();
  await expect(app.main.getByRole("list", { name: /^Backups/ }).getByRole("listitem")).toHaveCount(1);

  const stopped = host.restart("kill");
  harm(host.workspaces);
  const again = await stopped;
  const after = new AppPage(again.page);
  await again.page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await again.page.getByRole("button", { name: "Unlock" }).click();
  await expect(again.page.getByText(/000001\.jnl/)).toBeVisible();
  await again.page.getByRole("button", { name: "Backups" }).click();
  await again.page.getByRole("button", { name: "Restore" }).click();
  await again.page.getByRole("alertdialog").getByRole("button", { name: "Restore" }).click();
  await again.page.getByRole("button", { name: /^Open Desk for Testing \d{4}-\d\d-\d\d/ }).click();
  await after.unlock(passphrase);
  await after.goTo("Settings");
  await expect(after.main.getByRole("textbox", { name: "Capital", exact: true })).toHaveValue("Porto");
  await again.close();
  // While its host is dead the page's asks fail, and the browser says so in its console.
  complaints.length = 0;
});

/** Flips one bit in the first frame of the only workspace's journal; a frame behind it shows that it is no torn end. */
function harm(workspaces: string): void {
  const [folder = ""] = readdirSync(workspaces).filter((name) =>
    statSync(path.join(workspaces, name)).isDirectory(),
  );
  const file = path.join(workspaces, folder, "journal", "000001.jnl");
  const bytes = readFileSync(file);
  const inFirst = bytes.indexOf("\n") + 150;
  bytes[inFirst] = (bytes[inFirst] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
