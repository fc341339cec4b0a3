// A vault given on a disk too full for a sealed backup: the vault is in place, and what lies open still is told.
import { readdir, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { mountSmallDisk } from "#tools/small-disk.ts";
import { createServices } from "../index.ts";
import { legacyWorkspace } from "../workspace/testing/legacy.ts";
import { passphrase, recoveryCode } from "../workspace/testing/work.ts";
import { bareHost } from "../testing/bare-host.ts";

const page = 4096;

test("protection succeeded, and says that open backups stand until a sealed one replaces them", async ({
  skip,
}) => {
  const disk = await mountSmallDisk(512);
  if (!disk) return skip("a small disk can only be mounted by root on Linux");
  const root = disk.folder;
  const host = createServices(bareHost(root));
  const { services } = host;
  try {
    const values = Array.from({ length: 8 }, () => randomBytes(6000).toString("base64"));
    const id = await legacyWorkspace(root, values);
    await services["workspace.open"]({ id });
    const { bytes } = await services["backup.make"]({});
    // Room for the journal written anew, and one page short of what a second copy takes with its headers and list.
    const { bfree, bsize } = await statfs(root);
    const wanted = Math.ceil(bytes / page) * page;
    await writeFile(path.join(root, "filler"), Buffer.alloc(bfree * bsize - wanted));
    const done = await services["vault.protect"]({ secret: { passphrase, recoveryCode } });
    expect(done).toMatchObject({
      opened: { id, unsealed: false, head: { frame: 8 } },
      backupFailure: { code: "backup/full" },
    });
    expect(await services["backup.state"]({ id })).toMatchObject({
      backups: [{ unsealed: true, frame: 8 }],
      failure: { code: "backup/full" },
    });
    disk.remount("size=2m");
    // Closing makes the one that is missing, though the record has not grown and the day is not over.
    await services["workspace.close"]({});
    expect(await services["backup.state"]({ id })).toMatchObject({
      backups: [{ unsealed: false, frame: 8 }],
      failure: null,
    });
    expect(await readdir(path.join(root, id, "backups"))).toHaveLength(1);
    await expect(services["workspace.unlock"]({ id, passphrase })).resolves.toMatchObject({
      head: { frame: 8 },
    });
  } finally {
    await host.shutdown();
    await disk.unmount();
  }
});
