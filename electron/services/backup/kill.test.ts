// A host killed while it imports and backs up: each batch is there as a whole or not at all, and so is each backup.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildScript } from "#tools/build-script.ts";
import { Rng } from "../journal/testing/rng.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { passphrase, work } from "../workspace/testing/work.ts";
import { Workspaces } from "../workspace/workspaces.ts";
import { listBackups } from "./backup-folder.ts";
import { restoreBackup } from "./restore-backup.ts";
import { batchEntries } from "./testing/batches.ts";

/** CHANCERY_KILLS sets how often; half as often as for the journal itself, since each takes longer. */
const kills = Math.ceil(Number(process.env["CHANCERY_KILLS"] ?? 40) / 2);

let built: Awaited<ReturnType<typeof buildScript>>;
let root: string;
let id: string;
beforeAll(async () => {
  built = await buildScript("electron/services/backup/testing/kill-backup.ts");
  root = await mkdtemp(path.join(tmpdir(), "chancery-backup-kill-"));
  const host = new Workspaces({ root, kdf: cheapKdf });
  ({ id } = await host.create(work("Desk")));
  await host.close();
});
afterAll(async () => {
  await rm(built.folder, { recursive: true });
  await rm(root, { recursive: true });
});

interface Told {
  /** Frame of the last batch called imported. */
  readonly batch: number;
  /** Name of the last backup called made. */
  readonly backup: string | null;
}

async function workAndKill(after: number, manner = ""): Promise<Told> {
  const worker = spawn(process.execPath, [fileURLToPath(built.script), root, id, manner], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  worker.stdout.on("data", (chunk: Buffer) => {
    if (told === "") setTimeout(() => worker.kill("SIGKILL"), after);
    told += chunk.toString("utf8");
  });
  const signal = await new Promise((resolve) => worker.once("close", (_code, by) => resolve(by)));
  expect(signal).toBe("SIGKILL");
  const last = (word: string) =>
    told
      .match(new RegExp(`^${word} (.*)$`, "gm"))
      ?.at(-1)
      ?.split(" ")[1];
  return { batch: Number(last("batch") ?? 0), backup: last("backup") ?? null };
}

interface There {
  readonly frames: number;
  readonly backups: readonly string[];
}

/** What is on the disk after a kill; a batch or a backup in parts is a fault. */
async function whatIsThere(restores: number): Promise<There> {
  const frames = await framesOf(id);
  const backups = await listBackups(path.join(root, id));
  for (const { name, frame } of backups.slice(0, restores)) {
    const { id: restored } = await restoreBackup(root, id, name);
    expect([name, await framesOf(restored)]).toEqual([name, frame]);
    await rm(path.join(root, restored), { recursive: true });
  }
  return { frames, backups: backups.map(({ name }) => name) };
}

async function framesOf(workspace: string): Promise<number> {
  const host = new Workspaces({ root, kdf: cheapKdf });
  await host.unlock(workspace, passphrase);
  const { frames } = await host.journal.read(1, 1_000_000_000);
  await host.close();
  for (const { number, entries } of frames) expect(entries, `batch ${number}`).toHaveLength(batchEntries);
  return frames.length;
}

test(
  `${kills} kills leave whole batches and whole backups`,
  { timeout: 60_000 + kills * 10_000 },
  async () => {
    const rng = new Rng(20261126);
    const counts = { batches: 0, backups: 0 };
    for (let kill = 1; kill <= kills; kill += 1) {
      const told = await workAndKill(rng.below(400));
      const there = await whatIsThere(kill === kills ? Number.POSITIVE_INFINITY : 1);
      expect(there.frames, `kill ${kill}`).toBeGreaterThanOrEqual(told.batch);
      expect(told.backup === null || there.backups.includes(told.backup), `kill ${kill}`).toBe(true);
      // 7 days, 4 weeks, 12 months, and one more where the rotation was what the kill met.
      expect(there.backups.length, `kill ${kill}`).toBeLessThanOrEqual(24);
      counts.batches = there.frames;
      counts.backups = there.backups.length;
    }
    const unfinished = (await readdir(path.join(root, id, "backups"))).filter((name) => name.startsWith("."));
    expect(unfinished.length).toBeLessThanOrEqual(1);
    console.log(
      `import and backup kills: ${kills}, ${counts.batches} batches of ${batchEntries} entries, in parts 0, lost 0; ` +
        `${counts.backups} backups kept, all restored whole, unfinished left ${unfinished.length}`,
    );
  },
);

test("a host that calls things done too early is found out", async () => {
  const told = await workAndKill(0, "hasty");
  const there = await whatIsThere(1);
  expect(told.batch > there.frames || !there.backups.includes(told.backup ?? "")).toBe(true);
});
