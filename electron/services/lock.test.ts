// Locking: the keys go, the files that were open go, and every page is told.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createServices, type HostServices } from "./index.ts";
import { passphrase, work } from "./workspace/testing/work.ts";
import { bareHost } from "./testing/bare-host.ts";

let root: string;
let told: unknown[];
let host: HostServices;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-lock-"));
  told = [];
  host = createServices(
    bareHost(root, {
      read: async () => ({
        kind: "text",
        parts: [],
        part: 0,
        encoding: "utf-8",
        text: "FM PARIS",
        table: null,
      }),
      announce: (event, detail) => told.push([event, detail]),
    }),
  );
});
afterEach(async () => {
  await host.shutdown();
  await rm(root, { recursive: true, force: true });
});

test("a protected workspace is closed with all that was read in it, and every page hears of it", async () => {
  const { services } = host;
  const { id } = await services["workspace.create"](work("Desk"));
  const file = await services["files.take"]({ name: "a.txt", kind: "text", bytes: Buffer.from("FM PARIS") });
  expect(await host.lock()).toBe(true);
  expect(told).toEqual([["workspace.closed", { reason: "locked" }]]);
  await expect(services["journal.head"]({})).rejects.toMatchObject({ code: "workspace/not-open" });
  await expect(services["files.text"]({ handle: file.handle })).rejects.toMatchObject({ code: "file/gone" });
  await expect(services["workspace.open"]({ id })).rejects.toMatchObject({ code: "vault/needs-passphrase" });
  await expect(services["workspace.unlock"]({ id, passphrase })).resolves.toMatchObject({ id });
});

test("a folder of backups that cannot be read keeps no workspace from closing, and is told with the list", async () => {
  const { services } = host;
  const { id } = await services["workspace.create"](work("Desk"));
  await writeFile(path.join(root, id, "backups"), "a file where the folder should be");
  await services["workspace.close"]({});
  await expect(services["journal.head"]({})).rejects.toMatchObject({ code: "workspace/not-open" });
  await rm(path.join(root, id, "backups"));
  expect(await services["backup.state"]({ id })).toMatchObject({
    backups: [],
    failure: { code: "backup/refused" },
  });
});

test("the sample, and a host with nothing open, have nothing to lock: a sleeping machine changes nothing", async () => {
  expect(await host.lock()).toBe(false);
  const { head } = await host.services["workspace.create"]({ label: "Sample", kind: "sample" });
  expect(await host.lock()).toBe(false);
  expect(await host.services["journal.head"]({})).toEqual(head);
  await expect(host.services["workspace.lock"]({})).rejects.toMatchObject({ code: "vault/not-protected" });
  expect(told).toEqual([]);
});
