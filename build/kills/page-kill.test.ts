// A browser killed while its page saves, and its profile spoilt between: the host has all that was called saved, the view comes back.
import { readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Rng } from "#services/journal/testing/rng.ts";
import { KilledPage, type Said } from "./killed-page.ts";

/** CHANCERY_KILLS sets how often; a soak takes some hundreds. */
const kills = Number(process.env["CHANCERY_KILLS"] ?? 40);

let here: KilledPage;
beforeAll(async () => {
  here = await KilledPage.make();
}, 60_000);
afterAll(() => here.end());

/** The numbers written, as the journal has them; a frame with half of a pair is a fault. */
async function inJournal(): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (const entries of await here.frames()) {
    const bodies = entries.map(({ b }) => b).join("\n");
    const side = (name: string) =>
      [...bodies.matchAll(new RegExp(`"${name}(\\d+)"`, "g"))].map(([, n]) => Number(n));
    expect(side("a")).toEqual(side("b"));
    numbers.push(...side("a"));
  }
  return numbers;
}

/** Throws where the page neither opened the workspace nor said by its code that it cannot. */
function outcomeOf({ opened, stopped }: Said, isEarly: boolean): "opened" | "early" | "stopped" {
  if (opened) return "opened";
  if (stopped === "view/unavailable") return "stopped";
  if (stopped === null && isEarly) return "early";
  throw new Error(`The page did not open: ${stopped}`);
}

/** What is missing of `wanted`. */
function lost(wanted: Iterable<number>, there: readonly number[]): readonly number[] {
  const found = new Set(there);
  return [...wanted].filter((n) => !found.has(n));
}

const harms: Readonly<Record<string, (rng: Rng) => Promise<void>>> = {
  wiped: () => rm(here.views, { recursive: true, force: true }),
  deleted: async (rng) => rm(await someFile(rng)),
  truncated: async (rng) => {
    const file = await someFile(rng);
    await truncate(file, rng.below((await readFile(file)).byteLength + 1));
  },
  zeroed: async (rng) => {
    const file = await someFile(rng);
    await writeFile(file, Buffer.alloc((await readFile(file)).byteLength));
  },
  flipped: async (rng) => {
    const file = await someFile(rng);
    const bytes = await readFile(file);
    const at = rng.below(bytes.byteLength);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << rng.below(8));
    await writeFile(file, bytes);
  },
};

async function someFile(rng: Rng): Promise<string> {
  const found = await readdir(here.views, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && !/LOCK|^LOG/.test(entry.name));
  const file = files[rng.below(files.length)];
  if (!file) throw new Error(`No view in ${here.views}.`);
  return path.join(file.parentPath, file.name);
}

test(`${kills} kills of the browser lose nothing`, { timeout: 60_000 + kills * 10_000 }, async () => {
  const rng = new Rng(20261124);
  const saved = new Set<number>();
  const counts = { opened: 0, early: 0, stopped: 0 };
  const harmed: Record<string, number> = {};
  for (let kill = 1; kill <= kills; kill += 1) {
    const isEarly = kill % 8 === 3;
    const before = await inJournal();
    const said = await here.openAndKill(rng.below(isEarly ? 700 : 400), isEarly ? "start" : "opened");
    const outcome = outcomeOf(said, isEarly);
    counts[outcome] += 1;
    // The view, as made or mended, is the journal's, and never an empty start.
    const { left, right } = said.opened ?? { left: before, right: before };
    expect(lost(before, left), `view of kill ${kill}`).toEqual([]);
    expect(left, `view of kill ${kill}`).toEqual(right);
    if (outcome === "stopped") await harms["wiped"]?.(rng);
    for (const n of said.saved) saved.add(n);
    expect(lost(saved, await inJournal()), `kill ${kill}`).toEqual([]);
    if (kill % 4 !== 0) continue;
    const names = Object.keys(harms);
    const name = names[(kill / 4 - 1) % names.length] ?? "";
    harmed[name] = (harmed[name] ?? 0) + 1;
    await harms[name]?.(rng);
  }
  console.log(
    `page kills: ${kills}, called saved ${saved.size}, lost 0, half batches 0; opened ${counts.opened}, ` +
      `killed before that ${counts.early}; profile harmed ${JSON.stringify(harmed)}, clear stops ${counts.stopped}, empty starts 0`,
  );
});

test("a page that calls things saved too early is found out", async () => {
  const said = await here.openAndKill(50, "opened", "hasty.html");
  expect(said.saved.length).toBeGreaterThan(100);
  expect(lost(said.saved, await inJournal()).length).toBeGreaterThan(0);
}, 60_000);
