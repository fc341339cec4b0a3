// A workspace under a vault: what opens it, what is on its disk, and what a kill or a flipped bit can do.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EntryMaker } from "../journal/testing/entries.ts";
import { testVault } from "../journal/testing/journal-on.ts";
import { memoryDisk, type MemoryDisk } from "../journal/testing/memory-files.ts";
import { openJournal } from "../journal/open-journal.ts";
import { nullSeal, type Seal } from "../journal/seal.ts";
import { vaultSeal } from "../vault/journal-seal.ts";
import { newDataKey } from "../vault/keys.ts";
import { decodeHeader } from "./header.ts";
import { newRecoveryCode } from "../vault/recovery-code.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { legacyWorkspace } from "./testing/legacy.ts";
import { passphrase, recoveryCode, work } from "./testing/work.ts";
import { Workspaces } from "./workspaces.ts";

const log = "device-1:all";
const copies = ["vault.json", "vault.bak.json"] as const;
const secret = { passphrase, recoveryCode };
let root: string;
let now: number;
let host: Workspaces;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-protected-"));
  now = 0;
  host = new Workspaces({ root, kdf: cheapKdf, now: () => now });
});
afterEach(async () => {
  await host.close();
  await rm(root, { recursive: true, force: true });
});

async function closedWork(frames = 2): Promise<string> {
  const { id } = await host.create(work("Desk"));
  const maker = new EntryMaker();
  for (let n = 1; n <= frames; n += 1) await host.journal.append([maker.next(log, `Paris ${n}`)]);
  await host.close();
  return id;
}

async function entriesOf(): Promise<string> {
  return JSON.stringify((await host.journal.read(1, 1_000_000)).frames);
}

function flip(bytes: Buffer, bit: number): Buffer {
  const bad = Buffer.from(bytes);
  bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bad;
}

/** As somebody would who can write the file but has no key: the check against accidents is made to fit. */
function forged(text: string, change: (header: Record<string, unknown>) => Record<string, unknown>): string {
  const { integrity: _old, ...header } = JSON.parse(text) as Record<string, unknown>;
  const changed = change(header);
  const integrity = createHash("sha256")
    .update("chancery header\n")
    .update(JSON.stringify(changed))
    .digest("hex");
  return JSON.stringify({ ...changed, integrity });
}

describe("opening", () => {
  test("needs the passphrase, or the recovery code, which then sets a new one", async () => {
    const id = await closedWork();
    await expect(host.open(id)).rejects.toMatchObject({ code: "vault/needs-passphrase" });
    await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ unsealed: false, head: { frame: 2 } });
    await expect(host.open(id)).resolves.toMatchObject({ id });
    expect(await host.lock()).toBe(true);
    expect(await host.lock()).toBe(false);
    expect(() => host.journal).toThrow("workspace/not-open");
    await expect(host.open(id)).rejects.toMatchObject({ code: "vault/needs-passphrase" });
    const next = "orchard velvet tundra falcon";
    await expect(host.recover(id, recoveryCode.slice(0, -1) + "Z", next)).rejects.toMatchObject({
      code: "vault/recovery-typo",
    });
    await expect(host.recover(id, newRecoveryCode(), next)).rejects.toMatchObject({
      code: "vault/wrong-recovery-code",
    });
    await expect(host.recover(id, recoveryCode, next)).resolves.toMatchObject({ head: { frame: 2 } });
    await host.lock();
    await expect(host.unlock(id, passphrase)).rejects.toMatchObject({ code: "vault/wrong-passphrase" });
    await expect(host.unlock(id, next)).resolves.toMatchObject({ head: { frame: 2 } });
    await host.lock();
    await expect(host.recover(id, recoveryCode, passphrase)).resolves.toMatchObject({ id });
  });

  test("a wrong passphrase makes the next one wait, longer each time, and erases nothing", async () => {
    const id = await closedWork();
    const waits: unknown[] = [];
    for (let n = 0; n < 14; n += 1) {
      const error: unknown = await host.unlock(id, `wrong ${n}`).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "vault/wrong-passphrase" });
      const { seconds } = (error as { facts: { seconds: number } }).facts;
      waits.push(seconds);
      now += seconds * 1000 - 1;
      // Even the right one, while the wait lasts.
      if (seconds > 0) {
        // oxlint-disable-next-line vitest/no-conditional-expect -- the first two have no wait
        await expect(host.unlock(id, passphrase)).rejects.toMatchObject({
          code: "vault/wait",
          facts: { seconds: 1 },
        });
      }
      now += 1;
    }
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ head: { frame: 2 } });
    await host.lock();
    await expect(host.unlock(id, "wrong again")).rejects.toMatchObject({ facts: { seconds: 0 } });
  });

  test("real work is not made under a weak passphrase or a mistyped code", async () => {
    const make = (some: Partial<typeof secret>) =>
      host.create({ label: "Desk", kind: "work", secret: { ...secret, ...some } });
    await expect(make({ passphrase: "password" })).rejects.toMatchObject({ code: "vault/weak-passphrase" });
    await expect(make({ recoveryCode: "abc" })).rejects.toMatchObject({ code: "vault/recovery-typo" });
    expect(await host.list()).toEqual([]);
  });
});

describe("the header", () => {
  test("every flipped bit is noticed, and healed from the other copy", async () => {
    const id = await closedWork();
    const file = (copy: string) => path.join(root, id, copy);
    const good = await readFile(file("vault.json"));
    for (let bit = 0; bit < good.byteLength * 8; bit += 1) {
      const bad = flip(good, bit);
      // White space between values is no content.
      expect(decodeHeader(bad.toString()) === null || isSameJson(bad, good), `bit ${bit}`).toBe(true);
    }
    for (let bit = 0; bit < good.byteLength * 8; bit += 997) {
      const [spoilt, whole] = bit % 2 === 0 ? copies : copies.toReversed();
      await writeFile(file(spoilt ?? ""), flip(good, bit));
      await writeFile(file(whole ?? ""), good);
      await expect(host.unlock(id, passphrase), `bit ${bit}`).resolves.toMatchObject({ head: { frame: 2 } });
      await host.close();
      expect(await readFile(file("vault.json"))).toEqual(await readFile(file("vault.bak.json")));
    }
  });

  test("one that somebody without the key has changed is passed over for the other copy, or refused", async () => {
    const id = await closedWork();
    const file = (copy: string) => path.join(root, id, copy);
    const good = await readFile(file("vault.json"), "utf8");
    const bad = forged(good, (header) => ({ ...header, journalFrame: 1, label: "Disk" }));
    await writeFile(file("vault.json"), bad);
    await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ label: "Desk" });
    await host.close();
    for (const copy of copies) await writeFile(file(copy), bad);
    await expect(host.unlock(id, passphrase)).rejects.toMatchObject({ code: "workspace/header-damaged" });
    expect(await readFile(file("vault.json"), "utf8")).toBe(bad);
  });

  test("one that asks for four thousand gigabytes is refused before anything is derived", async () => {
    const id = await closedWork();
    for (const copy of copies) {
      const file = path.join(root, id, copy);
      const bomb = forged(await readFile(file, "utf8"), (header) => {
        const wraps = header["wraps"] as Record<string, Record<string, object>>;
        const kdf = { ...wraps["passphrase"]?.["kdf"], memoryKib: 2 ** 32 - 1 };
        return { ...header, wraps: { ...wraps, passphrase: { ...wraps["passphrase"], kdf } } };
      });
      await writeFile(file, bomb);
    }
    const before = process.memoryUsage().rss;
    await expect(host.unlock(id, passphrase)).rejects.toMatchObject({ code: "workspace/header-damaged" });
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  });
});

describe("the journal", () => {
  test("every flipped bit is noticed", async () => {
    const seal = vaultSeal(newDataKey(), testVault);
    const disk = memoryDisk();
    const open = (files: MemoryDisk) => openJournal({ ...testVault, files, seal, acknowledged: 2 });
    const { journal } = await openJournal({ ...testVault, files: disk, seal, acknowledged: 0 });
    const maker = new EntryMaker();
    for (const value of ["Paris", "Rome"]) await journal.append([maker.next(log, value)]);
    const name = "000001.jnl";
    const good = Buffer.from(disk.files.get(name) ?? []);
    for (let bit = 0; bit < good.byteLength * 8; bit += 1) {
      const bad = memoryDisk(new Map([[name, flip(good, bit)]]));
      await expect(open(bad), `bit ${bit}`).rejects.toMatchObject({ code: "journal/damaged" });
    }
    await expect(open(disk)).resolves.toMatchObject({ cutBytes: 0 });
    // The same flips under a seal that does not look at the tag: many pass, so it is the tag that tells.
    const careless: Seal = { ...nullSeal(testVault), open: (_place, sealed) => sealed.bytes };
    const clear = memoryDisk();
    const written = await openJournal({ ...testVault, files: clear, seal: careless, acknowledged: 0 });
    await written.journal.append([new EntryMaker().next(log, "Paris")]);
    const bytes = Buffer.from(clear.files.get(name) ?? []);
    const last = memoryDisk(new Map([[name, flip(bytes, bytes.byteLength * 8 - 9)]]));
    await expect(
      openJournal({ ...testVault, files: last, seal: careless, acknowledged: 1 }),
    ).resolves.toMatchObject({ cutBytes: 0 });
    const stranger = vaultSeal(newDataKey(), testVault);
    await expect(
      openJournal({ ...testVault, files: disk, seal: stranger, acknowledged: 2 }),
    ).rejects.toMatchObject({ code: "journal/damaged" });
  });

  test("frames of another workspace, even under the same secrets, do not fit", async () => {
    const id = await closedWork();
    const { id: other } = await host.create(work("Other"));
    await host.journal.append([new EntryMaker().next(log, "Rome")]);
    await host.close();
    await cp(path.join(root, other, "journal"), path.join(root, id, "journal"), { recursive: true });
    await expect(host.unlock(id, passphrase)).rejects.toMatchObject({ code: "journal/damaged" });
  });
});

describe("another key", () => {
  test("a workspace made without a vault opens as it is, and can be given one", async () => {
    const id = await legacyWorkspace(root, ["Paris", "Rome"]);
    expect(await host.list()).toMatchObject([{ isProtected: false, trouble: null }]);
    await expect(host.open(id)).resolves.toMatchObject({ unsealed: true, head: { frame: 2 } });
    const before = await entriesOf();
    await expect(host.protect(secret)).resolves.toMatchObject({ unsealed: false, head: { frame: 2 } });
    await expect(host.protect(secret)).rejects.toMatchObject({ code: "vault/protected" });
    expect(await entriesOf()).toBe(before);
    expect((await readdir(path.join(root, id))).toSorted()).toEqual([
      "journal-2",
      "lock",
      "vault.bak.json",
      "vault.json",
    ]);
    const maker = new EntryMaker();
    maker.startFrom(host.journal.head.logs);
    await host.journal.append([maker.next(log, "Berlin")]);
    await host.close();
    await expect(host.open(id)).rejects.toMatchObject({ code: "vault/needs-passphrase" });
    await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ head: { frame: 3 } });
  });

  test("a new epoch takes the old key and the old recovery code out of use", async () => {
    const id = await closedWork();
    const old = await readFile(path.join(root, id, "vault.json"));
    await host.unlock(id, passphrase);
    const before = await entriesOf();
    const renewed = { passphrase, recoveryCode: newRecoveryCode() };
    await expect(host.newEpoch({ ...renewed, passphrase: "wrong" })).rejects.toMatchObject({
      code: "vault/wrong-passphrase",
    });
    await host.newEpoch(renewed);
    expect(await entriesOf()).toBe(before);
    await host.close();
    expect(await readdir(path.join(root, id))).not.toContain("journal");
    await expect(host.recover(id, recoveryCode, passphrase)).rejects.toMatchObject({
      code: "vault/wrong-recovery-code",
    });
    await expect(host.recover(id, renewed.recoveryCode, passphrase)).resolves.toMatchObject({
      head: { frame: 2 },
    });
    await host.close();
    // The header of the epoch before, put back, finds no journal of its own and harms none.
    for (const copy of copies) await writeFile(path.join(root, id, copy), old);
    await expect(host.unlock(id, passphrase)).rejects.toMatchObject({ code: "journal/damaged" });
    expect(await readdir(path.join(root, id))).toContain("journal-2");
  });

  test("a rewrite that stopped half-way leaves the old record, and does not hinder the next", async () => {
    const id = await legacyWorkspace(root, ["Paris"]);
    await cp(path.join(root, id, "journal"), path.join(root, id, "journal-2"), { recursive: true });
    await writeFile(path.join(root, id, "journal-2", "000001.jnl"), "half a fi");
    await expect(host.open(id)).resolves.toMatchObject({ unsealed: true, head: { frame: 1 } });
    await expect(host.protect(secret)).resolves.toMatchObject({ unsealed: false, head: { frame: 1 } });
    await host.close();
    await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ head: { frame: 1 } });
  });

  test("killed between the two copies of the header: the new record counts, and the clear one goes", async () => {
    const id = await legacyWorkspace(root, ["Paris"]);
    const folder = path.join(root, id);
    const old = await mkdtemp(path.join(tmpdir(), "chancery-old-"));
    await cp(folder, old, { recursive: true });
    await host.open(id);
    await host.protect(secret);
    await host.close();
    await cp(path.join(old, "journal"), path.join(folder, "journal"), { recursive: true });
    await cp(path.join(old, "vault.bak.json"), path.join(folder, "vault.bak.json"));
    await rm(old, { recursive: true });
    await expect(host.open(id)).rejects.toMatchObject({ code: "vault/needs-passphrase" });
    await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ head: { frame: 1 } });
    expect(await readdir(folder)).not.toContain("journal");
    expect(await readFile(path.join(folder, "vault.bak.json"))).toEqual(
      await readFile(path.join(folder, "vault.json")),
    );
  });
});

function isSameJson(a: Buffer, b: Buffer): boolean {
  return JSON.stringify(JSON.parse(a.toString())) === JSON.stringify(JSON.parse(b.toString()));
}
