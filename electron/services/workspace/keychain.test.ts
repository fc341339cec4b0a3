// A workspace that this computer's keychain opens as well: never the only way in, and no way in for anybody else's.
import { createHash } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Backups } from "../backup/backups.ts";
import { EntryMaker } from "../journal/testing/entries.ts";
import { newRecoveryCode } from "../vault/recovery-code.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { fakeKeychain, type FakeKeychain } from "../vault/testing/fake-keychain.ts";
import { passphrase, recoveryCode, work } from "./testing/work.ts";
import { Workspaces } from "./workspaces.ts";

type Header = Record<string, unknown>;

const copies = ["vault.json", "vault.bak.json"] as const;
let root: string;
let keychain: FakeKeychain;
let host: Workspaces;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-keychain-"));
  keychain = fakeKeychain();
  host = hostWith(keychain);
});
afterEach(async () => {
  await host.close();
  await rm(root, { recursive: true, force: true });
});

function hostWith(some: FakeKeychain | null): Workspaces {
  return new Workspaces({ root, kdf: cheapKdf, keychain: some });
}

/** One frame, kept in the keychain, locked. */
async function kept(label = "Desk"): Promise<string> {
  const { id } = await host.create(work(label));
  await host.journal.append([new EntryMaker().next("d:all", "Paris")]);
  await host.keepKey(true);
  await host.lock();
  return id;
}

async function offered(id: string): Promise<boolean | undefined> {
  return (await host.list()).find((summary) => summary.id === id)?.opensByKeychain;
}

async function headers(id: string): Promise<readonly Header[]> {
  const texts = await Promise.all(copies.map((copy) => readFile(path.join(root, id, copy), "utf8")));
  return texts.map((text) => JSON.parse(text) as Header);
}

/** As somebody would who can write the files but has no key: the check against accidents is made to fit. */
async function forge(id: string, change: Header): Promise<void> {
  for (const [n, { integrity: _old, ...header }] of (await headers(id)).entries()) {
    const changed = { ...header, ...change };
    const integrity = createHash("sha256")
      .update("chancery header\n")
      .update(JSON.stringify(changed))
      .digest("hex");
    await writeFile(path.join(root, id, copies[n] ?? ""), JSON.stringify({ ...changed, integrity }));
  }
}

test("is off until it is switched on; then it opens after a lock, beside passphrase and recovery code", async () => {
  const { id } = await host.create(work("Desk"));
  expect(await host.keychainState()).toEqual({ isReal: true, isKept: false });
  await host.lock();
  expect(await offered(id)).toBe(false);
  await expect(host.unlockByKeychain(id)).rejects.toMatchObject({ code: "vault/kept-key-unusable" });
  await host.unlock(id, passphrase);
  await host.keepKey(true);
  expect(await host.keychainState()).toEqual({ isReal: true, isKept: true });
  await host.lock();
  expect(await offered(id)).toBe(true);
  await expect(host.open(id)).rejects.toMatchObject({ code: "vault/needs-passphrase" });
  await expect(host.unlockByKeychain(id)).resolves.toMatchObject({ id, unsealed: false });
  await host.lock();
  const [main, backup] = await headers(id);
  expect(main).toEqual(backup);
  expect(main).toHaveProperty("wraps.passphrase.key");
  expect(main).toHaveProperty("wraps.recovery.key");
  await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ id });
  await host.lock();
  await expect(host.recover(id, recoveryCode, passphrase)).resolves.toMatchObject({ id });
});

test("switched off, its wrap is in neither copy of the header", async () => {
  const id = await kept();
  for (const header of await headers(id)) expect(header).toHaveProperty("keychain");
  await host.unlock(id, passphrase);
  await host.keepKey(false);
  for (const header of await headers(id)) expect(header).not.toHaveProperty("keychain");
  await host.lock();
  expect(await offered(id)).toBe(false);
  await expect(host.unlockByKeychain(id)).rejects.toMatchObject({ code: "vault/kept-key-unusable" });
  await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ head: { frame: 1 } });
});

test("the wrap of another workspace, or of another epoch, opens nothing", async () => {
  const [id, other] = [await kept(), await kept("Other")];
  const [own] = await headers(id);
  const [others] = await headers(other);
  await forge(id, { keychain: others?.["keychain"] });
  await expect(host.unlockByKeychain(id)).rejects.toMatchObject({ code: "vault/kept-key-unusable" });
  await expect(host.unlock(id, passphrase)).rejects.toMatchObject({ code: "workspace/header-damaged" });
  await forge(id, { keychain: own?.["keychain"] });
  await expect(host.unlockByKeychain(id)).resolves.toMatchObject({ id });
  await host.newEpoch({ passphrase, recoveryCode: newRecoveryCode() });
  await host.lock();
  await forge(id, { keychain: own?.["keychain"] });
  await expect(host.unlockByKeychain(id)).rejects.toMatchObject({ code: "vault/kept-key-unusable" });
});

test("every flipped byte of the wrap is refused", async () => {
  const id = await kept();
  const [header] = await headers(id);
  const good = header?.["keychain"] as Record<string, string>;
  for (const [part, text] of Object.entries(good)) {
    const bytes = Buffer.from(text, "base64");
    for (let at = 0; at < bytes.byteLength; at += 1) {
      const bad = Buffer.from(bytes);
      bad[at] = (bad[at] ?? 0) ^ 1;
      await forge(id, { keychain: { ...good, [part]: bad.toString("base64") } });
      await expect(host.unlockByKeychain(id), `${part} ${at}`).rejects.toMatchObject({
        code: "vault/kept-key-unusable",
      });
    }
  }
  await forge(id, { keychain: good });
  await expect(host.unlockByKeychain(id)).resolves.toMatchObject({ id });
});

test("a new passphrase leaves it as it is", async () => {
  const id = await kept();
  await host.unlockByKeychain(id);
  await host.changePassphrase(passphrase, "orchard velvet tundra falcon");
  await host.lock();
  await expect(host.unlockByKeychain(id)).resolves.toMatchObject({ head: { frame: 1 } });
});

test("a new key is wrapped anew, and left out where the keychain does not open the old one", async () => {
  const id = await kept();
  await host.unlockByKeychain(id);
  await host.newEpoch({ passphrase, recoveryCode: newRecoveryCode() });
  await host.lock();
  await expect(host.unlockByKeychain(id)).resolves.toMatchObject({ head: { frame: 1 } });
  await host.close();
  host = hostWith(fakeKeychain());
  await host.unlock(id, passphrase);
  await host.newEpoch({ passphrase, recoveryCode: newRecoveryCode() });
  for (const header of await headers(id)) expect(header).not.toHaveProperty("keychain");
  await host.lock();
  await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ head: { frame: 1 } });
});

test("a keychain that does not give the key back is not offered again, and the passphrase opens", async () => {
  const id = await kept();
  keychain.mood = "refusing";
  await expect(host.unlockByKeychain(id)).rejects.toMatchObject({ code: "vault/kept-key-unusable" });
  expect(await offered(id)).toBe(false);
  await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ head: { frame: 1 } });
  expect(await host.keychainState()).toEqual({ isReal: true, isKept: false });
  await expect(host.keepKey(true)).rejects.toMatchObject({ code: "vault/key-not-kept" });
  keychain.mood = "willing";
  await host.keepKey(true);
  await host.lock();
  expect(await offered(id)).toBe(true);
  await expect(host.unlockByKeychain(id)).resolves.toMatchObject({ id });
});

test("a host without a real keychain keeps nothing, and opens with the passphrase what another one kept", async () => {
  const id = await kept();
  keychain.mood = "absent";
  await expect(host.unlockByKeychain(id)).rejects.toMatchObject({ code: "host/no-keychain" });
  await host.unlock(id, passphrase);
  expect(await host.keychainState()).toEqual({ isReal: false, isKept: false });
  await expect(host.keepKey(true)).rejects.toMatchObject({ code: "host/no-keychain" });
  await host.close();
  host = hostWith(null);
  expect(await offered(id)).toBe(false);
  await expect(host.unlockByKeychain(id)).rejects.toMatchObject({ code: "host/no-keychain" });
  await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ head: { frame: 1 } });
  await host.keepKey(false);
  for (const header of await headers(id)) expect(header).not.toHaveProperty("keychain");
});

test("a backup restored here opens by the keychain; elsewhere it fails once, and the passphrase opens", async () => {
  const id = await kept();
  const backups = new Backups(root);
  await host.unlockByKeychain(id);
  const { name } = await backups.make(host.backupSource);
  await host.lock();
  const { id: here } = await backups.restore(id, name);
  await expect(host.unlockByKeychain(here)).resolves.toMatchObject({ id: here, head: { frame: 1 } });
  await host.close();
  const { id: elsewhere } = await backups.restore(id, name);
  host = hostWith(fakeKeychain());
  expect(await offered(elsewhere)).toBe(true);
  await expect(host.unlockByKeychain(elsewhere)).rejects.toMatchObject({ code: "vault/kept-key-unusable" });
  expect(await offered(elsewhere)).toBe(false);
  await expect(host.unlock(elsewhere, passphrase)).resolves.toMatchObject({ head: { frame: 1 } });
});

test("the sample has nothing to keep", async () => {
  await host.create({ label: "Sample", kind: "sample" });
  await expect(host.keepKey(true)).rejects.toMatchObject({ code: "vault/not-protected" });
});

test("while the keychain waits for its owner, the passphrase opens and the workspace locks", async () => {
  const id = await kept();
  const owner = new EventEmitter();
  const answered = once(owner, "answered");
  keychain.unwrap = async () => {
    await answered;
    return null;
  };
  const asked = host.unlockByKeychain(id);
  await expect(host.unlock(id, passphrase)).resolves.toMatchObject({ head: { frame: 1 } });
  expect(await host.lock()).toBe(true);
  owner.emit("answered");
  await expect(asked).rejects.toMatchObject({ code: "vault/kept-key-unusable" });
});
