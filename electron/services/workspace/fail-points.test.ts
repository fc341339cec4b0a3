// Every call that changes the disk, in every work on a workspace, as the last one before a kill or a power cut.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { faultDisk, Killed } from "../disk/testing/fault-disk.ts";
import type { Cut } from "../disk/testing/power-ledger.ts";
import { Rng } from "../journal/testing/rng.ts";
import { hostOn, restoreNewest, whatThereIs, type Work, works } from "./testing/fail-points.ts";

vi.mock("node:fs/promises", async (importOriginal) => {
  const { faultFiles } = await import("../disk/testing/fault-disk.ts");
  return faultFiles(await importOriginal());
});

const isSoak = process.env["CHANCERY_KILLS"] !== undefined;
const rng = new Rng(20261128);
const cuts: Readonly<Record<string, Cut | null>> = {
  kill: null,
  "unsynced bytes gone": { bytes: () => false, names: (unsynced) => unsynced },
  "unsynced names gone": { bytes: () => true, names: () => 0 },
  "some of both gone": { bytes: () => rng.below(2) === 0, names: (unsynced) => rng.below(unsynced + 1) },
};

/** Memory, where the system has it as a folder: what a cut takes is reckoned, not the machine's. */
const fast = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
let base: string;
beforeAll(() => {
  base = mkdtempSync(path.join(fast, "chancery-fail-points-"));
  faultDisk.ledger.place = fast;
});
afterAll(() => rmSync(base, { recursive: true }));

interface Began {
  readonly from: string;
  readonly id: string;
  readonly before: string;
  /** Of the work undisturbed. */
  readonly after: string;
  readonly calls: number;
}

async function begin({ name, base: make, run }: Work): Promise<Began> {
  const from = path.join(base, name);
  mkdirSync(from);
  const id = await make(from);
  const { root, calls } = await disturbed({ from, id }, run, Number.POSITIVE_INFINITY);
  await faultDisk.end();
  const after = await whatThereIs(root);
  rmSync(root, { recursive: true });
  return { from, id, before: await whatThereIs(from), after, calls };
}

/** Runs the work on a copy and ends it at call `at`; the folder is as a killed process leaves it. */
async function disturbed({ from, id }: Pick<Began, "from" | "id">, run: Work["run"], at: number) {
  const root = path.join(base, "round");
  cpSync(from, root, { recursive: true });
  const host = await hostOn(root, id);
  faultDisk.begin({ at, manner: "kill" });
  const isDone = await run({ root, host, id }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Killed || faultDisk.calls >= at) return false;
      throw error;
    },
  );
  return { root, isDone, calls: faultDisk.calls };
}

/** What differs from one making to the next though the record is the same. */
function comparable(text: string): string {
  return text.replaceAll(/[0-9TZ]+-(\d+)"/g, '$1"');
}

async function stateAfter(began: Began, work: Work, at: number, cut: Cut | null) {
  const { root, isDone } = await disturbed(began, work.run, at);
  await faultDisk.end();
  if (cut) faultDisk.ledger.cut(root, cut);
  try {
    const there = comparable(await whatThereIs(root));
    if (work.name.startsWith("backup")) await restoreNewest(root);
    return { isDone, there };
  } finally {
    rmSync(root, { recursive: true });
  }
}

const told: string[] = [];
test.each(works)(
  "$name, ended at each of its calls",
  async (work) => {
    const began = await begin(work);
    const [before, after] = [comparable(began.before), comparable(began.after)];
    expect(after).not.toBe(before);
    const counts = { before: 0, after: 0 };
    for (const [n, [manner, cut]] of Object.entries(cuts).entries()) {
      for (let at = 1; at <= began.calls + 1; at += 1) {
        // A kill at every call, and one of the power cuts; a soak has all of them.
        if (!isSoak && cut && at % 3 !== n % 3 && at <= began.calls) continue;
        const where = `${manner} at call ${at} of ${began.calls}`;
        const { isDone, there } = await stateAfter(began, work, at, cut);
        const allowed = isDone ? [after] : [before, after];
        expect({ where, isWhole: allowed.includes(there) }).toEqual({ where, isWhole: true });
        counts[there === after ? "after" : "before"] += 1;
      }
    }
    told.push(`${work.name} ${began.calls} calls: ${counts.before} as before, ${counts.after} done`);
    expect(counts.after).toBeGreaterThan(0);
  },
  120_000,
);

afterAll(() =>
  console.log(
    `fail points, a kill and ${isSoak ? "three power cuts" : "a power cut"} at each call, in parts 0:\n  ${told.join("\n  ")}`,
  ),
);

test("a new key whose journal is not synced before the header names it is found out", async () => {
  const work = works.find(({ name }) => name === "new key");
  if (!work) throw new Error("no such work");
  const began = await begin({ ...work, name: "new key without a sync" });
  faultDisk.ledger.forgetsSync = (file) => file.includes("journal-2");
  try {
    const done = stateAfter(began, work, began.calls + 1, cuts["unsynced bytes gone"] ?? null);
    await expect(done).rejects.toMatchObject({ code: "journal/damaged" });
  } finally {
    faultDisk.ledger.forgetsSync = () => false;
  }
});
