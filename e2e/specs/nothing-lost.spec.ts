// What was called saved is there again: after a killed host, after a reload, in a second window, beside a torn frame.
import { appendFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { AppPage, testDesk } from "../pages/app.ts";

/** While its host is dead the page's asks fail, and the browser says so in its console. */
function forgiveDeadHost(complaints: string[]): void {
  const expected = /ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_REFUSED|status of 403/;
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !expected.test(text)));
}

/** The journal file of the only workspace. */
function journalOf(workspaces: string): string {
  const [folder] = readdirSync(workspaces).filter((name) =>
    statSync(path.join(workspaces, name)).isDirectory(),
  );
  const journal = path.join(workspaces, folder ?? "", "journal");
  return path.join(journal, readdirSync(journal).toSorted().at(-1) ?? "");
}

test("a setting saved before the host is killed is there when it starts again", async ({
  host,
  complaints,
}) => {
  const app = new AppPage(host.page);
  const { passphrase } = await app.createDesk(testDesk);
  await app.goTo("Settings");
  const capital = app.main.getByRole("textbox", { name: "Capital", exact: true });
  await capital.fill("Porto");
  await capital.press("Enter");
  await expect(capital).toHaveValue("Porto");
  await app.goTo("Today");
  await app.goTo("Settings");
  await expect(app.main.getByRole("textbox", { name: "Capital", exact: true })).toHaveValue("Porto");
  const again = await host.restart("kill");
  const after = new AppPage(again.page);
  await after.unlock(passphrase);
  await after.goTo("Settings");
  await expect(after.main.getByRole("textbox", { name: "Capital", exact: true })).toHaveValue("Porto");
  await again.close();
  forgiveDeadHost(complaints);
});

test("a torn last frame is cut, and everything before it opens", async ({ host, complaints }) => {
  const app = new AppPage(host.page);
  const { passphrase } = await app.createDesk(testDesk);
  await app.goTo("Settings");
  const journal = journalOf(host.workspaces);
  const stopped = host.restart("kill");
  appendFileSync(journal, Buffer.from("a frame that never got its end"));
  const again = await stopped;
  const after = new AppPage(again.page);
  await after.unlock(passphrase);
  await after.goTo("Settings");
  await expect(after.main.getByRole("textbox", { name: "Capital", exact: true })).toHaveValue("Lisbon");
  await again.close();
  forgiveDeadHost(complaints);
});

test("a log begun is kept through a reload", async ({ host }) => {
  const app = new AppPage(host.page);
  await app.openSample();
  await app.visit("/engagements/log?task=task-nairobi");
  const report = app.main.getByRole("textbox", { name: /^Report/ });
  await report.fill("The permanent secretary took notes and asked for the paper.");
  await expect(app.main.getByText(/draft kept/i)).toBeVisible();
  await host.page.reload();
  await app.waitForFrame();
  await expect(app.main.getByRole("textbox", { name: /^Report/ })).toHaveValue(/took notes/);
});
