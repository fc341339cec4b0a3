// A host killed while it writes journal and attachments anew under another key: the old record or the new one is there, whole.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildScript } from "#tools/build-script.ts";
import { EntryMaker } from "../journal/testing/entries.ts";
import { Rng } from "../journal/testing/rng.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { legacyWorkspace } from "./testing/legacy.ts";
import { passphrase } from "./testing/work.ts";
import { Workspaces } from "./workspaces.ts";

/** CHANCERY_KILLS sets how often; half as often as for the journal itself, since each takes longer. */
const kills = Math.ceil(Number(process.env["CHANCERY_KILLS"] ?? 40) / 2);

let built: Awaited<ReturnType<typeof buildScript>>;
let root: string;
beforeAll(async () => {
  built = await buildScript("electron/services/workspace/testing/kill-rewriter.ts");
  root = await mkdtemp(path.join(tmpdir(), "chancery-rewrite-"));
});
afterAll(async () => {
  await rm(built.folder, { recursive: true });
  await rm(root, { recursive: true });
});

async function rewriteAndKill(id: string, after: number): Promise<void> {
  const rewriter = spawn(process.execPath, [fileURLToPath(built.script), root, id], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  rewriter.stdout.once("data", () => setTimeout(() => rewriter.kill("SIGKILL"), after));
  const [, signal] = await new Promise<[unknown, unknown]>((resolve) =>
    rewriter.once("close", (code, by) => resolve([code, by])),
  );
  expect(signal).toBe("SIGKILL");
}

test(`${kills} kills leave one whole record`, { timeout: 60_000 + kills * 5000 }, async () => {
  const id = await legacyWorkspace(
    root,
    Array.from({ length: 40 }, (_, n) => `Paris ${n} ${"x".repeat(n * 50)}`),
  );
  const rng = new Rng(20261125);
  const host = new Workspaces({ root, kdf: cheapKdf });
  await host.open(id);
  const attached = Buffer.from("%PDF-1.7 handed over ".repeat(20_000));
  const sha256 = await host.attachments.add(attached);
  await host.append([new EntryMaker().next("device-2:all", sha256)]);
  const whole = JSON.stringify((await host.journal.read(1, 1_000_000)).frames);
  await host.close();
  for (let kill = 1; kill <= kills; kill += 1) {
    await rewriteAndKill(id, rng.below(150));
    const [summary] = await host.list();
    await (summary?.isProtected ? host.unlock(id, passphrase) : host.open(id));
    const { frames } = await host.journal.read(1, 1_000_000);
    expect(JSON.stringify(frames) === whole, `kill ${kill}`).toBe(true);
    const kept = await host.attachments.read(sha256, "note.pdf");
    expect(attached.equals(kept), `kill ${kill}`).toBe(true);
    await host.close();
    const folder = path.join(root, id);
    const { epoch } = JSON.parse(await readFile(path.join(folder, "vault.json"), "utf8")) as {
      epoch: number;
    };
    const names = (await readdir(folder)).filter((name) => /^(journal|attachments)(-\d+)?$/.test(name));
    // The next one may have been begun; of those before, nothing is left.
    expect(names.filter((name) => Number(name.split("-")[1] ?? 1) < epoch)).toEqual([]);
    expect(names).toContain(epoch === 1 ? "journal" : `journal-${epoch}`);
    expect(names).toContain(epoch === 1 ? "attachments" : `attachments-${epoch}`);
  }
});
