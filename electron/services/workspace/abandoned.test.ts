// What killed hosts left half made: removed once nobody can be at work on it, and never before.
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EntryMaker } from "../journal/testing/entries.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { legacyWorkspace } from "./testing/legacy.ts";
import { passphrase, recoveryCode } from "./testing/work.ts";
import { Workspaces } from "./workspaces.ts";

const uuid = "0f8b7a52-0000-4000-8000-00000000000";
const hour = 60 * 60 * 1000;
let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-abandoned-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const ago = (hours: number) => new Date(Date.now() - hours * hour);

/** A folder under the root with one file in it, each last written so many hours ago. */
async function folder(name: string, folderHours: number, fileHours: number): Promise<void> {
  const place = path.join(root, name);
  await mkdir(place);
  await writeFile(path.join(place, "vault.json"), "{}");
  await utimes(path.join(place, "vault.json"), ago(fileHours), ago(fileHours));
  await utimes(place, ago(folderHours), ago(folderHours));
}

test("a making and a restore of more than a day ago are removed at the first look of a host, nothing else is", async () => {
  await folder(`.making-${uuid}1`, 25, 25);
  await folder(`.restoring-${uuid}2`, 25, 25);
  await folder(`.restoring-${uuid}3`, 23, 23);
  await folder(`.restoring-${uuid}4`, 25, 1);
  await folder(`.making-notes`, 500, 500);
  await folder(`discarded-${uuid}5-20260101`, 500, 500);
  const host = new Workspaces({ root, kdf: cheapKdf });
  await host.list();
  const kept = [".making-notes", `.restoring-${uuid}3`, `.restoring-${uuid}4`, `discarded-${uuid}5-20260101`];
  expect((await readdir(root)).toSorted()).toEqual(kept);
});

test("what a killed rewrite left goes once the record has been opened under the epoch it was for", async () => {
  const id = await legacyWorkspace(root, ["Paris"]);
  const place = path.join(root, id);
  for (const name of ["journal-2", "attachments-2", "attachments-3.left-1"]) {
    await mkdir(path.join(place, name));
    await writeFile(path.join(place, name, "000001.jnl"), "half a file");
  }
  const host = new Workspaces({ root, kdf: cheapKdf });
  const leftIn = async () =>
    (await readdir(place)).filter((name) => name.includes(".left-")).map((name) => name.split(".")[0]);
  await host.open(id);
  await host.append([new EntryMaker().next("device-2:all", "Lyon")]);
  await host.protect({ passphrase, recoveryCode });
  // Not yet: what is there has been written and read back, but never opened from the disk.
  expect(await leftIn()).toEqual(["attachments-2", "attachments-3", "journal-2"]);
  await host.close();
  await host.unlock(id, passphrase);
  expect(await leftIn()).toEqual(["attachments-3"]);
  expect(host.journal.head.frame).toBeGreaterThan(0);
  await host.close();
});
