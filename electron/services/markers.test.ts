// What a stolen disk tells: unique words are put through a protected workspace, then looked for in every file there is.
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dispatch } from "#core/host/dispatch.ts";
import type { Result } from "#core/lib/result.ts";
import { createServices, type HostServices } from "./index.ts";
import { EntryMaker } from "./journal/testing/entries.ts";
import { faultLog } from "./log/fault-log.ts";
import { newRecoveryCode } from "./vault/recovery-code.ts";
import { bareHost } from "./testing/bare-host.ts";

const markers = Array.from({ length: 50 }, (_, n) => `Märker-${n * 7919 + 104_729}-x${"qzjk"[n % 4]}`);
/** What is attached: words and the name in the record are markers, and its SHA-256 would tell that it is there. */
const attached = Buffer.from(`%PDF-1.7 ${markers.slice(40).join(" and ")} ${"x".repeat(500)} ${markers[39]}`);
const sha256 = createHash("sha256").update(attached).digest("hex");
const secret = { passphrase: "ottoman saffron quartz Märker", recoveryCode: newRecoveryCode() };
let root: string;
let host: HostServices;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-markers-"));
  host = createServices(bareHost(path.join(root, "workspaces")));
});
afterEach(async () => {
  await host.shutdown();
  await rm(root, { recursive: true, force: true });
});

async function ask(method: string, detail: unknown): Promise<Result<unknown>> {
  return dispatch(host.services, method, detail, faultLog(path.join(root, "logs")));
}

async function useWith(create: object): Promise<void> {
  const made = (await ask("workspace.create", create)) as Result<{ id: string }>;
  const maker = new EntryMaker();
  for (const marker of markers) {
    await ask("journal.append", { entries: [maker.next("device-1:all", marker)] });
  }
  await ask("attachments.add", { bytes: attached });
  await ask("journal.append", { entries: [maker.next("device-1:all", `${sha256} ${markers[38]}`)] });
  await ask("attachments.add", { bytes: Buffer.from(markers[37] ?? "") });
  await ask("attachments.save", { sha256, name: markers[38] });
  await ask("backup.make", {});
  // What goes wrong must not write anything down either.
  await ask("journal.append", { entries: [{ h: markers[0], b: markers[1] }] });
  await ask("files.take", { name: "a", kind: "text", bytes: Buffer.from(markers[2] ?? "") });
  await ask("attachments.save", { sha256: "0".repeat(64), name: markers[36] });
  await ask("workspace.unlock", { id: made.ok ? made.value.id : "", passphrase: markers[3] });
  await ask("vault.changePassphrase", { current: markers[4], next: secret.passphrase, more: markers[5] });
}

/** Each marker, and each secret, as a program might have written it. */
function spellings(): readonly Buffer[] {
  return [...markers, sha256, secret.passphrase, secret.recoveryCode].flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, "utf16le"),
    // Without its ends, which depend on what stands beside it.
    ...[0, 1, 2].map((shift) =>
      Buffer.from(
        Buffer.from("\0".repeat(shift) + text)
          .toString("base64")
          .slice(4, -4),
      ),
    ),
    Buffer.from(JSON.stringify(text).slice(1, -1).replace("ä", "\\u00e4")),
  ]);
}

/** In all files under the root, as they are and inflated from every byte on. */
async function found(): Promise<readonly string[]> {
  const hits = new Set<string>();
  const wanted = spellings();
  let files = 0;
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    const bytes = Buffer.concat([
      Buffer.from(`${entry.name}\n`),
      await readFile(path.join(entry.parentPath, entry.name)),
    ]);
    for (const text of [bytes, ...inflations(bytes)]) {
      if (wanted.some((some) => text.includes(some))) hits.add(entry.name);
    }
  }
  expect(files).toBeGreaterThanOrEqual(7);
  return [...hits].toSorted();
}

function inflations(bytes: Buffer): readonly Buffer[] {
  const texts: Buffer[] = [];
  for (let at = 0; at < bytes.byteLength; at += 1) {
    try {
      texts.push(inflateRawSync(bytes.subarray(at, at + 4096), { maxOutputLength: 65_536 }));
    } catch {
      // nothing deflated begins here
    }
  }
  return texts;
}

/** Inflating from every byte is work, and the machine may have other. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

test("nothing of a protected workspace is legible, open as after a kill, or locked", async () => {
  await useWith({ label: "Desk", kind: "work", secret });
  expect(await found()).toEqual([]);
  await ask("workspace.lock", {});
  expect(await found()).toEqual([]);
});

test("the same search finds what journal and attachments without a cipher give away", async () => {
  await useWith({ label: "Desk", kind: "sample" });
  const second = createHash("sha256")
    .update(markers[37] ?? "")
    .digest("hex");
  expect(await found()).toEqual([sha256, second, "000001.jnl", "backup.json"].toSorted());
});
