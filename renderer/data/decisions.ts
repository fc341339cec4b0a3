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

export function waitingDecision(decision: OpenDecision): Waiting {
  return { key: decisionKey(decision), at: decision.values[0]?.at ?? "" };
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

/** A thing that waits, by its key, and the instant it was last written at. */
export interface Waiting {
  readonly key: string;
  readonly at: string;
}

/** True until something newer is written on it. */
export function isPutOff({ key, at }: Waiting, aside: Readonly<Record<string, string>>): boolean {
  return Object.hasOwn(aside, key) && aside[key] === at;
}

/** Those put off behind the others. */
export function putOffLast<W extends Waiting>(
  waiting: readonly W[],
  aside: Readonly<Record<string, string>>,
): readonly W[] {
  return [
    ...waiting.filter((one) => !isPutOff(one, aside)),
    ...waiting.filter((one) => isPutOff(one, aside)),
  ];
}

/** Pairs of records and fields with two values are put off alike, and known apart by the beginning of their keys. */
export const pairKeyStart = "pair/";

/** Keys of one sort that were put off and wait no more. */
export function goneFrom(
  aside: Readonly<Record<string, string>>,
  sort: "pairs" | "decisions",
  waiting: readonly Waiting[],
): readonly string[] {
  const still = new Set(waiting.map(({ key }) => key));
  return Object.keys(aside).filter(
    (key) => key.startsWith(pairKeyStart) === (sort === "pairs") && !still.has(key),
  );
}

/** Puts one off, or takes it back among the others; those gone are forgotten. */
export function setAside(one: Waiting, isAside: boolean, gone: readonly string[]): WriteRequest {
  const after = { ...Object.fromEntries(gone.map((key) => [key, null])), [one.key]: isAside ? one.at : null };
  const values = Object.fromEntries(Object.entries(after).map(([key, at]) => [`setAside/${key}`, at]));
  return { changes: [{ table: "settings", id: deviceSettingsId, scope: "local", values }] };
}
