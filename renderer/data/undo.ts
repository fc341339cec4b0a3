// The undo door: what can be taken back, read from the journal itself, and the write that takes it back.
import { AppError } from "#core/host/errors.ts";
import { done, failed, type Result } from "#core/lib/result.ts";
import { type Entry, partsOfLog } from "#core/log/entry.ts";
import type { Change } from "#core/log/change.ts";
import type { Deed } from "#core/log/deeds.ts";
import { isUndoable, nextRedo, nextUndo, stands, type Step, undoMerged, undoRow } from "#core/log/undo.ts";
import { entities } from "#core/model/index.ts";
import { workspaceSettingsId } from "#core/model/settings.ts";
import { isTableName, type TableName } from "#core/model/tables.ts";
import { eachBetweenFrames } from "./between-frames.ts";
import { valueOf } from "./follow.ts";
import type { Session } from "./session.ts";
import { deedsOn, framesBetween } from "./deeds-on.ts";
import { recordKey, type RecordName } from "./touches.ts";
import type { View } from "./view/view.ts";
import { write, type WriteRequest } from "./write.ts";

/** One write of this device, with the entries it became. */
interface OwnStep extends Step {
  readonly entries: readonly Entry[];
  /** What came with it in a pouch: written by others, merged by this write. */
  readonly merged: readonly Entry[];
}

/** A field given back; a record that was made or put away comes as its `deleted`. */
export interface PutBack extends RecordName {
  readonly path: string;
}

export interface Undone {
  /** Group of the undo itself, by which it is taken back; null where nothing was left to give back. */
  readonly group: string | null;
  readonly back: readonly PutBack[];
  /** How many fields had been changed since and were left. */
  readonly left: number;
}

type Way = "undo" | "redo";

/** Takes back this device's last write that still stands, or brings back the last that was taken back. Null: there is none. */
export async function undoLast(session: Session, way: Way): Promise<Result<Undone | null>> {
  const find = way === "undo" ? nextUndo : nextRedo;
  return answering(async () => {
    const step = await find(ownSteps(session));
    return step ? takeBack(session, step, way) : done(null);
  });
}

/** Takes back one write of this device, by its group. */
export async function undoGroup(session: Session, group: string, way: Way): Promise<Result<Undone | null>> {
  return answering(async () => {
    for await (const step of ownSteps(session)) {
      if (step.group === group) return takeBack(session, step, way);
    }
    return done(null);
  });
}

/** Whether a write of this device still stands; a live question is asked again when a record of `table` changes. */
export async function isStanding(
  session: Session,
  view: View,
  table: TableName,
  group: string,
): Promise<boolean> {
  await view.page(table, { limit: 1 });
  return stands(ownSteps(session), group);
}

async function takeBack(session: Session, step: OwnStep, way: Way): Promise<Result<Undone>> {
  let back: readonly PutBack[] = [];
  let left = 0;
  const plan = async (): Promise<WriteRequest> => {
    const records = recordsOf([...step.entries, ...step.merged]);
    const isMerged = mergedIn(step.merged);
    const deeds = await deedsOn(session.db, session.host, records);
    const changes: Change[] = [];
    left = 0;
    await eachBetweenFrames(records, ({ table, id, scope }) => {
      // A merge taken back has come all the same: the ledger, and what the sender has, stay.
      if (step.merged.length > 0 && (table === "pouches" || table === "offices")) return;
      const all = deeds.get(recordKey(table, id)) ?? [];
      const row = all.some(isMerged)
        ? undoMerged(entities[table], all, isMerged)
        : undoRow(entities[table], all, step.group);
      left += row.left.length;
      if (Object.keys(row.values).length > 0) changes.push({ table, id, scope, values: row.values });
    });
    back = changes.flatMap(({ table, id, values }) =>
      Object.keys(values).map((path) => ({ table, id, path })),
    );
    return { changes, kind: "undo", undoes: way === "undo" ? { of: step.group } : { again: step.group } };
  };
  const written = await write(session, plan);
  if (!written.ok) return written;
  return done({ group: written.value.saved ? written.value.group : null, back, left });
}

function mergedIn(entries: readonly Entry[]): (deed: Pick<Deed, "log" | "seq">) => boolean {
  const names = new Set(entries.map(({ header }) => `${header.l} ${header.s}`));
  return ({ log, seq }) => names.has(`${log} ${seq}`);
}

function recordsOf(entries: readonly Entry[]): readonly (RecordName & Pick<Change, "scope">)[] {
  const found = new Map<string, RecordName & Pick<Change, "scope">>();
  for (const { header, body } of entries) {
    const scope = partsOfLog(header.l)?.scope;
    for (const [table, id] of body?.o ?? []) {
      if (scope && isTableName(table)) found.set(recordKey(table, id), { table, id, scope });
    }
  }
  return [...found.values()];
}

/** How many frames are read at a time on the way back. */
const stride = 64;
const afterGenesis = 2;

/** What a person did on this device, newest first. Stops where its logs begin. */
async function* ownSteps({ host, workspace }: Session): AsyncGenerator<OwnStep> {
  const head = valueOf(await host.call("journal.head", {}));
  const mine = (log: string) => partsOfLog(log)?.deviceId === workspace.deviceId;
  const unmet = new Set(Object.keys(head.logs).filter(mine));
  for (let to = head.frame; to > 0 && unmet.size > 0; to -= stride) {
    const steps = new Map<string, { readonly entries: Entry[]; readonly merged: readonly Entry[] }>();
    // A large frame comes in parts: what others wrote may stand in another than what merged it.
    const foreign = new Map<number, Entry[]>();
    for await (const { number, entries } of framesBetween(host, Math.max(1, to - stride + 1), to)) {
      const merged = foreign.get(number) ?? [];
      foreign.set(number, merged);
      for (const entry of entries) {
        const { header, body } = entry;
        if (!mine(header.l)) merged.push(entry);
        if (!mine(header.l) || !body) continue;
        if (header.k === "genesis") unmet.delete(header.l);
        else {
          const step = steps.get(body.g) ?? { entries: [], merged };
          step.entries.push(entry);
          steps.set(body.g, step);
        }
      }
    }
    for (const { entries, merged } of [...steps.values()].toReversed()) {
      const ops = entries.flatMap(({ body }) => body?.o ?? []);
      const [first] = entries;
      const isOne = merged.length > 0 || isUndoable(ops);
      if (!first?.body || !isOne || isSetUp(entries)) continue;
      const { g, of, again } = first.body;
      yield { group: g, of: of ?? null, again: again ?? null, entries, merged };
    }
  }
}

/** The first write of a workspace says whose it is: without it there is no workspace to undo in. */
function isSetUp(entries: readonly Entry[]): boolean {
  return entries.some(
    ({ header, body }) =>
      header.s === afterGenesis &&
      body?.o.some(([table, id]) => table === "settings" && id === workspaceSettingsId),
  );
}

async function answering<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) return failed(error.code, error.facts);
    throw error;
  }
}
