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
import { undoGroup } from "#data/undo.ts";
import { write } from "#data/write.ts";
import { withWriteLock } from "#data/write-lock.ts";
import { putBare } from "./bare-put.ts";
import { type ImportFile, readRows } from "#features/exchange/import-file.ts";
import { takeFile } from "#features/parts/take-file.ts";
import { timed } from "./gap.ts";
import { type Format, headings, madeTable } from "./made-tables.ts";

const parts = ["read", "plan", "apply", "stored", "undo"] as const;
type Part = (typeof parts)[number];

/** All in ms. `stored`: from the answer until the database of the view holds it, too. */
export interface ImportTimes {
  readonly spent: Readonly<Record<Part, number>>;
  /** Longest time the page's thread was not free, in each part and idle. */
  readonly gaps: Readonly<Record<Part | "idle", number>>;
  readonly bare: number;
  readonly dexie: number;
}

const target = targets.engagements;

/** Brings `rows` engagements in as a person would, but for the screens between, and takes them back; then the same rows by hand. */
export async function importTable(session: Session, rows: number, format: Format): Promise<ImportTimes> {
  const { rows: posts } = await session.view.page("posts", {});
  const ids = posts.map(({ id }) => id);
  const file = { name: `bench.${format}`, bytes: madeTable(format, rows, ids) };
  const idle = await timed(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  const read = await timed(() => readTable(session, file));
  const planned = await timed(() => plannedOf(session, read.value.rows));
  const apply = await timed(async () => {
    const source = { name: file.name, sha256: read.value.sha256 };
    const plan = await planOf({ target: target.name, source, ...planned.value }, sha256OfValue);
    if (plan.counts.created !== rows) throw new Error(`Only ${plan.counts.created} rows would be created.`);
    return valueOf(await write(session, await applyPlan(plan)));
  });
  const stored = await timed(() => atRest(session));
  const undo = await timed(async () => valueOf(await undoGroup(session, apply.value.group, "undo")));
  if (undo.value?.back.length !== rows) throw new Error("The import was not taken back.");
  await atRest(session);
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
    spent: {
      read: read.spent,
      plan: planned.spent,
      apply: apply.spent,
      stored: stored.spent,
      undo: undo.spent,
    },
    gaps: {
      read: read.gap,
      plan: planned.gap,
      apply: apply.gap,
      stored: stored.gap,
      undo: undo.gap,
      idle: idle.gap,
    },
    bare,
    dexie,
  };
}

/** The database is stored behind the answer. */
function atRest({ workspace }: Session): Promise<void> {
  return withWriteLock(workspace.id, () => Promise.resolve());
}

const unwatched = { signal: new AbortController().signal, tell: () => undefined };

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
    unwatched,
  );
  if (!planned) throw new Error("The plan of the bench was stopped.");
  return planned;
}

async function readTable(
  { host }: Session,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<ImportFile> {
  const file = valueOf(await takeFile(host, { name, kind: "table", bytes }));
  const read = valueOf(await readRows(host, file, unwatched));
  await host.call("files.close", { handle: read.handle });
  return read;
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
