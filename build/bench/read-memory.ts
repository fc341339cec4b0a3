// How much memory the host takes to read a large table: its process with the thread that reads, from a file that was chosen to
// the last row handed to the page. Run as a process of its own, which prints one line of JSON.
import { spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Answers, Services } from "#core/host/contract.ts";
import type { OpenedFile } from "#core/host/shapes.ts";
import { readInWorker } from "#services/files/read/read-in-worker.ts";
import { createServices } from "#services/index.ts";
import { bareHost } from "#services/testing/bare-host.ts";

/** Megabytes of 1,000,000 bytes; the peak is of the whole process since it began, the base what it held before the file was opened. */
export interface ReadMemory {
  readonly fileMegabytes: number;
  readonly rows: number;
  readonly baseMegabytes: number;
  readonly peakMegabytes: number;
  readonly milliseconds: number;
}

const { values } = parseArgs({
  options: {
    megabytes: { type: "string", default: "100" },
    /** Handed over by the page part by part, instead of chosen in a dialog. */
    handed: { type: "boolean", default: false },
    /** Of the built reading thread; beside this script where it is left out. */
    worker: { type: "string" },
    /** Only writes the list there. */
    write: { type: "string" },
  },
});

const megabyte = 1_000_000;
const mostRows = 100_000;
/** As many as the page asks for at a time. */
const batch = 5000;
/** In ms. What is measured is memory, on whatever machine. */
const patience = 150_000;
const partBytes = 2 * 1024 * 1024;

/** Words as seldom the same as those of a report, so that nothing that packs them does better than it would there. */
function* words(): Generator<string, never> {
  let state = 20_261_124;
  for (;;) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    const rank = Math.floor(Math.exp((state / 2 ** 32) * Math.log(20_000)));
    yield (
      rank.toString(36).replaceAll(/\d/g, (digit) => "aeiouaeiou"[Number(digit)] ?? "") +
        "tion".slice(rank % 5)
    );
  }
}

/** Rows for at most 100,000 lines; each with a quoted report that fills it up to its share of the bytes. */
function* csvLines(bytes: number): Generator<string> {
  const perRow = Math.max(200, Math.floor(bytes / mostRows));
  const rows = Math.min(mostRows, Math.floor(bytes / perRow)) - 1;
  const spoken = words();
  yield "Post,Date,Time,Subject,Theirs,Type,Place,Report\n";
  for (let n = 0; n < rows; n += 1) {
    const day = new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString().slice(0, 10);
    const row = [
      `"Post ${n % 270}",${day},10:30,Matter ${n},Person ${n % 4000} Family,meeting,Ministry,"As agreed`,
    ];
    for (let length = row.join("").length; length < perRow - 8;) {
      const word = spoken.next().value;
      row.push(n % 9 === 0 && word.length > 6 ? `""${word}""` : word);
      length += word.length + 1;
    }
    yield `${row.join(" ")}"\n`;
  }
}

/** As a page hands a file over that was dropped on it. */
async function handedOver(services: Services, file: string): Promise<OpenedFile> {
  const source = await open(file);
  const { size: byteCount } = await source.stat();
  let handle: string | null = null;
  for (let at = 0; ; at += partBytes) {
    // One part is there at a time, as with a page.
    // oxlint-disable-next-line no-await-in-loop
    const { buffer, bytesRead } = await source.read(new Uint8Array(partBytes), 0, partBytes, at);
    const bytes = buffer.subarray(0, bytesRead);
    if (at + bytesRead >= byteCount) {
      await source.close();
      return services["files.take"]({
        name: "list.csv",
        kind: "table",
        bytes,
        ...(handle === null ? {} : { handle }),
      });
    }
    // oxlint-disable-next-line no-await-in-loop
    const brought: Answers["files.bring"] = await services["files.bring"]({ handle, byteCount, bytes });
    ({ handle } = brought);
  }
}

async function measure(folder: string, megabytes: number, isHanded: boolean): Promise<ReadMemory> {
  const file = path.join(folder, "list.csv");
  // By another process: what it takes to write the file is none of the host's.
  spawnSync(process.execPath, [
    fileURLToPath(import.meta.url),
    "--megabytes",
    String(megabytes),
    "--write",
    file,
  ]);
  const host = createServices(
    bareHost(path.join(folder, "workspaces"), {
      dialogs: {
        chooseFile: async () => file,
        chooseTarget: async () => null,
        chooseFolder: async () => null,
      },
      read: readInWorker(new URL(values.worker ?? "./read-worker.mjs", import.meta.url), patience),
    }),
  );
  const base = process.memoryUsage.rss();
  const start = performance.now();
  const opened = await (isHanded
    ? handedOver(host.services, file)
    : host.services["files.choose"]({ kind: "table" }));
  if (!opened?.table) throw new Error("The file was not read as a table.");
  let rows = 0;
  while (rows < opened.table.rowCount) {
    const { handle } = opened;
    rows += (await host.services["files.rows"]({ handle, from: rows, count: batch })).rows.length;
  }
  const milliseconds = Math.round(performance.now() - start);
  const peak = process.resourceUsage().maxRSS * 1024;
  await host.shutdown();
  return {
    fileMegabytes: Math.round(opened.byteCount / megabyte),
    rows,
    baseMegabytes: Math.round(base / megabyte),
    peakMegabytes: Math.round(peak / megabyte),
    milliseconds,
  };
}

if (values.write === undefined) await tell(Number(values.megabytes));
else await pipeline(csvLines(Number(values.megabytes) * megabyte), createWriteStream(values.write));

async function tell(megabytes: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "chancery-read-"));
  try {
    console.log(JSON.stringify(await measure(folder, megabytes, values.handed)));
  } finally {
    await rm(folder, { recursive: true });
  }
}
