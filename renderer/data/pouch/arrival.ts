// Receiving: a pouch is opened and weighed, then shown as a plan. Nothing is written here.
import { ZodError } from "zod";
import { AppError } from "#core/host/errors.ts";
import type { PouchInfo } from "#core/host/pouch.ts";
import type { OpenedFile } from "#core/host/shapes.ts";
import { type PouchPlan, pouchPlanOf, pouchRows } from "#core/exchange/pouch/pouch-plan.ts";
import { type ReadRun, type Verdict, verdictsOn } from "#core/exchange/pouch/verdict.ts";
import { type Entry, readEntry } from "#core/log/entry.ts";
import type { Office } from "#core/model/office.ts";
import type { Pouch } from "#core/model/pouch.ts";
import { dataVersion } from "#core/model/versions/index.ts";
import { betweenFrames, eachBetweenFrames, type FrameWatch } from "../between-frames.ts";
import { BatchStates, foldAll, rowsOf } from "../fold-into.ts";
import { valueOf } from "../follow.ts";
import { sha256OfValue } from "../hash.ts";
import type { Session } from "../session.ts";
import type { View } from "../view/view.ts";
import { statesAtRest } from "../write.ts";
import { framesBetween } from "../deeds-on.ts";
import { frozenLogs, settledLogs } from "./ledger.ts";
import { ownSettings } from "./own-settings.ts";
import { adoptedId, withPostId } from "./adopt-post.ts";
import { type Standing, standingOf } from "./offices.ts";

/** A pouch that was verified, and who its sender is to this device. */
export interface Arrival {
  readonly file: OpenedFile;
  readonly info: PouchInfo;
  readonly standing: Standing;
  /** Where the same pouch has come before. */
  readonly before: Pouch | null;
}

export async function openArrival(
  session: Session,
  view: View,
  file: OpenedFile,
  passphrase: string | null,
): Promise<Arrival> {
  const info = valueOf(await session.host.call("pouch.open", { handle: file.handle, passphrase }));
  const { rows } = await view.page("pouches", { where: { pouchId: { eq: info.manifest.pouch } } });
  return {
    file,
    info,
    standing: await standingOf(view, info.manifest.from),
    before: rows.find(({ state }) => state !== "sent") ?? null,
  };
}

/** What merging it would do, with the entries that would be merged. */
export interface MergePlan {
  readonly arrival: Arrival;
  readonly office: Office;
  readonly plan: PouchPlan;
  readonly entries: readonly Entry[];
  /** Logs of which two histories were met before, and a person has decided how they go on. */
  readonly settled: ReadonlySet<string>;
  /** The capital's id for this post, where this workspace still has its own. */
  readonly adopts: string | null;
}

/** Who waits for a plan: may stop it, and hears how many of how many entries have come and were weighed, and rows were planned. */
export interface PlanWatch {
  readonly signal: AbortSignal;
  readonly tell: (what: "unpacking" | "weighing" | "planning", done: number, total: number) => void;
}

export const unwatched: PlanWatch = { signal: new AbortController().signal, tell: () => undefined };

function mustGoOn(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError("file/stopped");
}

const batchBytes = 1_000_000;

/** Throws `pouch/not-open`, `pouch/damaged` where an entry has no shape this version knows, `view/behind`, `file/stopped`. */
export async function planMerge(
  session: Session,
  view: View,
  arrival: Arrival,
  office: Office,
  watch: PlanWatch = unwatched,
): Promise<MergePlan> {
  const { signal, tell } = watch;
  const runs: ReadRun[] = [];
  let brought = 0;
  for (const run of arrival.info.runs) {
    const before = brought;
    const hear = (done: number) => tell("unpacking", before + done, arrival.info.entries);
    const entries = await entriesOf(session, arrival.file.handle, run, { signal, tell: hear });
    runs.push({ ...run, entries });
    brought += entries.length;
  }
  const settings = await ownSettings(view);
  const adopts = adoptedId(arrival.info, settings);
  const own = adopts === null ? settings : { ...settings, ...withPostId(settings, adopts) };
  const others = (await view.page("offices", { where: { standing: { eq: "trusted" } } })).rows;
  const siblings = others.filter(({ postId }) => postId !== null && postId === office.postId);
  const rowsMet = rowsOf(runs.flatMap(({ entries }) => entries));
  const { states: known, applied } = await statesAtRest(session, rowsMet);
  const verdicts = await verdictsOn(runs, {
    own,
    device: session.workspace.deviceId,
    office,
    heads: applied.heads,
    frozen: await frozenLogs(view),
    siblings: new Set(siblings.map(({ id }) => id)),
    hashAt: (log, seq) => hashAt(session, log, seq),
    scopeOf: (table, id) => known.get(table, id)?.scope ?? null,
  });
  const entries = mergedEntries(runs, verdicts);
  const after = new BatchStates();
  for (const { table, id } of rowsOf(entries)) {
    const state = known.get(table, id);
    if (state && after.get(table, id) === null) after.load(state);
  }
  const hear = (done: number) => tell("weighing", done, entries.length);
  await foldAll(after, entries, { signal, tell: hear });
  mustGoOn(signal);
  const rows = await betweenFrames(
    pouchRows(
      entries,
      (table, id) => known.get(table, id),
      (table, id) => after.get(table, id),
    ),
    { signal, tell: ({ done, total }) => tell("planning", done, total) },
  );
  if (rows === null) throw new AppError("file/stopped");
  const plan = await pouchPlanOf(
    { sha256: arrival.file.sha256, frame: applied.frame, verdicts, rows },
    sha256OfValue,
  );
  const settled = new Set((await settledLogs(view)).keys());
  return { arrival, office, plan, entries, settled, adopts };
}

/** The entries that the verdicts let in, in the order of the runs. */
export function mergedEntries(runs: readonly ReadRun[], verdicts: readonly Verdict[]): readonly Entry[] {
  return verdicts.flatMap((verdict) => {
    if (verdict.kind !== "merge") return [];
    const run = runs.find(({ log }) => log === verdict.log);
    return run ? run.entries.slice(verdict.from - run.from, verdict.to - run.from + 1) : [];
  });
}

/** Entries of a run, in their order; a watch hears how many have come. Throws as planning does. */
export async function entriesOf(
  session: Session,
  handle: string,
  { log, from }: PouchInfo["runs"][number],
  { signal, tell }: FrameWatch<number>,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (let at: number | null = from; at !== null;) {
    const batch: {
      readonly entries: readonly { h: string; b: string | null }[];
      readonly next: number | null;
    } = valueOf(await session.host.call("pouch.entries", { handle, log, from: at, maxBytes: batchBytes }));
    await eachBetweenFrames(batch.entries, (lines) => entries.push(foreignEntry(lines, log)));
    mustGoOn(signal);
    tell(entries.length);
    at = batch.next;
  }
  return entries;
}

/** An entry of a newer app may have a shape of its own: its header's version is all that is asked of it. */
function foreignEntry(lines: { readonly h: string; readonly b: string | null }, log: string): Entry {
  try {
    return readEntry(lines);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const header = JSON.parse(lines.h) as Entry["header"];
    if (typeof header.v !== "number" || header.v <= dataVersion)
      throw new AppError("pouch/damaged", { part: log });
    return { header, body: null };
  }
}

/** Read from the journal: only asked where a pouch ends before what is here, as a replay does. */
async function hashAt({ host, mark }: Session, log: string, seq: number): Promise<string | null> {
  for await (const { entries } of framesBetween(host, 1, mark.applied.frame)) {
    const next = entries.find(({ header }) => header.l === log && header.s === seq + 1);
    if (next) return next.header.p;
  }
  return null;
}
