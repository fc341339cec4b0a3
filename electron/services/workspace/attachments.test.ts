// Attachments through the life of a workspace: protected, given a new key, recovered, and never left readable beside.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EntryMaker } from "../journal/testing/entries.ts";
import { newRecoveryCode } from "../vault/recovery-code.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { legacyWorkspace } from "./testing/legacy.ts";
import { passphrase, recoveryCode, work } from "./testing/work.ts";
import { Workspaces } from "./workspaces.ts";

const content = Buffer.from("%PDF-1.7 what was handed over in Paris. ".repeat(20_000));
const secret = { passphrase, recoveryCode };
let root: string;
let host: Workspaces;
let maker: EntryMaker;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-attached-"));
  host = new Workspaces({ root, kdf: cheapKdf });
  maker = new EntryMaker();
});
afterEach(async () => {
  await host.close();
  await rm(root, { recursive: true, force: true });
});

async function attach(bytes: Buffer): Promise<string> {
  const sha256 = await host.attachments.add(bytes);
  await host.append([maker.next("device-2:all", sha256)]);
  return sha256;
}

async function isThere(sha256: string): Promise<boolean> {
  return Buffer.from(await host.attachments.read(sha256, "a")).equals(content);
}

async function filesWith(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(path.join(entry.parentPath, entry.name));
    if (bytes.includes(text)) found.push(entry.name);
  }
  return found;
}

async function folders(id: string): Promise<readonly string[]> {
  return (await readdir(path.join(root, id))).filter((name) => name.startsWith("attachments"));
}

test("protecting seals what lay open, and a new key seals it anew", async () => {
  const id = await legacyWorkspace(root, ["Paris"]);
  await host.open(id);
  const sha256 = await attach(content);
  expect(await filesWith("handed over in Paris")).toEqual([sha256]);
  await host.protect(secret);
  expect(await filesWith("handed over in Paris")).toEqual([]);
  expect(await folders(id)).toEqual(["attachments-2"]);
  expect(await isThere(sha256)).toBe(true);
  const [before] = await readdir(path.join(root, id, "attachments-2"));
  const renewed = newRecoveryCode();
  await host.newEpoch({ passphrase, recoveryCode: renewed });
  expect(await folders(id)).toEqual(["attachments-3"]);
  expect(await readdir(path.join(root, id, "attachments-3"))).not.toEqual([before]);
  expect(await isThere(sha256)).toBe(true);
  await host.lock();
  expect(() => host.attachments).toThrow("workspace/not-open");
  await host.recover(id, renewed, "orchard velvet tundra falcon");
  expect(await isThere(sha256)).toBe(true);
  await host.changePassphrase("orchard velvet tundra falcon", passphrase);
  await host.lock();
  await host.unlock(id, passphrase);
  expect(await isThere(sha256)).toBe(true);
});

test("a file whose record is not written yet goes over to the new key, and is swept where none follows", async () => {
  const { id } = await host.create(work("Desk"));
  const kept = await host.attachments.add(content);
  const dropped = await host.attachments.add(Buffer.from("nobody names this"));
  await host.newEpoch({ passphrase, recoveryCode: newRecoveryCode() });
  await host.append([maker.next("device-2:all", kept)]);
  await host.close();
  await host.unlock(id, passphrase);
  expect(await isThere(kept)).toBe(true);
  await expect(host.attachments.read(dropped, "b")).rejects.toMatchObject({ code: "attachment/missing" });
  expect(await readdir(path.join(root, id, "attachments-2"))).toHaveLength(1);
});

test("a damaged attachment keeps the key from being changed, by name, and what is there stays as it is", async () => {
  const { id } = await host.create(work("Desk"));
  const sha256 = await attach(content);
  const [name = ""] = await readdir(path.join(root, id, "attachments"));
  const file = path.join(root, id, "attachments", name);
  const good = await readFile(file);
  await writeFile(file, good.subarray(0, -1));
  const change = () => host.newEpoch({ passphrase, recoveryCode: newRecoveryCode() });
  await expect(change()).rejects.toMatchObject({ code: "attachment/damaged", facts: { name } });
  expect(await folders(id)).toEqual(["attachments"]);
  expect(host.journal.head.frame).toBe(1);
  await attach(content);
  await change();
  expect(await isThere(sha256)).toBe(true);
});
