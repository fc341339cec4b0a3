// A writer killed at any moment: every frame it had acknowledged is there, whole and in order.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildScript } from "#tools/build-script.ts";
import { nodeFiles } from "./node-files.ts";
import { journalOn } from "./testing/journal-on.ts";
import { Rng } from "./testing/rng.ts";

/** CHANCERY_KILLS sets how often; a soak takes some hundreds. */
const kills = Number(process.env["CHANCERY_KILLS"] ?? 40);
const rotateAt = 40_000;

let built: Awaited<ReturnType<typeof buildScript>>;
let folder: string;
beforeAll(async () => {
  built = await buildScript("electron/services/journal/testing/kill-writer.ts");
  folder = await mkdtemp(path.join(tmpdir(), "chancery-kill-"));
});
afterAll(async () => {
  await rm(built.folder, { recursive: true });
  await rm(folder, { recursive: true });
});

/** Runs the writer for a while, kills it, and answers the last frame it acknowledged. */
async function writeAndKill(after: number): Promise<number> {
  const writer = spawn(process.execPath, [fileURLToPath(built.script), folder, String(rotateAt)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  writer.stdout.on("data", (chunk: Buffer) => {
    if (told === "") setTimeout(() => writer.kill("SIGKILL"), after);
    told += chunk.toString("utf8");
  });
  await new Promise((resolve) => writer.once("close", resolve));
  const whole = told.slice(0, told.lastIndexOf("\n")).split("\n");
  expect(whole[0]).toMatch(/^start /);
  return Number((whole.at(-1) ?? "").replace("start ", "").split(" ")[0]);
}

test(`${kills} kills lose nothing`, { timeout: 60_000 + kills * 5000 }, async () => {
  const rng = new Rng(20261124);
  for (let kill = 1; kill <= kills; kill += 1) {
    const acknowledged = await writeAndKill(rng.below(120));
    const { journal } = await journalOn(nodeFiles(folder), { acknowledged, rotateAt });
    expect(journal.head.frame, `kill ${kill}`).toBeGreaterThanOrEqual(acknowledged);
    const { frames } = await journal.read(1, 1_000_000_000);
    expect(frames).toHaveLength(journal.head.frame);
    await journal.close();
  }
});
