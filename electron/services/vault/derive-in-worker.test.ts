// The derivation in its worker thread, as the built app runs it: the same key, and a host that answers meanwhile.
import { EventEmitter, once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildScript } from "#tools/build-script.ts";
import { work, passphrase } from "../workspace/testing/work.ts";
import { Workspaces } from "../workspace/workspaces.ts";
import { deriveInWorker } from "./derive-in-worker.ts";
import { type DeriveKey, deriveKey, type Kdf, newSalt } from "./kdf.ts";

let built: Awaited<ReturnType<typeof buildScript>>;
let root: string;
beforeAll(async () => {
  built = await buildScript("electron/services/vault/derive-worker.ts");
  root = await mkdtemp(path.join(tmpdir(), "chancery-derive-"));
});
afterAll(async () => {
  await rm(built.folder, { recursive: true });
  await rm(root, { recursive: true });
});

const slow: Kdf = { name: "argon2id", memoryKib: 65_536, passes: 12, lanes: 1, salt: newSalt() };
const asks = 5;

test("gives the key the same derivation gives on this thread", async () => {
  const kdf: Kdf = { ...slow, memoryKib: 256, passes: 2 };
  const key = await deriveInWorker(built.script)(kdf, passphrase);
  expect(Buffer.from(key)).toEqual(Buffer.from(await deriveKey(kdf, passphrase)));
});

test("a worker that cannot start is an error, not an endless wait", async () => {
  const missing = deriveInWorker(new URL("missing.mjs", built.script));
  await expect(missing(slow, passphrase)).rejects.toThrow(/missing\.mjs/);
});

/** Unlocks with a slow derivation and asks for the list again and again meanwhile: in which order all were answered. */
async function orderWith(derive: DeriveKey, label: string): Promise<readonly string[]> {
  const order: string[] = [];
  const told = new EventEmitter();
  const deriving = once(told, "deriving");
  const watched: DeriveKey = async (kdf, typed) => {
    told.emit("deriving");
    const key = await derive(kdf, typed);
    order.push("key");
    return key;
  };
  const made = new Workspaces({ root, kdf: { choose: async () => slow, derive } });
  const { id } = await made.create(work(label));
  await made.close();
  const host = new Workspaces({ root, kdf: { choose: async () => slow, derive: watched } });
  const unlocking = host.unlock(id, passphrase);
  await deriving;
  for (let n = 0; n < asks; n += 1) {
    await host.list();
    order.push("list");
  }
  await unlocking;
  await host.close();
  return order;
}

test("an unlock keeps nobody else waiting; on the host's own thread it would", async () => {
  const wanted = [...Array.from({ length: asks }, () => "list"), "key"];
  expect(await orderWith(deriveInWorker(built.script), "Desk")).toEqual(wanted);
  expect(await orderWith(deriveKey, "Other")).not.toEqual(wanted);
});
