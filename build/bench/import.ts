// The page's side of the bench of imports: a table brought in end to end, and bare puts of the same rows.
import Dexie from "dexie";
import { planOf } from "#core/exchange/plan.ts";
import { targets } from "#core/exchange/targets/index.ts";
import { guessMapping } from "#core/exchange/column.ts";
import { allColumns } from "#core/exchange/target.ts";
import type { PlannedRows } from "#core/exchange/plan-rows.ts";
import type { TableRow } from "#core/host/shapes.ts";
import { applyPlan, knownFor, planBetweenFrames } from "#data/exchange.ts";
import { valueOf } from "#data/follow.ts";
import { sha256OfValue } from "#data/hash.ts";
import { newId } from "#data/ids.ts";
import type { Session } from "#data/session.ts";
import { write } from "#data/write.ts";
import { putBare } from "./bare-put.ts";
import { timed } from "./gap.ts";

/** All in ms. */
export interface ImportTimes {
  readonly read: number;
  readonly plan: number;
  readonly apply: number;
  readonly bare: number;
  readonly dexie: number;
  /** Longest time the page's thread was not free, in each part and idle. */
  readonly gaps: {
    readonly read: number;
    readonly plan: number;
    readonly apply: number;
    readonly idle: number;
  };
}

const headings = ["Post", "Date", "Time", "Subject", "Theirs", "Type", "Place", "Report"];
const batch = 5000;
const target = targets.engagements;

function csvOf(rows: number, posts: readonly string[]): string {
  const lines = [headings.join(",")];
  for (let n = 0; n < rows; n += 1) {
    const day = new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString().slice(0, 10);
    const post = `"${posts[n % posts.length] ?? ""}"`;
    const said = "The ministry took note and will reply. ".repeat(4);
    lines.push(`${post},${day},10:30,Matter ${n},Person ${n % 4000} Family,meeting,Ministry,${said}`);
  }
  return lines.join("\n");
}

/** Brings `rows` engagements in as a person would, but for the screens between; then the same rows by hand. */
export async function importCsv(session: Session, rows: number): Promise<ImportTimes> {
  const { rows: posts } = await session.view.page("posts", {});
  const bytes = new TextEncoder().encode(
    csvOf(
      rows,
      posts.map(({ id }) => id),
    ),
  );
  const idle = await timed(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  const read = await timed(() => readTable(session, bytes));
  const planned = await timed(() => plannedOf(session, read.value.rows));
  const apply = await timed(async () => {
    const source = { name: "bench.csv", sha256: read.value.sha256 };
    const plan = await planOf({ target: target.name, source, ...planned.value }, sha256OfValue);
    if (plan.counts.created !== rows) throw new Error(`Only ${plan.counts.created} rows would be created.`);
    valueOf(await write(session, await applyPlan(plan)));
  });
  const records = read.value.rows.map(({ line, cells }) => ({ id: String(line), cells }));
  // Reading is the same with and without us; it is not done twice.
  // The first database after a large write waits for the browser to tidy up: the better of two is the floor.
  const first = await putBare([{ name: "rows", rows: records }]);
  const bare = read.spent + Math.min(first, await putBare([{ name: "rows", rows: records }]));
  const dexie = await putPlain(
    records.map(({ id, cells }) => ({
      id,
      post: cells[0],
      at: cells[1],
      subject: cells[3],
      type: cells[5],
      cells,
    })),
  );
  return {
    read: read.spent,
    plan: planned.spent,
    apply: apply.spent,
    bare,
    dexie,
    gaps: { read: read.gap, plan: planned.gap, apply: apply.gap, idle: idle.gap },
  };
}

async function plannedOf(session: Session, rows: readonly TableRow[]): Promise<PlannedRows> {
  const { known } = await knownFor(target)(session.view);
  const planned = await planBetweenFrames(
    {
      target,
      file: { headings, rows, rejects: [] },
      mapping: guessMapping(allColumns(target), headings),
      rules: { timeZone: "UTC", dayOrder: null, words: new Map(), shown: (_, member) => member },
      defaults: { postId: null, directiveId: null, timeZone: "UTC", now: "2026-11-24T05:00:00Z" },
      known,
      newId,
    },
    new AbortController().signal,
    () => undefined,
  );
  if (!planned) throw new Error("The plan of the bench was stopped.");
  return planned;
}

async function readTable({ host }: Session, bytes: Uint8Array) {
  const file = valueOf(
    await host.call("files.take", { name: "bench.csv", kind: "table", bytes: bytes.slice() }),
  );
  const { handle, sha256, table } = file;
  const rows: TableRow[] = [];
  while (rows.length < (table?.rowCount ?? 0)) {
    rows.push(...valueOf(await host.call("files.rows", { handle, from: rows.length, count: batch })).rows);
  }
  await host.call("files.close", { handle });
  return { rows, sha256 };
}

/** Plain rows with four indexes through Dexie, in the pieces of a bulk load; ms. */
async function putPlain(records: readonly object[]): Promise<number> {
  const db = new Dexie("bench-rows", { chromeTransactionDurability: "relaxed" });
  db.version(1).stores({ rows: "id, post, at, subject, type" });
  await db.open();
  const started = performance.now();
  for (let from = 0; from < records.length; from += 2000) {
    await db.table("rows").bulkAdd(records.slice(from, from + 2000));
  }
  const spent = performance.now() - started;
  await db.delete();
  return spent;
}
