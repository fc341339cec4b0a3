// Merging: exactly the plan that was shown goes on record as one frame, with what this device notes of it behind it.
import { AppError } from "#core/host/errors.ts";
import { oursAgain } from "#core/exchange/pouch/pouch-plan.ts";
import { done, failed, type Result } from "#core/lib/result.ts";
import type { Change } from "#core/log/change.ts";
import { foldAll, loadStates, rowsOf } from "../fold-into.ts";
import { moved, valueOf } from "../follow.ts";
import { newId } from "../ids.ts";
import type { Applied } from "../open-db.ts";
import type { Session } from "../session.ts";
import type { View } from "../view/view.ts";
import { recordKey } from "../touches.ts";
import { answeredInTurn } from "../write-lock.ts";
import { builtEntries, showAndStore, write, type WriteRequest } from "../write.ts";
import { adoptedPost } from "./adopt-post.ts";
import type { MergePlan } from "./arrival.ts";
import { partsOf } from "./ledger.ts";

/** `group` is what undo takes back; null where there was nothing to merge. */
export interface Merged {
  readonly group: string | null;
  /** Of the row in the ledger. */
  readonly ledgerId: string;
}

/** Why part of a pouch is kept to be read again; null where all of it is here. */
function waitsFor({ plan }: MergePlan): "waiting" | "forked" | null {
  const kinds = new Set(plan.verdicts.map(({ kind }) => kind));
  if (kinds.has("fork")) return "forked";
  // What trespasses will trespass again: it is refused, not kept.
  return kinds.has("gap") || kinds.has("newer") || kinds.has("frozen") ? "waiting" : null;
}

/**
 * Answers, as a write does, once it is on disk and shown. Fails with `pouch/moved-on` where something was written since the
 * plan was made, and with what the disk says.
 */
export async function mergePouch(session: Session, view: View, plan: MergePlan): Promise<Result<Merged>> {
  try {
    const kept = waitsFor(plan) === null ? "" : await keep(session, plan);
    const ledgerId = plan.arrival.before?.id ?? newId();
    const own: WriteRequest = {
      kind: "import",
      changes: [...notes(plan, ledgerId, kept), ...(await adoptedPost(view, plan)), ...refusals(plan)],
    };
    if (plan.entries.length === 0) {
      if (bringsFilesAlone(plan)) await keepFiles(session, plan);
      const written = await write(session, own);
      return written.ok ? done({ group: null, ledgerId }) : written;
    }
    const group = newId();
    return await answeredInTurn(session.workspace.id, async (tell: (answer: Result<Merged>) => void) => {
      if (session.mark.isBehind || session.mark.applied.frame !== plan.plan.frame)
        tell(failed("pouch/moved-on"));
      else await append(session, plan, own, group, () => tell(done({ group, ledgerId })));
    });
  } catch (error) {
    if (error instanceof AppError) return failed(error.code, error.facts);
    throw error;
  }
}

/** The last of several pouches may hold attachments of records that came in those before. */
function bringsFilesAlone({ arrival, plan }: MergePlan): boolean {
  return arrival.info.attachments.length > 0 && plan.verdicts.every(({ kind }) => kind === "known");
}

async function keepFiles({ host }: Session, { arrival }: MergePlan): Promise<void> {
  valueOf(await host.call("pouch.merge", { handle: arrival.file.handle, logs: {}, own: [] }));
}

async function append(
  session: Session,
  { arrival, plan, entries }: MergePlan,
  own: WriteRequest,
  group: string,
  saved: () => void,
): Promise<void> {
  const touched = rowsOf(entries);
  const states = await loadStates(session.db, [...own.changes, ...touched], session.lately);
  const ours = new Set(own.changes.map(({ table, id }) => recordKey(table, id)));
  // What is written over something of the pouch must have seen it.
  const under = entries.filter((entry) =>
    rowsOf([entry]).some(({ table, id }) => ours.has(recordKey(table, id))),
  );
  await foldAll(states, under);
  const built = await builtEntries(session, own, states, group);
  const logs = Object.fromEntries(
    plan.verdicts.flatMap((verdict) =>
      verdict.kind === "merge" ? [[verdict.log, { from: verdict.from, to: verdict.to }]] : [],
    ),
  );
  const { handle } = arrival.file;
  const { frame } = valueOf(
    await session.host.call("pouch.merge", { handle, logs, own: built.map(({ lines }) => lines) }),
  );
  const head = valueOf(await session.host.call("journal.head", {}));
  const all = [...entries, ...built.map(({ header, body }) => ({ header, body }))];
  // The host has hashed the last header of each log; only the clock is left to be moved.
  const markAfter = async (applied: Applied) => ({
    ...(await moved(applied, frame, all, () => "")),
    heads: head.logs,
  });
  await showAndStore(session, states, all, markAfter, saved);
}

function refusals({ plan }: MergePlan): readonly Change[] {
  return plan.rows
    .filter(({ keepsOurs }) => keepsOurs)
    .map((row) => ({ table: row.table, id: row.id, scope: row.scope, values: oursAgain(row) }));
}

async function keep(session: Session, { arrival }: MergePlan): Promise<string> {
  return valueOf(await session.host.call("pouch.keep", { handle: arrival.file.handle })).sha256;
}

/** The ledger's line, and what the sender says of itself and of what it has. */
function notes(merge: MergePlan, ledgerId: string, kept: string): readonly Change[] {
  const { arrival, office, plan } = merge;
  const { manifest, entries, attachments } = arrival.info;
  const parts = Object.entries(partsOf(plan.verdicts)).map(([log, part]) => [`parts/${log}`, part] as const);
  const ledger: Change = {
    table: "pouches",
    id: ledgerId,
    scope: "local",
    values: {
      state: waitsFor(merge) ?? "merged",
      officeId: office.id,
      pouchId: manifest.pouch,
      number: manifest.number,
      fileName: arrival.file.name,
      sha256: arrival.file.sha256,
      madeAt: manifest.madeAt,
      entries,
      attachments: attachments.length,
      records: plan.rows.filter(({ fate, keepsOurs }) => fate !== "unchanged" && !keepsOurs).length,
      kept,
      note: manifest.note,
      ...Object.fromEntries(parts),
    },
  };
  // An older pouch tells nothing new of what its sender has.
  if (manifest.number < office.lastNumber) return [ledger];
  // What it does not name it does not have: it was restored, or lost it.
  const logs = new Set([...Object.keys(office.acked), ...Object.keys(manifest.have)]);
  const acked = [...logs].map((log) => [`acked/${log}`, manifest.have[log] ?? 0] as const);
  const { from } = manifest;
  return [
    ledger,
    {
      table: "offices",
      id: office.id,
      scope: "local",
      values: {
        office: from.office,
        person: from.person,
        lastNumber: manifest.number,
        ...Object.fromEntries(acked),
      },
    },
  ];
}
