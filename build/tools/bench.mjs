// `npm run bench`: ratios measured side by side in one run, on generated workspaces. Options: --sizes 10000,100000 --edits 200
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { root } from "./built.mjs";
import { chromiumLaunch, findChromium } from "./chromium.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000" },
    edits: { type: "string", default: "200" },
    port: { type: "string", default: "28417" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const edits = Number(values.edits);
const out = path.join(root, "out/bench");
const data = mkdtempSync(path.join(tmpdir(), "chancery-bench-"));

build();
const server = spawn(
  process.execPath,
  [path.join(out, "main/serve.mjs"), "--no-open", "--data", data, "--port", values.port],
  { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, CHROMIUM_PATH: findChromium() ?? "" } },
);
const browser = await chromium.launch(chromiumLaunch());
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(await addressOf(server));
  await page.getByRole("button").first().waitFor();
  const run = (name, ...args) =>
    page.evaluate(
      async ([method, given]) => (await import("/assets/bench.js"))[method](...given),
      [name, args],
    );
  console.log("| what | measured | floor beside it | ratio |\n| --- | --- | --- | --- |");
  await benchParse(run);
  for (const size of sizes) await benchSize(page, run, size);
  await benchRecord();
  benchMemory();
} finally {
  await browser.close();
  server.kill("SIGTERM");
  await once(server, "exit");
  rmSync(data, { recursive: true, force: true });
}

function build() {
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const built = spawnSync(
    process.execPath,
    [vite, "build", "--app", "--config", "build/tools/vite.config.ts", "--logLevel", "warn"],
    { cwd: root, stdio: "inherit", env: { ...process.env, CHANCERY_OUT: out, CHANCERY_BENCH: "1" } },
  );
  if (built.status !== 0) process.exit(built.status ?? 1);
}

async function addressOf(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error("The browser edition printed no address.");
}

async function benchParse(run) {
  const paragraph =
    "2. (SBU) POSTS SHOULD DRAW ON THE FOLLOWING POINTS AND REPORT REACTIONS BY COB DECEMBER 4.\n\n";
  const text = `P 201530Z NOV 26\n\nFM SECSTATE WASHDC\nTO AMEMBASSY NAIROBI\n\nUNCLAS STATE 118204\n\nSUBJECT: BENCH\n\n${paragraph.repeat(1_000_000 / paragraph.length)}`;
  const times = [];
  for (let n = 0; n < 5; n += 1) times.push(await run("parse", text));
  const read = median(times.map((time) => time.read));
  const floor = median(times.map((time) => time.floor));
  row("cable read, 1 MB (floor: one pass of upper case, split and trim)", ms(read), ms(floor), read / floor);
}

async function benchSize(page, run, size) {
  const name = size.toLocaleString("en");
  const { id, entries } = await run("fill", size);
  console.error(`${name} engagements: ${entries.toLocaleString("en")} entries written`);
  await run("open", id);
  const { view, bare, rows, bytes } = await run("rebuild");
  row(
    `rebuild of the view, ${name} engagements, ${rows.toLocaleString("en")} rows, ${Math.round(bytes / 1e6)} MB (floor: bare IndexedDB puts of the same rows)`,
    ms(view),
    ms(bare),
    view / bare,
  );
  await benchEdits(run, name);
  await run("close");
  const warm = await run("open", id);
  await run("close");
  row(
    `open ${name}: workspace and chain, then the first 50 rows`,
    ms(warm.rows),
    ms(warm.unlock),
    warm.rows / warm.unlock,
  );
  await benchPaint(page, id, name);
  for (const format of ["csv", "xlsx"]) await benchImport(run, size, format);
  await benchPouches(run, size);
}

/** As many pouches as posts would send, of together so many records: 270 where there are 100,000. */
async function benchPouches(run, size) {
  const { pouches, records, bytes, merge, floor, gaps } = await run(
    "mergePouches",
    Math.max(1, Math.round((size * 270) / 100_000)),
    size,
  );
  const what = `${pouches} pouches, ${records.toLocaleString("en")} records, ${Math.round(bytes / 1e6)} MB`;
  row(
    `merge of ${what} (floor: the same decrypted, inflated and parsed)`,
    ms(merge),
    ms(floor),
    merge / floor,
  );
  row(
    `longest time without a frame on the page, merge of ${what} (floor: idle)`,
    ms(gaps.merge),
    ms(gaps.idle),
    gaps.merge / gaps.idle,
  );
}

/** As many engagements again, from a file into a workspace with posts and little else. */
async function benchImport(run, size, format) {
  const { id } = await run("fill", 270, `Bench ${format} ${size}`);
  await run("open", id);
  const { spent, gaps, bare, dexie } = await run("importRows", size, format);
  await run("close");
  const { read, plan, apply, stored, undo } = spent;
  const all = read + plan + apply;
  const what = `${size.toLocaleString("en")} engagements from ${format.toUpperCase()}`;
  const parts = `read ${ms(read)}, plan ${ms(plan)}, apply ${ms(apply)}`;
  row(
    `import of ${what}: ${parts} (floor: parse and bare puts of the same rows)`,
    ms(all),
    ms(bare),
    all / bare,
  );
  row(
    `the same until the view's database holds it, too: ${ms(stored)} behind the answer`,
    ms(all + stored),
    ms(bare),
    (all + stored) / bare,
  );
  row(`apply of ${what} (floor: plain Dexie rows with four indexes)`, ms(apply), ms(dexie), apply / dexie);
  row(`undo of ${what} (floor: their apply)`, ms(undo), ms(apply), undo / apply);
  for (const part of Object.keys(spent)) {
    row(
      `longest time without a frame on the page, ${part} of ${what} (floor: idle)`,
      ms(gaps[part]),
      ms(gaps.idle),
      gaps[part] / gaps.idle,
    );
  }
}

/** The host's own work, without a browser. */
async function benchRecord() {
  const { record } = await import(pathToFileURL(path.join(out, "main/bench-record.mjs")).href);
  for (const size of sizes) {
    for (const { what, measured, floor } of await record(size, edits)) {
      row(what, ms(measured), ms(floor), measured / floor);
    }
  }
}

/** In a process of its own, the thread that reads with it. */
function benchMemory() {
  for (const isHandedOver of [false, true]) {
    const script = path.join(out, "main/bench-read-memory.mjs");
    const options = isHandedOver ? ["--handed"] : [];
    const { stdout } = spawnSync(process.execPath, [script, ...options], { encoding: "utf8" });
    const { fileMegabytes, baseMegabytes, peakMegabytes } = JSON.parse(stdout);
    row(
      `memory of the host that reads a CSV of ${fileMegabytes} MB, ${isHandedOver ? "handed over by the page" : "chosen in a dialog"} (floor: the host before)`,
      `${peakMegabytes} MB`,
      `${baseMegabytes} MB`,
      peakMegabytes / baseMegabytes,
    );
  }
}

/** Edits through the whole write door, each beside a bare append and fdatasync of as many bytes on the same disk. */
async function benchEdits(run, name) {
  const file = openSync(path.join(data, "bare"), "a");
  const bytes = Buffer.alloc(600, 120);
  const door = [];
  const bare = [];
  const asks = [];
  for (let n = 0; n < edits; n += 1) {
    door.push(await run("edit", n));
    const started = performance.now();
    writeSync(file, bytes);
    fdatasyncSync(file);
    bare.push(performance.now() - started);
    asks.push(await run("ask"));
  }
  closeSync(file);
  row(
    `edit at ${name}, median of ${edits} (floor: bare append + fdatasync)`,
    ms(median(door)),
    ms(median(bare)),
    median(door) / median(bare),
  );
  const floor = p95(bare) + p95(asks);
  row(
    `edit at ${name}, p95; ${ms(p95(door) - floor)} beyond its floor (bare append + fdatasync, ${ms(p95(bare))}, and an empty ask of the host, ${ms(p95(asks))})`,
    ms(p95(door)),
    ms(floor),
    p95(door) / floor,
  );
}

/** The app loaded again with this workspace remembered: from the asking of the host to open it until a person sees the frame, and rows. */
async function benchPaint(page, id, name) {
  await page.evaluate((remembered) => sessionStorage.setItem("chancery.workspace", remembered), id);
  const frames = [];
  const rows = [];
  await page.addInitScript(watchFirsts);
  for (let n = 0; n < 4; n += 1) {
    await page.goto("about:blank");
    await page.goBack();
    await page.getByRole("main").getByRole("link").first().waitFor({ timeout: 300_000 });
    const firsts = await page.evaluate(firstsSinceUnlock);
    frames.push(firsts.frame);
    rows.push(firsts.rows);
    // The first time round, tables are read row by row; then they are saved for the next.
    if (n === 0) await page.waitForTimeout(Math.max(10_000, firsts.rows));
  }
  const again = rows.slice(1);
  row(
    `Today with its lines after unlock at ${name} (floor: the first paint of the frame)`,
    ms(median(again)),
    ms(median(frames.slice(1))),
    median(again) / median(frames.slice(1)),
  );
  row(
    `Today at ${name} right after the view was made (floor: with its tables saved)`,
    ms(rows[0]),
    ms(median(again)),
    rows[0] / median(again),
  );
  await page.evaluate(() => sessionStorage.removeItem("chancery.workspace"));
  await page.reload();
}

/** Runs in the page before it loads: notes when the workspace is asked for, and when the frame and the first line of the first screen come up. */
function watchFirsts() {
  const firsts = {};
  globalThis.benchFirsts = firsts;
  globalThis.WebSocket = class extends WebSocket {
    send(message) {
      if (new TextDecoder().decode(message).includes('"workspace.open"')) firsts.asked ??= performance.now();
      super.send(message);
    }
  };
  new MutationObserver(() => {
    if (document.querySelector("nav")) firsts.frame ??= performance.now();
    if (document.querySelector("main a")) firsts.rows ??= performance.now();
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page: both in ms since it asked the host to open the workspace. */
function firstsSinceUnlock() {
  const { asked, frame, rows } = globalThis.benchFirsts;
  return { frame: frame - asked, rows: rows - asked };
}

function row(what, measured, floor, ratio) {
  console.log(`| ${what} | ${measured} | ${floor} | ${ratio.toFixed(2)} |`);
}

function ms(time) {
  return time < 10 ? `${time.toFixed(1)} ms` : `${Math.round(time)} ms`;
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

function p95(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];
}
