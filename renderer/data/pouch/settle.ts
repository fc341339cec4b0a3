// Two histories of one log: what each holds, and the write by which a person decides on them. records.md 3, "fork".
import { AppError } from "#core/host/errors.ts";
import type { PouchInfo } from "#core/host/pouch.ts";
import {
  besideOurs,
  forkRows,
  type Link,
  linksOf,
  type OtherHistory,
  otherHistories,
  standingOf,
  takenOver,
} from "#core/exchange/pouch/fork.ts";
import type { PouchRow } from "#core/exchange/pouch/pouch-plan.ts";
import { isTrespass } from "#core/exchange/pouch/verdict.ts";
import { ownScopes } from "#core/exchange/pouch/who-may.ts";
import { done, failed, type Result } from "#core/lib/result.ts";
import type { Change } from "#core/log/change.ts";
import { type Entry, partsOfLog } from "#core/log/entry.ts";
import { isFoldable } from "#core/log/fold.ts";
import { instantOf, isStamp } from "#core/log/stamp.ts";
import type { Office, SettledTip } from "#core/model/office.ts";
import type { Pouch } from "#core/model/pouch.ts";
import type { Scope } from "#core/model/scope.ts";
import { append } from "../append.ts";
import { framesBetween } from "../deeds-on.ts";
import { BatchStates, foldAll, loadStates, rowsOf } from "../fold-into.ts";
import { valueOf } from "../follow.ts";
import { newId } from "../ids.ts";
import type { Session } from "../session.ts";
import type { View } from "../view/view.ts";
import { withWriteLock } from "../write-lock.ts";
import { builtEntries, caughtUp, statesAtRest, type WriteRequest } from "../write.ts";
import { entriesOf, type PlanWatch, unwatched } from "./arrival.ts";
import { forksBy, settledLogs } from "./ledger.ts";
import { ownSettings } from "./own-settings.ts";

/** A log of which two histories were met, and the office whose pouch showed the second last. */
export interface ForkedLog {
  readonly log: string;
  readonly office: Office;
  /** Pouches with the other history that nobody has decided on, newest first. */
  readonly pouches: readonly Pouch[];
}

export async function forkedLogs(view: View): Promise<readonly ForkedLog[]> {
  const [forks, { rows: offices }] = await Promise.all([forksBy(view), view.page("offices", {})]);
  return [...forks].flatMap(([log, all]) => {
    const pouches = all.filter(({ state }) => state === "forked");
    const office = offices.find(({ id }) => id === pouches[0]?.officeId);
    return office ? [{ log, office, pouches }] : [];
  });
}

/** What one history holds beyond what both share. */
export interface Tail {
  readonly from: number;
  readonly to: number;
  /** By the writers' clocks: ISO instants; null where none can be read. */
  readonly first: string | null;
  readonly last: string | null;
  readonly users: readonly string[];
}

/** Why nothing of the other history can be taken over. */
type Hindrance =
  /** Where the two part is not here: the other office is asked for its log from the first entry on. */
  | "beginning"
  /** All of it was written by a newer app. */
  | "newer"
  /** It writes where its office may not. */
  | "trespass"
  /** It is the capital's to say what stands in records for all; its word comes with its pouches. */
  | "elsewhere";

/** What stands on either side, and what deciding would write. */
export interface Settlement {
  readonly fork: ForkedLog;
  /** Last number both share; 0 where that is not known. */
  readonly after: number;
  readonly ours: Tail | null;
  readonly others: readonly Tail[];
  readonly hindrance: Hindrance | null;
  /** Part of it was written by a newer app, and waits. */
  readonly hasNewer: boolean;
  readonly rows: readonly PouchRow[];
  /** Values here that are written once more in this device's name. */
  readonly kept: readonly Change[];
  /** Ends of the other histories, once this is decided. */
  readonly tips: readonly SettledTip[];
  /** Frame of the journal it was made on. */
  readonly frame: number;
}

/** Null where nothing waits under that name. Throws what opening the pouches that were kept does, `file/stopped`. */
export async function planSettlement(
  session: Session,
  view: View,
  log: string,
  watch: PlanWatch = unwatched,
): Promise<Settlement | null> {
  const [forks, all] = await Promise.all([forkedLogs(view), forksBy(view)]);
  const fork = forks.find((some) => some.log === log);
  const scope = partsOfLog(log)?.scope;
  if (!fork || !scope) return null;
  const { applied } = session.mark;
  const links: Link[] = [];
  for (const pouch of all.get(log) ?? []) {
    if (pouch.kept !== "") links.push(...(await keptLinks(session, pouch, log, watch)));
  }
  const own = await ownEntries(session, log);
  const head = applied.heads[log];
  const hashes = own.map((_, at) => own[at + 1]?.header.p ?? head?.hash ?? "");
  const ours = new Map(own.map(({ header }, at) => [header.s, hashes[at] ?? ""]));
  const settled = (await settledLogs(view)).get(log) ?? [];
  const others = otherHistories(links, ours, settled);
  const readable = others.map(readableOf);
  const after = others.reduce((least, one) => Math.min(least, one.after ?? 0), own.length);
  const tail = own.slice(after);
  const settings = await ownSettings(view);
  const mayWriteHere = settings.role === "desk" || ownScopes(settings).includes(scope);
  const theirs = readable.flatMap(({ links: some }) => some.map(({ entry }) => entry));
  const { states: known } = await statesAtRest(session, rowsOf([...tail, ...theirs]));
  const hindrance = hindranceOf(others, readable, mayWriteHere, (entries) =>
    trespasses(entries, scope, known),
  );
  const beside = hindrance === null ? readable.flatMap((one, at) => besideOurs(one, at + 1)) : [];
  const tailStates = rowsOf(tail).flatMap(({ table, id }) => known.get(table, id) ?? []);
  return {
    fork,
    after,
    ours: tailOf(tail),
    others: others.flatMap((one) => tailOf(one.links.map(({ entry }) => entry)) ?? []),
    hindrance,
    hasNewer: readable.some((one, at) => one.links.length < (others[at]?.links.length ?? 0)),
    rows: await rowsBeside(beside, known),
    kept: mayWriteHere ? standingOf(log, after, new Set(tailStates)) : [],
    tips: readable.flatMap(({ tip, after: shared }) =>
      tip === "" ? [] : [{ hash: tip, after: shared ?? 0 }],
    ),
    frame: applied.frame,
  };
}

async function rowsBeside(entries: readonly Entry[], known: BatchStates): Promise<readonly PouchRow[]> {
  const after = new BatchStates();
  for (const { table, id } of rowsOf(entries)) {
    const state = known.get(table, id);
    if (state && after.get(table, id) === null) after.load(state);
  }
  await foldAll(after, entries);
  return forkRows(
    entries,
    (table, id) => known.get(table, id),
    (table, id) => after.get(table, id),
  );
}

/** Up to where a newer app wrote it; the tip is that of what is left, empty where nothing is. */
function readableOf(history: OtherHistory): OtherHistory {
  const newerAt = history.links.findIndex(({ entry }) => !isFoldable(entry));
  if (newerAt < 0) return history;
  const links = history.links.slice(0, newerAt);
  return { ...history, links, tip: links.at(-1)?.hash ?? "" };
}

function hindranceOf(
  others: readonly OtherHistory[],
  readable: readonly OtherHistory[],
  mayWriteHere: boolean,
  isForeign: (entries: readonly Entry[]) => boolean,
): Hindrance | null {
  if (!mayWriteHere) return "elsewhere";
  if (others.some(({ after }) => after === null)) return "beginning";
  const entries = readable.flatMap(({ links }) => links.map(({ entry }) => entry));
  if (isForeign(entries)) return "trespass";
  return entries.length === 0 && others.length > 0 ? "newer" : null;
}

function trespasses(entries: readonly Entry[], scope: Scope, known: BatchStates): boolean {
  const made = new Map<string, Scope>();
  const scopeOf = (...[table, id]: Parameters<BatchStates["get"]>) => known.get(table, id)?.scope ?? null;
  return entries.some((entry) => isTrespass(entry, scope, { scopeOf }, made));
}

function tailOf(entries: readonly Entry[]): Tail | null {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return null;
  const stamps = entries
    .map(({ header }) => header.h)
    .filter(isStamp)
    .toSorted();
  return {
    from: first.header.s,
    to: last.header.s,
    first: stamps[0] === undefined ? null : instantOf(stamps[0]),
    last: instantOf(stamps.at(-1) ?? stamps[0] ?? first.header.h),
    users: [...new Set(entries.map(({ header }) => header.u))].filter((user) => user !== ""),
  };
}

/** Entries of a log as they stand in the journal here. */
async function ownEntries({ host, mark }: Session, log: string): Promise<readonly Entry[]> {
  const own: Entry[] = [];
  for await (const { entries } of framesBetween(host, 1, mark.applied.frame)) {
    for (const entry of entries) if (entry.header.l === log) own.push(entry);
  }
  return own;
}

/** What a pouch that was kept holds of a log. */
function keptLinks(
  session: Session,
  pouch: Pouch,
  log: string,
  { signal, tell }: PlanWatch,
): Promise<readonly Link[]> {
  return reopened(session, pouch, async (info, handle) => {
    const run = info.runs.find((some) => some.log === log);
    if (!run) return [];
    const hear = (count: number) => tell("unpacking", count, run.to - run.from + 1);
    return linksOf({
      entries: await entriesOf(session, handle, run, { signal, tell: hear }),
      last: run.last,
    });
  });
}

/** Opened and verified once more. */
async function reopened<T>(
  { host }: Session,
  { kept, fileName }: Pouch,
  use: (info: PouchInfo, handle: string) => Promise<T>,
): Promise<T> {
  const { handle } = valueOf(await host.call("pouch.reopen", { sha256: kept, name: fileName }));
  try {
    return await use(valueOf(await host.call("pouch.open", { handle, passphrase: null })), handle);
  } finally {
    await host.call("files.close", { handle });
  }
}

/**
 * The log goes on as it stands here; what was chosen of the other history is written in this device's name. One frame,
 * which can be undone. Fails with `pouch/moved-on` where something was written since, and with what the disk says.
 */
export async function settleFork(
  session: Session,
  { fork, rows, kept, tips, hasNewer, frame }: Settlement,
  why: string,
): Promise<Result<{ readonly group: string }>> {
  const { log, office, pouches } = fork;
  const taken = rows.flatMap((row): Change[] => {
    const values = takenOver(row);
    return Object.keys(values).length > 0 ? [{ table: row.table, id: row.id, scope: row.scope, values }] : [];
  });
  const own: WriteRequest = {
    kind: "import",
    why,
    changes: [
      ...oneForEach([...kept, ...taken]),
      {
        table: "offices",
        id: office.id,
        scope: "local",
        values: { [`settled/${log}`]: [...(office.settled[log] ?? []), ...tips] },
      },
      // What a newer app wrote still waits.
      ...(hasNewer ? [] : pouches.map(({ id }) => settledLine(id))),
    ],
  };
  try {
    if (taken.length > 0) for (const pouch of pouches) await keepFiles(session, pouch);
    return await withWriteLock(session.workspace.id, async () => {
      if (session.mark.isBehind || session.mark.applied.frame !== frame) return failed("pouch/moved-on");
      const group = newId();
      const states = await loadStates(session.db, own.changes, session.lately);
      const built = await builtEntries(session, own, states, group);
      valueOf(
        await append(
          session.host,
          built.map(({ lines }) => lines),
        ),
      );
      await caughtUp(session);
      return done({ group });
    });
  } catch (error) {
    if (error instanceof AppError)
      return failed(error.code === "journal/stale-head" ? "pouch/moved-on" : error.code, error.facts);
    throw error;
  }
}

/** Attachments of records that are taken over are on disk before those are on record. */
async function keepFiles(session: Session, pouch: Pouch): Promise<void> {
  if (pouch.kept === "") return;
  await reopened(session, pouch, async (_info, handle) =>
    valueOf(await session.host.call("pouch.merge", { handle, logs: {}, own: [] })),
  );
}

function settledLine(id: string): Change {
  return { table: "pouches", id, scope: "local", values: { state: "settled" } };
}

/** Where a record is named twice, the later values count. */
function oneForEach(changes: readonly Change[]): readonly Change[] {
  const byKey = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.table}/${change.id}`;
    const before = byKey.get(key);
    byKey.set(key, before ? { ...before, values: { ...before.values, ...change.values } } : change);
  }
  return [...byKey.values()];
}
