// A real host, and a real browser with a profile of its own that opens the page and is killed as a whole.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { EntryLines, JournalPlace, JournalRead } from "#core/host/shapes.ts";
import { createServices, type HostServices } from "#services/index.ts";
import { work } from "#services/workspace/testing/work.ts";
import { chromiumArgs, findChromium } from "#tools/chromium.mjs";
import { type HttpHost, openHttpHost } from "#transport/http-host.ts";
import { bareHost } from "#services/testing/bare-host.ts";

/** What the page has said: `opened` is null where it did not come so far. */
export interface Said {
  readonly opened: { readonly left: readonly number[]; readonly right: readonly number[] } | null;
  readonly saved: readonly number[];
  readonly stopped: string | null;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const opensWithinMs = 30_000;

export class KilledPage {
  readonly profile: string;
  readonly #folder: string;
  readonly #host: HostServices;
  readonly #door: HttpHost;

  private constructor(folder: string, host: HostServices, door: HttpHost) {
    this.#folder = folder;
    this.profile = path.join(folder, "profile");
    this.#host = host;
    this.#door = door;
  }

  static async make(): Promise<KilledPage> {
    const folder = await mkdtemp(path.join(tmpdir(), "chancery-page-"));
    const host = createServices(bareHost(path.join(folder, "workspaces")));
    await host.services["workspace.create"](work("Desk"));
    const html = { mime: "text/html", bytes: Buffer.from('<script type="module" src="/page.js"></script>') };
    const script = { mime: "text/javascript", bytes: await builtPage(path.join(folder, "page")) };
    const door = await openHttpHost({
      services: host.services,
      page: new Map([
        ["/", html],
        ["/hasty.html", html],
        ["/page.js", script],
      ]),
      port: 0,
      report: () => undefined, // lines that end in the middle, which is what this is about
      onPages: () => undefined,
      onRefusedCode: () => undefined,
    });
    return new KilledPage(folder, host, door);
  }

  /** Where Chromium keeps the view. */
  get views(): string {
    return path.join(this.profile, "Default", "IndexedDB");
  }

  /** Opens the page and kills its browser `after` so many ms from its start, or from when it had opened the workspace. */
  async openAndKill(after: number, from: "start" | "opened", page: "" | "hasty.html" = ""): Promise<Said> {
    const browser = spawn(
      findChromium() ?? "chromium",
      [
        ...chromiumArgs(),
        "--headless",
        "--enable-logging=stderr",
        `--user-data-dir=${this.profile}`,
        this.#door.newAddress().replace("/#", `/${page}#`),
      ],
      { detached: true, stdio: ["ignore", "ignore", "pipe"] },
    );
    const gone = once(browser, "close");
    const said = listenTo(browser, from === "opened" ? after : null);
    const alarm = setTimeout(() => kill(browser), from === "start" ? after : opensWithinMs);
    await gone;
    clearTimeout(alarm);
    return said();
  }

  /** Every frame's entries, as the host has them on disk. */
  async frames(): Promise<readonly (readonly EntryLines[])[]> {
    const frames = new Map<number, EntryLines[]>();
    for (let from: JournalPlace | null = { frame: 1, entry: 0 }; from !== null;) {
      // Where the next one begins stands in the one before.
      // oxlint-disable-next-line no-await-in-loop
      const read: JournalRead = await this.#host.services["journal.read"]({ from, maxBytes: 33_554_432 });
      for (const { number, entries } of read.frames)
        frames.set(number, [...(frames.get(number) ?? []), ...entries]);
      from = read.next;
    }
    return [...frames.values()];
  }

  async end(): Promise<void> {
    await this.#door.close();
    await this.#host.shutdown();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The whole group: a browser is many processes, and none of them may tidy up. */
function kill({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, "SIGKILL");
}

function listenTo(browser: ChildProcess, killAfterOpened: number | null): () => Said {
  let told = "";
  let isCounting = false;
  browser.stderr?.on("data", (chunk: Buffer) => {
    told += chunk.toString("utf8");
    if (isCounting || killAfterOpened === null || !/<<(?:opened|stopped) .*>>/.test(told)) return;
    isCounting = true;
    setTimeout(() => kill(browser), killAfterOpened);
  });
  return () => ({
    opened: (saidIn(told, "opened")[0] ?? null) as Said["opened"],
    saved: saidIn(told, "saved") as number[],
    stopped: (saidIn(told, "stopped")[0] ?? null) as string | null,
  });
}

function saidIn(told: string, word: string): readonly unknown[] {
  return [...told.matchAll(new RegExp(`<<${word} (.*?)>>`, "g"))].map(([, json]) => JSON.parse(json ?? ""));
}

async function builtPage(outDir: string): Promise<Buffer> {
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      outDir,
      target: "esnext",
      rolldownOptions: {
        input: path.join(root, "build/kills/page.ts"),
        output: { entryFileNames: "page.js", codeSplitting: false },
      },
    },
  });
  return readFile(path.join(outDir, "page.js"));
}
