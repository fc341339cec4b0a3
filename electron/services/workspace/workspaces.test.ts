// Workspace folders: made, opened by one host at a time, mended from their second header, never deleted.
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EntryMaker } from "../journal/testing/entries.ts";
import { mountSmallDisk } from "#tools/small-disk.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { passphrase, work } from "./testing/work.ts";
import { Workspaces } from "./workspaces.ts";

const log = "device-1:all";
let root: string;
let hosts: Workspaces[];
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-workspaces-"));
  hosts = [];
});
afterEach(async () => {
  for (const host of hosts) await host.close();
  await rm(root, { recursive: true, force: true });
});

function newHost(): Workspaces {
  const host = new Workspaces({ root, kdf: cheapKdf });
  hosts.push(host);
  return host;
}

async function closedWorkspace(kind: "sample" | "work" = "work", label = "Desk"): Promise<string> {
  const host = newHost();
  const { id } = await host.create(kind === "work" ? work(label) : { label, kind });
  await host.journal.append([new EntryMaker().next(log, "Paris")]);
  await host.close();
  return id;
}

describe("making and opening", () => {
  test("a new workspace is open, listed, private and of one device", async () => {
    const host = newHost();
    const made = await host.create(work("Desk"));
    expect(made).toMatchObject({
      label: "Desk",
      kind: "work",
      unsealed: false,
      cutBytes: 0,
      head: { frame: 0 },
    });
    const [summary] = await host.list();
    expect(summary).toMatchObject({ id: made.id, label: "Desk", kind: "work", trouble: null });
    expect((await stat(path.join(root, made.id))).mode & 0o777).toBe(0o700);
    for (const name of ["vault.json", "vault.bak.json", "lock"]) {
      expect((await stat(path.join(root, made.id, name))).mode & 0o777).toBe(0o600);
    }
    await host.close();
    const again = await host.unlock(made.id, passphrase);
    expect(again.deviceId).toBe(made.deviceId);
    expect((await host.list())[0]?.lastOpenedAt).not.toBeNull();
  });

  test("labels are not taken twice, whatever their case", async () => {
    const host = newHost();
    await host.create(work("Desk"));
    await expect(host.create({ label: "desk", kind: "sample" })).rejects.toMatchObject({
      code: "workspace/name-taken",
    });
  });

  test("what was appended is there again, and opening the open one answers it as it is", async () => {
    const id = await closedWorkspace();
    const host = newHost();
    const first = await host.unlock(id, passphrase);
    expect(first.head.frame).toBe(1);
    await expect(host.open(id)).resolves.toMatchObject({ id, head: { frame: 1 } });
    expect(() => newHost().journal).toThrow("workspace/not-open");
  });

  test.each(["", "..", "../other", "databases", "0f8b7a52-0000-4000-8000-000000000001"])(
    "%j is no workspace",
    async (id) => {
      await mkdir(path.join(root, "databases"));
      await expect(newHost().open(id)).rejects.toMatchObject({ code: "workspace/missing" });
      expect(await newHost().list()).toEqual([]);
    },
  );

  test("two asked for at once end in one open and both closed in turn", async () => {
    const host = newHost();
    const a = await host.create(work("A"));
    const b = await host.create(work("B"));
    await Promise.all([
      host.unlock(a.id, passphrase),
      host.unlock(b.id, passphrase),
      host.unlock(a.id, passphrase),
    ]);
    await expect(newHost().unlock(b.id, passphrase)).resolves.toMatchObject({ id: b.id });
    await expect(newHost().unlock(a.id, passphrase)).rejects.toMatchObject({ code: "workspace/locked" });
  });
});

describe("one host at a time", () => {
  test("a second host is told, sees it in the list, and may open once the first has closed", async () => {
    const first = newHost();
    const { id } = await first.create(work("Desk"));
    const second = newHost();
    await expect(second.unlock(id, passphrase)).rejects.toMatchObject({ code: "workspace/locked" });
    expect((await second.list())[0]?.trouble).toBe("locked");
    expect((await first.list())[0]?.trouble).toBeNull();
    await first.close();
    await expect(second.unlock(id, passphrase)).resolves.toMatchObject({ id });
  });

  test.each([
    ["a process that is gone", { pid: 4_194_303, start: "x", machine: "here" }],
    [
      "a process whose id was given to another",
      { pid: process.pid, start: "another boot 1", machine: "here" },
    ],
  ])("the lock of %s is taken over", async (_name, holder) => {
    const id = await closedWorkspace();
    const { hostname } = await import("node:os");
    await writeFile(
      path.join(root, id, "lock"),
      JSON.stringify({ ...holder, machine: hostname(), token: "old" }),
    );
    await expect(newHost().unlock(id, passphrase)).resolves.toMatchObject({ id });
  });

  test("the lock of another machine is believed", async () => {
    const id = await closedWorkspace();
    const lock = JSON.stringify({ pid: 1, start: "x", machine: "elsewhere", token: "theirs" });
    await writeFile(path.join(root, id, "lock"), lock);
    await expect(newHost().unlock(id, passphrase)).rejects.toMatchObject({ code: "workspace/locked" });
    expect(await readFile(path.join(root, id, "lock"), "utf8")).toBe(lock);
  });

  test("of many hosts that take over a dead one's lock at once, one gets it", async () => {
    const id = await closedWorkspace();
    const { hostname } = await import("node:os");
    for (let round = 0; round < 10; round += 1) {
      const lock = { pid: 4_194_303, start: "x", machine: hostname(), token: `old ${round}` };
      await writeFile(path.join(root, id, "lock"), JSON.stringify(lock));
      const some = Array.from({ length: 6 }, () => newHost());
      const opened = await Promise.allSettled(some.map((host) => host.unlock(id, passphrase)));
      expect(opened.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const host of some) await host.close();
    }
  });
});

describe("the header", () => {
  const copies = ["vault.json", "vault.bak.json"] as const;

  test.each(copies)("%s lost or spoilt: the other serves and mends it", async (name) => {
    for (const spoil of [
      (file: string) => rm(file),
      (file: string) => writeFile(file, ""),
      (file: string) => writeFile(file, "{"),
      async (file: string) => writeFile(file, (await readFile(file, "utf8")).replace("Desk", "Disk")),
    ]) {
      const id = await closedWorkspace("work", `Desk ${Math.random()}`);
      await spoil(path.join(root, id, name));
      const host = newHost();
      await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ id, head: { frame: 1 } });
      await host.close();
      const [main, backup] = await Promise.all(
        copies.map((copy) => readFile(path.join(root, id, copy), "utf8")),
      );
      expect(main).toBe(backup);
    }
  });

  test("every flipped bit of both copies is noticed", async () => {
    const id = await closedWorkspace();
    const good = await readFile(path.join(root, id, "vault.json"));
    for (let bit = 0; bit < good.byteLength * 8; bit += 7) {
      const bad = Buffer.from(good);
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      for (const copy of copies) await writeFile(path.join(root, id, copy), bad);
      const [summary] = await newHost().list();
      // White space between values is no content.
      const isSame = summary?.trouble === null && isSameJson(bad, good);
      expect(isSame || summary?.trouble === "damaged", `bit ${bit}`).toBe(true);
    }
  });

  test("both copies gone beside a journal is damage, not a first run", async () => {
    const id = await closedWorkspace();
    for (const copy of copies) await rm(path.join(root, id, copy));
    await expect(newHost().unlock(id, passphrase)).rejects.toMatchObject({
      code: "workspace/header-damaged",
    });
    expect((await newHost().list())[0]?.trouble).toBe("damaged");
    expect(await readdir(path.join(root, id))).toEqual(["journal"]);
  });

  test("a newer format is refused and left as it is", async () => {
    const { createHash } = await import("node:crypto");
    const id = await closedWorkspace();
    const header = { chancery: "workspace", format: 3, news: true };
    const integrity = createHash("sha256")
      .update("chancery header\n")
      .update(JSON.stringify(header))
      .digest("hex");
    const text = JSON.stringify({ ...header, integrity });
    for (const copy of copies) await writeFile(path.join(root, id, copy), text);
    await expect(newHost().unlock(id, passphrase)).rejects.toMatchObject({
      code: "workspace/newer",
      facts: { version: 3 },
    });
    expect((await newHost().list())[0]?.trouble).toBe("newer");
    expect(await readFile(path.join(root, id, "vault.json"), "utf8")).toBe(text);
    expect(await readdir(path.join(root, id))).not.toContain("lock");
  });

  test("frames that were there on closing and are gone are missed", async () => {
    const id = await closedWorkspace();
    await writeFile(path.join(root, id, "journal", "000001.jnl"), "");
    await expect(newHost().unlock(id, passphrase)).rejects.toMatchObject({ code: "journal/damaged" });
    expect(await readdir(path.join(root, id))).not.toContain("lock");
  });
});

describe("the sample", () => {
  test("is moved aside, whole, and makes room for another of its name", async () => {
    const id = await closedWorkspace("sample", "Sample");
    const host = newHost();
    await host.open(id);
    await host.discardSample(id);
    expect(await host.list()).toEqual([]);
    expect(() => host.journal).toThrow("workspace/not-open");
    const [moved = ""] = await readdir(root);
    expect(moved).toMatch(new RegExp(`^discarded-${id}-`));
    expect(await readdir(path.join(root, moved, "journal"))).toEqual(["000001.jnl"]);
    await expect(host.create({ label: "Sample", kind: "sample" })).resolves.toMatchObject({
      label: "Sample",
    });
  });

  test("work is never discarded, nor a sample somebody else has open", async () => {
    const real = await closedWorkspace("work");
    await expect(newHost().discardSample(real)).rejects.toMatchObject({ code: "workspace/not-sample" });
    const other = newHost();
    const { id } = await other.create({ label: "Sample", kind: "sample" });
    await expect(newHost().discardSample(id)).rejects.toMatchObject({ code: "workspace/locked" });
    await expect(newHost().discardSample("nowhere")).rejects.toMatchObject({ code: "workspace/missing" });
  });
});

describe("a folder that cannot be written", () => {
  test("is refused by name", async ({ skip }) => {
    if (process.getuid?.() === 0) return skip("root may write anything");
    const id = await closedWorkspace();
    await chmod(path.join(root, id), 0o500);
    try {
      await expect(newHost().unlock(id, passphrase)).rejects.toMatchObject({ code: "workspace/read-only" });
    } finally {
      await chmod(path.join(root, id), 0o700);
    }
  });

  test("a disk mounted for reading only", async ({ skip }) => {
    const disk = await mountSmallDisk(512);
    if (!disk) return skip("a small disk can only be mounted by root on Linux");
    try {
      const host = new Workspaces({ root: disk.folder, kdf: cheapKdf });
      const { id } = await host.create(work("Desk"));
      const maker = new EntryMaker();
      await host.journal.append([maker.next(log, "Paris")]);
      await host.close();
      disk.remount("ro");
      await expect(host.unlock(id, passphrase)).rejects.toMatchObject({
        code: "workspace/read-only",
        facts: { reason: "EROFS" },
      });
      await expect(host.create(work("Other"))).rejects.toMatchObject({ code: "workspace/read-only" });
      expect(await host.list()).toHaveLength(1);
      disk.remount("rw");
      await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ head: { frame: 1 } });
      await host.close();
    } finally {
      await disk.unmount();
    }
  });

  test("a copied folder opens beside the first", async () => {
    const id = await closedWorkspace();
    const copy = "0f8b7a52-0000-4000-8000-00000000000c";
    await cp(path.join(root, id), path.join(root, copy), { recursive: true });
    await expect(newHost().unlock(copy, passphrase)).resolves.toMatchObject({ id: copy, head: { frame: 1 } });
    await rename(path.join(root, id), path.join(root, "0f8b7a52-0000-4000-8000-00000000000d"));
  });
});

function isSameJson(a: Buffer, b: Buffer): boolean {
  return JSON.stringify(JSON.parse(a.toString())) === JSON.stringify(JSON.parse(b.toString()));
}
