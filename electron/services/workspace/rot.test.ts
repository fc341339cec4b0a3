// Any file of a workspace's folder deleted, cut, zeroed or with a bit flipped: all is there again, or it is said what is wrong.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "#core/host/errors.ts";
import { Backups } from "../backup/backups.ts";
import { EntryMaker } from "../journal/testing/entries.ts";
import { nodeFiles } from "../journal/node-files.ts";
import { openJournal } from "../journal/open-journal.ts";
import { nullSeal } from "../journal/seal.ts";
import { Rng } from "../journal/testing/rng.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { passphrase, work } from "./testing/work.ts";
import { Workspaces } from "./workspaces.ts";

/** CHANCERY_ROT sets how often; a soak takes some thousands. */
const rounds = Number(process.env["CHANCERY_ROT"] ?? 200);
const refusals: readonly unknown[] = ["none listed", "backup/damaged"];
const stops = ["workspace/header-damaged", "journal/damaged"];

let base: string;
beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), "chancery-rot-"));
});
afterAll(() => rm(base, { recursive: true }));

interface Made {
  readonly id: string;
  readonly root: string;
  readonly whole: string;
}

/** A workspace with a backup behind the present, and with what recovery may leave lying about. */
async function make(name: string, ask: Parameters<Workspaces["create"]>[0]): Promise<Made> {
  const root = path.join(base, name);
  const host = new Workspaces({ root, kdf: cheapKdf });
  const { id } = await host.create(ask);
  const maker = new EntryMaker();
  for (let n = 1; n <= 4; n += 1) await host.journal.append([maker.next("d:all", `Paris ${n}`)]);
  await new Backups(root).make(host.backupSource);
  for (let n = 5; n <= 8; n += 1) await host.journal.append([maker.next("d:all", `Paris ${n}`)]);
  const whole = JSON.stringify((await host.journal.read(1, 1_000_000)).frames);
  await host.close();
  const folder = path.join(root, id);
  await writeFile(path.join(folder, "journal", "000001.jnl.cut-at-999"), "a torn end");
  await mkdir(path.join(folder, "journal-2.left-1"));
  await writeFile(path.join(folder, "journal-2.left-1", "000001.jnl"), "half a file");
  return { id, root, whole };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

const harms: readonly ((file: string, rng: Rng) => Promise<void>)[] = [
  (file) => rm(file),
  async (file, rng) => truncate(file, rng.below((await readFile(file)).byteLength)),
  async (file) => writeFile(file, Buffer.alloc((await readFile(file)).byteLength)),
  async (file, rng) => {
    const bytes = await readFile(file);
    const at = rng.below(bytes.byteLength);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << rng.below(8));
    await writeFile(file, bytes);
  },
];

/** Opens a folder and answers its frames; throws an AppError where it will not. */
type Opener = (root: string, id: string) => Promise<string>;
type Outcome = "recovered" | "stopped" | "silent";

const opening: Opener = async (root, id) => {
  const host = new Workspaces({ root, kdf: cheapKdf });
  expect(await host.list()).toHaveLength(1);
  try {
    await host.unlock(id, passphrase);
    return JSON.stringify((await host.journal.read(1, 1_000_000)).frames);
  } finally {
    await host.close();
  }
};

/** Believes whatever it finds: knows of no header that says how far the record had come. */
const careless: Opener = async (root, id) => {
  const context = { vault: id, epoch: 1 };
  const files = nodeFiles(path.join(root, id, "journal"));
  const { journal } = await openJournal({ ...context, files, seal: nullSeal(context), acknowledged: 0 });
  const { frames } = await journal.read(1, 1_000_000);
  await journal.close();
  return JSON.stringify(frames);
};

async function outcomeOf(open: Opener, root: string, { id, whole }: Made): Promise<Outcome> {
  try {
    return (await open(root, id)) === whole ? "recovered" : "silent";
  } catch (error) {
    if (!(error instanceof AppError) || !stops.includes(error.code)) throw error;
    return "stopped";
  }
}

async function rot(made: Made, open: Opener, after: (root: string, harmed: string) => Promise<void>) {
  const rng = new Rng(20261127);
  const counts: Record<Outcome, number> = { recovered: 0, stopped: 0, silent: 0 };
  const files = (await filesIn(made.root)).map((file) => path.relative(made.root, file));
  for (let round = 0; round < rounds; round += 1) {
    const root = path.join(base, "round");
    await cp(made.root, root, { recursive: true });
    const harmed = files[round % files.length] ?? "";
    await harms[Math.floor(round / files.length) % harms.length]?.(path.join(root, harmed), rng);
    const before = await textOf(path.join(root, harmed));
    const outcome = await outcomeOf(open, root, made);
    counts[outcome] += 1;
    const isTouched = (await textOf(path.join(root, harmed))) !== before;
    expect(outcome === "stopped" && isTouched, `harm to ${harmed}`).toBe(false);
    await after(root, harmed);
    await rm(root, { recursive: true });
  }
  return { counts, files: files.length };
}

/** How many frames the backup gives back, or why it gives none. */
async function wayBack(root: string, id: string): Promise<unknown> {
  const backups = new Backups(root);
  const [backup] = (await backups.state(id)).backups;
  if (!backup) return "none listed";
  try {
    const host = new Workspaces({ root, kdf: cheapKdf });
    const { head } = await host.unlock((await backups.restore(id, backup.name)).id, passphrase);
    await host.close();
    return head.frame;
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, "latin1").catch(() => null);
}

test(`${rounds} harms: recovered or a clear stop, and a way back by the backup`, async () => {
  const made = await make("work", work("Desk"));
  const backups = { restored: 0, refused: 0 };
  const { counts, files } = await rot(made, opening, async (root, harmed) => {
    const found = await wayBack(root, made.id);
    // Only where the backup itself is what was harmed, and then it says so.
    expect(found === 4 || (harmed.includes("backups") && refusals.includes(found)), `harm to ${harmed}`).toBe(
      true,
    );
    backups[found === 4 ? "restored" : "refused"] += 1;
  });
  console.log(
    `rot: ${rounds} harms to ${files} files, recovered ${counts.recovered}, clear stops ${counts.stopped}, ` +
      `silent losses ${counts.silent}; backups restored ${backups.restored}, refused by name ${backups.refused}`,
  );
  expect(counts.silent).toBe(0);
  expect(counts.stopped).toBeGreaterThan(0);
}, 300_000);

/** Two that could each stand in for what the other has lost. */
const pairs = (id: string, backup: string): readonly (readonly [string, string])[] => [
  [`${id}/vault.json`, `${id}/vault.bak.json`],
  [`${id}/vault.json`, `${id}/journal/000001.jnl`],
  [`${id}/vault.bak.json`, `${id}/journal/000001.jnl`],
  [`${id}/journal/000001.jnl`, `${id}/backups/${backup}/journal/000001.jnl`],
  [`${id}/journal/000001.jnl`, `${id}/backups/${backup}/backup.json`],
];

test("two files harmed at once: recovered or a clear stop, never an empty start", async () => {
  const made = await make("pairs", work("Desk"));
  const rng = new Rng(20261129);
  const backup = (await new Backups(made.root).state(made.id)).backups[0]?.name ?? "";
  const counts: Record<Outcome, number> = { recovered: 0, stopped: 0, silent: 0 };
  const ways = { restored: 0, refused: 0 };
  for (const pair of pairs(made.id, backup)) {
    for (let n = 0; n < harms.length ** 2; n += 1) {
      const root = path.join(base, "round");
      await cp(made.root, root, { recursive: true });
      const [first, second] = pair.map((file) => path.join(root, file));
      await harms[n % harms.length]?.(first ?? "", rng);
      await harms[Math.floor(n / harms.length)]?.(second ?? "", rng);
      counts[await outcomeOf(opening, root, made)] += 1;
      const found = await wayBack(root, made.id);
      const isRefused = pair[1].includes("backups") && refusals.includes(found);
      expect([found === 4 || isRefused, found]).toEqual([true, found]);
      ways[found === 4 ? "restored" : "refused"] += 1;
      await rm(root, { recursive: true });
    }
  }
  console.log(
    `rot of pairs: recovered ${counts.recovered}, clear stops ${counts.stopped}, silent losses ${counts.silent}; ` +
      `backups restored ${ways.restored}, refused by name ${ways.refused}`,
  );
  expect(counts.silent).toBe(0);
  expect(counts.stopped).toBeGreaterThan(0);
}, 300_000);

test("an opening that believes what it finds is found out", async () => {
  const made = await make("sample", { label: "Sample", kind: "sample" });
  const { counts } = await rot(made, careless, async () => undefined);
  expect(counts.silent).toBeGreaterThan(0);
}, 300_000);
