// A disk that runs full, or refuses one call, at every call of every work: a clear code, the record as it was, and it goes on.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { AppError } from "#core/host/errors.ts";
import { type Fault, faultDisk } from "../disk/testing/fault-disk.ts";
import { hostOn, whatThereIs, type Work, works } from "./testing/fail-points.ts";

vi.mock("node:fs/promises", async (importOriginal) => {
  const { faultFiles } = await import("../disk/testing/fault-disk.ts");
  return faultFiles(await importOriginal());
});

const codes: readonly string[] = [
  "journal/full",
  "journal/refused",
  "backup/full",
  "backup/refused",
  "workspace/read-only",
];
const fast = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
let base: string;
beforeAll(() => {
  base = mkdtempSync(path.join(fast, "chancery-full-"));
  faultDisk.ledger.place = fast;
});
afterAll(() => rmSync(base, { recursive: true }));

/** The code the work ends in, "done", or what is no code at all. */
async function outcome(running: Promise<unknown>): Promise<string> {
  try {
    await running;
    return "done";
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

async function round(from: string, id: string, { run }: Work, fault: Fault) {
  const root = path.join(base, "round");
  cpSync(from, root, { recursive: true });
  const host = await hostOn(root, id);
  faultDisk.begin(fault);
  const ended = await outcome(run({ root, host, id }));
  const { calls } = faultDisk;
  await faultDisk.end();
  await host.close();
  const there = await whatThereIs(root);
  rmSync(root, { recursive: true });
  return { ended, calls, there: there.replaceAll(/[0-9TZ]+-(\d+)"/g, '$1"') };
}

/** What is told must be so: done is done, and whatever failed says why and has left the record as it was or as it was to be. */
function judged(
  { ended, there }: { readonly ended: string; readonly there: string },
  before: string,
  after: string,
) {
  const isClear = ended === "done" ? there === after : codes.includes(ended);
  return { isClear, isWhole: [before, after].includes(there) };
}

const told: string[] = [];
afterAll(() => console.log(`disk full and refusing at each call:\n  ${told.join("\n  ")}`));

test.each(works)(
  "$name",
  async (work) => {
    const from = path.join(base, work.name);
    mkdirSync(from);
    const id = await work.base(from);
    const before = (await whatThereIs(from)).replaceAll(/[0-9TZ]+-(\d+)"/g, '$1"');
    const whole = await round(from, id, work, { at: Number.POSITIVE_INFINITY, manner: "full" });
    const counts: Record<string, number> = {};
    for (const manner of ["full", "refuse"] as const) {
      for (let at = 1; at <= whole.calls; at += 1) {
        const { ended, there } = await round(from, id, work, { at, manner });
        counts[ended] = (counts[ended] ?? 0) + 1;
        const sound = judged({ ended, there }, before, whole.there);
        expect({ manner, at, ended, ...sound }).toEqual({ manner, at, ended, isClear: true, isWhole: true });
      }
    }
    told.push(`${work.name}: ${JSON.stringify(counts)}`);
    expect(Object.keys(counts).some((code) => code.endsWith("/full"))).toBe(true);
  },
  120_000,
);

test("a work that keeps to itself what the disk said is found out", async () => {
  const [honest] = works;
  if (!honest) throw new Error("There are works.");
  const silent: Work = { ...honest, run: (parts) => honest.run(parts).catch(() => undefined) };
  const from = path.join(base, "silent");
  mkdirSync(from);
  const id = await silent.base(from);
  const before = (await whatThereIs(from)).replaceAll(/[0-9TZ]+-(\d+)"/g, '$1"');
  const whole = await round(from, id, silent, { at: Number.POSITIVE_INFINITY, manner: "full" });
  const full = await round(from, id, silent, { at: 1, manner: "full" });
  expect(full.ended).toBe("done");
  expect(judged(full, before, whole.there).isClear).toBe(false);
});
