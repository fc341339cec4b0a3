// The page's side of the bench: runs inside the built app against its real host, and answers plain numbers.
import { readCable } from "#core/cable/read-cable.ts";
import { entriesOf } from "#core/sample/entries.ts";
import { generateWorkspace } from "#core/sample/generate.ts";
import type { EntryLines, OpenedWorkspace } from "#core/host/shapes.ts";
import { tableNames } from "#core/model/tables.ts";
import { engagementsWhere } from "#data/engagements.ts";
import { valueOf } from "#data/follow.ts";
import { sha256 } from "#data/hash.ts";
import { openSession, rebuildView, type Session } from "#data/session.ts";
import { withWriteLock } from "#data/write-lock.ts";
import { write } from "#data/write.ts";
import { connect } from "#host/connect.ts";
import { putBare } from "./bare-put.ts";
import { type ImportTimes, importTable } from "./import.ts";
import type { Format } from "./made-tables.ts";
import { type MergeTimes, mergeTimes } from "./pouches.ts";

const writesAFrame = 400;
let session: Session | null = null;

async function host() {
  return valueOf(await connect());
}

function current(): Session {
  if (!session) throw new Error("No workspace is open in the bench.");
  return session;
}

/** Makes a workspace of `engagements` and answers its id and how many entries it holds. */
export async function fill(
  engagements: number,
  label = `Bench ${engagements}`,
): Promise<{ id: string; entries: number }> {
  const bridge = await host();
  const made = valueOf(await bridge.call("workspace.create", { label, kind: "sample" }));
  let batch: EntryLines[] = [];
  let entries = 0;
  const flush = async () => {
    if (batch.length > 0) valueOf(await bridge.call("journal.append", { entries: batch }));
    entries += batch.length;
    batch = [];
  };
  const history = generateWorkspace({ posts: 270, engagements, seed: 7, anchor: "2026-11-20" });
  for await (const some of entriesOf(history, sha256)) {
    batch.push(...some);
    if (batch.length >= writesAFrame) await flush();
  }
  await flush();
  await bridge.call("workspace.close", {});
  return { id: made.id, entries };
}

/** Opens a workspace whose view may be missing; times in ms. */
export async function open(id: string): Promise<{ unlock: number; rows: number; total: number }> {
  const bridge = await host();
  const started = performance.now();
  const opened: OpenedWorkspace = valueOf(await bridge.call("workspace.open", { id }));
  const unlock = performance.now() - started;
  session = await openSession(
    bridge,
    opened,
    () => undefined,
    () => undefined,
  );
  await session.view.page("posts", { limit: 50, sort: [{ field: "name" }] });
  const rows = performance.now() - started;
  const page = await engagementsWhere({})(session.view);
  return { unlock, rows, total: page.length };
}

export async function close(): Promise<void> {
  const { host: bridge } = current();
  current().close();
  session = null;
  await bridge.call("workspace.close", {});
}

/** An ask that the host answers from memory: what every way to the host and back costs. In ms. */
export async function ask(): Promise<number> {
  const started = performance.now();
  valueOf(await current().host.call("app.info", {}));
  return performance.now() - started;
}

/** One edit through the write door, in ms, once the one before has come to rest, as a person's edits do. */
export async function edit(n: number): Promise<number> {
  const [row] = (await current().view.page("followUps", { limit: 1, offset: n % 50 })).rows;
  if (!row) throw new Error("No follow-up to edit.");
  await withWriteLock(current().workspace.id, async () => undefined);
  const started = performance.now();
  const written = await write(current(), {
    changes: [
      { table: "followUps", id: row.id, scope: row.scope, values: { what: `Edited for the ${n}th time` } },
    ],
  });
  valueOf(written);
  return performance.now() - started;
}

/** Rebuilds the view from the journal; then puts the same rows into a bare IndexedDB database. Both in ms. */
export async function rebuild(): Promise<{ view: number; bare: number; rows: number; bytes: number }> {
  const here = current();
  const started = performance.now();
  await rebuildView(here, () => undefined);
  const view = performance.now() - started;
  const tables = await Promise.all(
    tableNames.map(async (name) => ({ name, rows: await here.db.rows(name).toArray() })),
  );
  const bare = await putBare(tables);
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const bytes = tables.reduce((sum, table) => sum + JSON.stringify(table.rows).length, 0);
  return { view, bare, rows, bytes };
}

/** Brings so many engagements from a file into the open workspace. */
export function importRows(rows: number, format: Format): Promise<ImportTimes> {
  return importTable(current(), rows, format);
}

/** Merges pouches of together so many records, one from each of so many posts and the capital. No workspace is open. */
export async function mergePouches(posts: number, records: number): Promise<MergeTimes> {
  return mergeTimes(await host(), posts, records);
}

/** Reads a text as a cable, and passes over it once by hand: both in ms. */
export function parse(text: string): { read: number; floor: number } {
  const started = performance.now();
  const { paragraphs } = readCable(text);
  const read = performance.now() - started;
  const floorStarted = performance.now();
  const lines = text
    .normalize("NFC")
    .toUpperCase()
    .split("\n")
    .map((line) => line.trim());
  const floor = performance.now() - floorStarted;
  if (paragraphs.length + lines.length === 0) throw new Error("Nothing was read.");
  return { read, floor };
}
