// The one door for changes: check, build the entry, let the host put it on disk, then fold it into the view.
import { AppError } from "#core/host/errors.ts";
import { done, failed, type Result } from "#core/lib/result.ts";
import { buildEntries, type BuiltEntry, type Undoes } from "#core/log/build.ts";
import type { Change } from "#core/log/change.ts";
import type { Entry, EntryKind } from "#core/log/entry.ts";
import { hasUnseenEdit, shownValue, valueAt } from "#core/log/row.ts";
import { deletedPath } from "#core/log/row-state.ts";
import { nextStamp } from "#core/log/stamp.ts";
import { type Entity, faultOf, initialValues } from "#core/model/entity.ts";
import { entities } from "#core/model/index.ts";
import { postScope } from "#core/model/scope.ts";
import { workspaceSettingsId } from "#core/model/settings.ts";
import { append } from "./append.ts";
import { eachBetweenFrames, pacer } from "./between-frames.ts";
import type { BatchStates } from "./fold-into.ts";
import { foldedRows, loadStates, store } from "./fold-into.ts";
import { asError, follow, moved, valueOf } from "./follow.ts";
import { sha256 } from "./hash.ts";
import { newId } from "./ids.ts";
import type { Applied } from "./open-db.ts";
import { type Session, writerName } from "./session.ts";
import { answeredInTurn, withWriteLock } from "./write-lock.ts";

export interface WriteRequest {
  readonly changes: readonly Change[];
  readonly kind?: EntryKind;
  /** Reason given by the person, kept with the entry. */
  readonly why?: string;
  readonly undoes?: Undoes;
}

/** A request, or one made anew from what stands each time the write is tried. */
type Request = WriteRequest | (() => Promise<WriteRequest>);

/** `saved` is true once the frame is on disk; false where every value already stood so and nothing was written. */
export interface Written {
  readonly saved: boolean;
  readonly group: string;
}

/** How often a write starts again because another window was quicker. */
const attempts = 5;

type Tell = (answer: Result<Written>) => void;

/**
 * Writes changes as one frame of the journal: all or none. Answers once the frame is on disk and this window shows it;
 * the view's database is stored behind that, and heals by replay where storing fails. Failures: `record/invalid`,
 * `record/out-of-scope`, and whatever the host says of the disk.
 */
export async function write(session: Session, asked: Request): Promise<Result<Written>> {
  try {
    return await answeredInTurn(session.workspace.id, (tell: Tell) => writeInTurn(session, asked, tell));
  } catch (error) {
    if (error instanceof AppError) return failed(error.code, error.facts);
    throw error;
  }
}

async function writeInTurn(session: Session, asked: Request, tell: Tell): Promise<void> {
  if (session.mark.isBehind) await catchUp(session);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const request = typeof asked === "function" ? await made(session, asked) : asked;
    if (await attemptWrite(session, request, tell)) return;
    await catchUp(session);
  }
  tell(failed("journal/stale-head"));
}

/** What is reckoned from what stands must see all of it. */
async function made(session: Session, make: () => Promise<WriteRequest>): Promise<WriteRequest> {
  const head = valueOf(await session.host.call("journal.head", {}));
  if (session.mark.applied.frame !== head.frame) await catchUp(session);
  return make();
}

/** False where another window was quicker; the writer then starts again. */
async function attemptWrite(session: Session, request: WriteRequest, tell: Tell): Promise<boolean> {
  const states = await loadStates(session.db, request.changes, session.lately);
  const asked = await homed(session, request.changes, states);
  const fault = await faultIn(asked, states);
  const news = fault ? [] : await withoutNoOps(asked, states);
  // What is taken back is told also where all it gives back stands already, as after a decision for what was shown
  // meanwhile: the step would be found again for ever, and none before it.
  const changes = !fault && news.length === 0 && request.undoes ? asked : news;
  const group = newId();
  if (changes.length === 0) {
    tell(fault ?? done({ saved: false, group }));
    return true;
  }
  const built = await builtEntries(session, { ...request, changes }, states, group);
  const answer = await append(
    session.host,
    built.map(({ lines }) => lines),
  );
  if (!answer.ok) {
    if (answer.code === "journal/stale-head") return false;
    throw asError(answer);
  }
  const { frame } = answer.value;
  const entries = built.map(({ header, body }) => ({ header, body }));
  const mark = (applied: Applied) => moved(applied, frame, entries, (i) => built[i]?.lines.h ?? "");
  await showAndStore(session, states, entries, mark, () => tell(done({ saved: true, group })));
  return true;
}

/** The entries of a request, on states that are loaded. */
export async function builtEntries(
  session: Session,
  request: WriteRequest,
  states: BatchStates,
  group: string,
): Promise<readonly BuiltEntry[]> {
  const { applied } = session.mark;
  const pace = pacer();
  return buildEntries(request.changes, {
    writer: { deviceId: session.workspace.deviceId, user: await writerName(session) },
    stamp: nextStamp(applied.clock, new Date().toISOString()),
    group,
    kind: request.kind ?? "tx",
    ...(request.why === undefined ? {} : { why: request.why }),
    ...(request.undoes === undefined ? {} : { undoes: request.undoes }),
    heads: applied.heads,
    stateOf: (table, id) => states.get(table as Change["table"], id),
    hash: async (text) => {
      await pace();
      return sha256(text);
    },
  });
}

/** Only the capital writes for all: what a post makes for everybody stands among its own, or it would never reach the capital. */
async function homed(
  { view }: Session,
  changes: readonly Change[],
  states: BatchStates,
): Promise<readonly Change[]> {
  if (!changes.some(({ scope }) => scope === "all")) return changes;
  const [own] = await view.get("settings", [workspaceSettingsId]);
  if (own?.role !== "post" || own.postId === null) return changes;
  const home = postScope(own.postId);
  return changes.map((change) => {
    if (change.scope !== "all") return change;
    return { ...change, scope: states.get(change.table, change.id)?.scope ?? home };
  });
}

/**
 * States of rows, and the mark up to which they are: what is still being stored is waited for, so that nothing is planned on
 * less than the window shows. Throws `view/behind`.
 */
export function statesAtRest(
  session: Session,
  rows: Parameters<typeof loadStates>[1],
): Promise<{ readonly states: BatchStates; readonly applied: Applied }> {
  return withWriteLock(session.workspace.id, async () => {
    if (session.mark.isBehind) await catchUp(session);
    return { applied: session.mark.applied, states: await loadStates(session.db, rows, session.lately) };
  });
}

/** For whatever has appended frames of its own: the view is brought up to them. Failures heal at the next write. */
export async function caughtUp(session: Session): Promise<void> {
  session.mark.isBehind = true;
  await catchUp(session).catch(() => undefined);
}

/**
 * What has just been put on record as one frame: folded into states that are loaded, shown, then stored; nothing of it is
 * read back. `markAfter` answers the mark once it is applied, and `saved` is called when the window shows it. Under the
 * write lock.
 */
export async function showAndStore(
  session: Session,
  states: BatchStates,
  entries: readonly Entry[],
  markAfter: (applied: Applied) => Promise<Applied>,
  saved: () => void = () => undefined,
): Promise<void> {
  const { mark, view, lately, db } = session;
  const next = await markAfter(mark.applied);
  if (next.frame !== mark.applied.frame + 1) {
    // Another window wrote, or died between its frame and its view: its frames are folded first, ours with them.
    await caughtUp(session);
    saved();
    return;
  }
  const rows = await foldedRows(states, entries);
  await eachBetweenFrames(entries, (entry) => states.touch(next.frame, entry));
  view.show(rows);
  lately.keep(states);
  mark.applied = next;
  saved();
  try {
    await store(db, { rows, touches: states.touches(), applied: mark.applied });
    view.stored(rows);
  } catch {
    // The change is on disk and on the screen; the next write brings the database up to the journal first.
    mark.isBehind = true;
  }
}

/** Throws `view/behind` where the view cannot follow: nothing may then be written on what it shows. */
async function catchUp({ db, host, mark, view, lately }: Session): Promise<void> {
  lately.forget();
  try {
    mark.applied = await follow(db, host, valueOf(await host.call("journal.head", {})));
  } catch (error) {
    throw new AppError("view/behind", {}, { cause: error });
  }
  mark.isBehind = false;
  view.noticeAll();
}

type Fault = ReturnType<typeof failed>;

/** The first fault of all. */
async function faultIn(changes: readonly Change[], states: BatchStates): Promise<Fault | null> {
  let first: Fault | null = null;
  await eachBetweenFrames(changes, (change) => {
    first ??= faultOfOne(change, states);
  });
  return first;
}

function faultOfOne(change: Change, states: BatchStates): Fault | null {
  const state = states.get(change.table, change.id);
  if (state && state.scope !== change.scope) {
    return failed("record/out-of-scope", { table: change.table, scope: change.scope });
  }
  const fault = faultOf(entities[change.table], checkable(change));
  return fault === null ? null : failed("record/invalid", { where: fault });
}

/** `field/key` paths as the map they belong to, so that the model's own check applies; removals and the trash need none. */
function checkable(change: Change): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(change.values)) {
    if (path === "deleted") continue;
    const slash = path.indexOf("/");
    if (slash < 0) patch[path] = value;
    else if (value !== null) {
      const field = path.slice(0, slash);
      patch[field] = { ...(patch[field] as object | undefined), [path.slice(slash + 1)]: value };
    } else patch[path.slice(0, slash)] ??= {};
  }
  return patch;
}

/** Drops values that already stand so, undisputed: writing them again would only make noise in the history. */
async function withoutNoOps(changes: readonly Change[], states: BatchStates): Promise<readonly Change[]> {
  const kept: Change[] = [];
  await eachBetweenFrames(changes, (change) => {
    const entity: Entity = entities[change.table];
    const state = states.get(change.table, change.id);
    const values = Object.entries(change.values).filter(([path, value]) => {
      const cell = state?.cells.get(path);
      if (path === deletedPath && value === true && state && hasUnseenEdit(state)) return true;
      if (!cell) return !isSame(value, initialAt(entity, path)) || (!state && path === "deleted");
      return cell.held.length !== 1 || !isSame(shownValue(cell)?.value, value);
    });
    if (values.length > 0 || !state) kept.push({ ...change, values: Object.fromEntries(values) });
  });
  return kept;
}

function initialAt(entity: Entity, path: string): unknown {
  return path === "deleted" ? false : valueAt(initialValues(entity), path);
}

function isSame(a: unknown, b: unknown): boolean {
  return (
    a === b || (typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b))
  );
}
