// What the host takes in memory to read a list of 100 MB: measured in a process of its own, with the thread that reads.
import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildScript } from "#tools/build-script.ts";

let host: Awaited<ReturnType<typeof buildScript>>;
let worker: Awaited<ReturnType<typeof buildScript>>;
beforeAll(async () => {
  host = await buildScript("build/bench/read-memory.ts");
  worker = await buildScript("electron/services/files/read/read-worker.ts");
});
afterAll(async () => {
  await rm(host.folder, { recursive: true });
  await rm(worker.folder, { recursive: true });
});

test.each([
  ["chosen in a dialog", []],
  ["handed over by the page", ["--handed"]],
])(
  "a list of 100 MB that is %s keeps the host under 300 MB",
  // When garbage is collected is not ours to say on a busy machine: what it takes is measured again before it is a fault.
  { timeout: 200_000, retry: 2 },
  async (_way, options) => {
    const args = [fileURLToPath(host.script), "--worker", worker.script.href, ...options];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { fileMegabytes, rows, peakMegabytes } = JSON.parse(stdout) as Record<string, number>;
    expect([fileMegabytes, rows]).toEqual([100, 99_999]);
    expect(peakMegabytes).toBeLessThan(300);
  },
);
