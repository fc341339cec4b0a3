// Conflicts waiting for a decision, with what a person needs to decide them.
import { cellOf, type Deed, sharedBefore, unseenByDeletion } from "#core/log/deeds.ts";
import { partsOfLog } from "#core/log/entry.ts";
import { instantOf } from "#core/log/stamp.ts";
import { deviceSettingsId } from "#core/model/settings.ts";
import type { Scope } from "#core/model/scope.ts";
import type { TableName } from "#core/model/tables.ts";
import { deedsOn } from "./deeds-on.ts";
import { titleOf } from "./record-titles.ts";
import type { Session } from "./session.ts";
import { recordKey } from "./touches.ts";
import type { Ask, SurvivingValue, View } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";
import { withWriteLock } from "./write-lock.ts";

export interface OpenDecision {
  readonly table: TableName;
  readonly id: string;
  readonly scope: Scope;
  readonly path: string;
  /** First searched text of the row: what it is about. */
  readonly title: string;
  readonly postId: string | null;
  /** The latest first. One alone where a record was deleted by somebody who had not seen an edit of it. */
  readonly values: readonly SurvivingValue[];
}

/** By which a decision is known on the screen and among those put off. */
export function decisionKey({ table, id, path }: Pick<OpenDecision, "table" | "id" | "path">): string {
  return `${table}/${id}/${path}`;
}

/** Every field that waits, one decision each; those of one record stand together. */
export const openDecisions: Ask<readonly OpenDecision[]> = async (view) => {
  const waiting = await view.waiting();
  const decisions = await Promise.all(
    waiting.map(async ({ table, id, paths }) => {
      const [row] = await view.get(table, [id]);
      if (!row) return [];
      return Promise.all(
        paths.map(async (path) => ({
          table,
          id,
          path,
          scope: row.scope,
          title: titleOf(table, row),
          postId: "postId" in row ? row.postId : null,
          values: await view.values(table, id, path),
        })),
      );
    }),
  );
  return decisions.flat();
};

/** How many fields wait. */
export const openCount: Ask<number> = async (view) =>
  (await view.waiting()).reduce((sum, { paths }) => sum + paths.length, 0);

/** An edit that a deletion had not seen. */
export interface UnseenEdit extends SurvivingValue {
  readonly path: string;
}

/** What stood before a field's writers went apart, and what a deletion would take away unread. */
export interface DecisionBasis {
  /** The last value that all of the writers had seen; null where there is none. */
  readonly ancestor: { readonly value: unknown } | null;
  readonly unseen: readonly UnseenEdit[];
}

/** Read from the journal, for the few decisions that are on the screen; by their keys. */
export async function basisOf(
  session: Session,
  view: View,
  decisions: readonly OpenDecision[],
): Promise<ReadonlyMap<string, DecisionBasis>> {
  // Asked again when what waits changes.
  await view.waiting();
  // The database is stored behind an answered write; what is asked now must find it there.
  await withWriteLock(session.workspace.id, () => Promise.resolve());
  const deeds = await deedsOn(session.db, session.host, decisions);
  return new Map(
    decisions.map((decision) => {
      const all = deeds.get(recordKey(decision.table, decision.id)) ?? [];
      return [decisionKey(decision), basisIn(all, decision.path)];
    }),
  );
}

function basisIn(deeds: readonly Deed[], path: string): DecisionBasis {
  const { held } = cellOf(deeds, path);
  const ancestor = held.length > 1 ? sharedBefore(deeds, path, held) : null;
  const unseen = path === "deleted" ? unseenByDeletion(deeds) : [];
  return {
    ancestor: ancestor && { value: ancestor.value },
    unseen: unseen.map(({ path: edited, value, stamp, user, log }) => ({
      path: edited,
      value,
      user,
      at: instantOf(stamp),
      deviceId: partsOfLog(log)?.deviceId ?? log,
    })),
  };
}

export interface Decided {
  readonly decision: Pick<OpenDecision, "table" | "id" | "scope" | "path">;
  readonly value: unknown;
}

/** Ordinary writes of the values that shall stand; each has seen all the others, so it replaces them. Undone as one. */
export function decide(decided: readonly Decided[]): WriteRequest {
  return {
    changes: decided.map(({ decision: { table, id, scope, path }, value }) => ({
      table,
      id,
      scope,
      values: { [path]: value },
    })),
  };
}

/** What was put off stays so until something newer is written; what no longer waits is forgotten. */
export function setAside(
  put: Readonly<Record<string, string | null>>,
  before: Readonly<Record<string, string>>,
  waiting: ReadonlySet<string>,
): WriteRequest {
  const gone = Object.keys(before).filter((key) => !waiting.has(key));
  const after = { ...Object.fromEntries(gone.map((key) => [key, null])), ...put };
  const values = Object.fromEntries(Object.entries(after).map(([key, at]) => [`setAside/${key}`, at]));
  return { changes: [{ table: "settings", id: deviceSettingsId, scope: "local", values }] };
}
