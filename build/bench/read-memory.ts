// How much memory the host takes to read a large table: its process with the thread that reads, from a file that was chosen to
// the last row handed to the page. Run as a process of its own, which prints one line of JSON.
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
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

const megabyte = 1_000_000;
const mostRows = 100_000;
/** As many as the page asks for at a time. */
const batch = 5000;

/** A row of about a kilobyte for each of at most 100,000 lines. */
function* csvLines(bytes: number): Generator<string> {
  const perRow = Math.floor(bytes / mostRows) - 1;
  yield "Post,Date,Time,Subject,Theirs,Type,Place,Report\n";
  for (let n = 0; n < mostRows - 1; n += 1) {
    const day = new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString().slice(0, 10);
    const head = `"Post ${n % 270}",${day},10:30,Matter ${n},Person ${n % 4000} Family,meeting,Ministry,"`;
    const said = `The ministry of ${(n * 7919) % 100_003} took note, and "will" reply on ${n}. `.replaceAll(
      '"',
      '""',
    );
    yield `${(head + said.repeat(Math.ceil(perRow / said.length))).slice(0, perRow - 1).replace(/"+$/, "x")}"\n`;
  }
}

async function measure(folder: string, megabytes: number): Promise<ReadMemory> {
  const file = path.join(folder, "list.csv");
  await pipeline(csvLines(megabytes * megabyte), createWriteStream(file));
  const host = createServices(
    bareHost(path.join(folder, "workspaces"), {
      dialogs: {
        chooseFile: async () => file,
        chooseTarget: async () => null,
        chooseFolder: async () => null,
      },
      read: readInWorker(new URL("./read-worker.mjs", import.meta.url)),
    }),
  );
  const base = process.memoryUsage.rss();
  const start = performance.now();
  const opened = await host.services["files.choose"]({ kind: "table" });
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

const { values } = parseArgs({ options: { megabytes: { type: "string", default: "100" } } });
const folder = await mkdtemp(path.join(tmpdir(), "chancery-read-"));
try {
  console.log(JSON.stringify(await measure(folder, Number(values.megabytes))));
} finally {
  await rm(folder, { recursive: true });
}
