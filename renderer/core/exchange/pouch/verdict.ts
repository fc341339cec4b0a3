// What becomes of each run in a pouch: merged, known already, or held back with its named reason.
import type { PouchRun } from "#core/host/pouch.ts";
import type { LogHead } from "#core/host/shapes.ts";
import { type Entry, noHash, partsOfLog } from "#core/log/entry.ts";
import { isStamp } from "#core/log/stamp.ts";
import { isOfKind } from "#core/model/entity.ts";
import { entities } from "#core/model/index.ts";
import type { Office } from "#core/model/office.ts";
import { isPrivateTable, isTableName, type TableName } from "#core/model/tables.ts";
import { dataVersion } from "#core/model/versions/index.ts";
import type { Scope } from "#core/model/scope.ts";
import { mayWrite, type Own } from "./who-may.ts";

/** A run with its entries, in their order. */
export interface ReadRun extends PouchRun {
  readonly entries: readonly Entry[];
}

export type Verdict =
  /** `from` to `to` are new here. */
  | { readonly kind: "merge"; readonly log: string; readonly from: number; readonly to: number }
  /** All of it is here already. */
  | { readonly kind: "known"; readonly log: string; readonly to: number }
  /** Numbers `missing` are not here, so what follows cannot be merged yet. */
  | {
      readonly kind: "gap";
      readonly log: string;
      readonly from: number;
      readonly to: number;
      readonly missing: { readonly from: number; readonly to: number };
    }
  /** Another history under the same numbers: the log is frozen, and both tails are kept. */
  | { readonly kind: "fork"; readonly log: string; readonly from: number; readonly to: number }
  /** The history that is here, of a log of which another was met: it waits until a person has decided on that. */
  | { readonly kind: "frozen"; readonly log: string; readonly from: number; readonly to: number }
  /** This device's own log, further than it goes here: the workspace was put back to an older state. */
  | { readonly kind: "ahead"; readonly log: string; readonly from: number; readonly to: number }
  /** Written by a newer app from number `from` on. */
  | {
      readonly kind: "newer";
      readonly log: string;
      readonly from: number;
      readonly to: number;
      readonly version: number;
    }
  /** Writes where its sender may not, or what no field of the kind holds. */
  | { readonly kind: "trespass"; readonly log: string; readonly from: number; readonly to: number };

export interface Here {
  readonly own: Own;
  /** Of this workspace. */
  readonly device: string;
  readonly office: Pick<Office, "id" | "role" | "postId" | "scopes">;
  readonly heads: Readonly<Record<string, LogHead>>;
  /** Logs of which two histories have been met, and nobody has decided yet: nothing is added to them. */
  readonly frozen: ReadonlySet<string>;
  /** Devices at the same post as the sender, which may hand on each other's work. */
  readonly siblings: ReadonlySet<string>;
  /** Hash of the entry that stands here at a number; null where it is not here. */
  readonly hashAt: (log: string, seq: number) => Promise<string | null>;
  /** Scope of a record that is here; null where there is none of that id. */
  readonly scopeOf: (table: TableName, id: string) => Scope | null;
}

/** In the order of a pouch's runs; a run that is new and newer in its tail has two. */
export async function verdictsOn(runs: readonly ReadRun[], here: Here): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const made = new Map<string, Scope>();
  for (const run of runs) verdicts.push(...(await verdictOn(run, here, made)));
  return verdicts;
}

async function verdictOn(run: ReadRun, here: Here, made: Map<string, Scope>): Promise<readonly Verdict[]> {
  const { log, from, to } = run;
  const place = partsOfLog(log);
  if (!place || !mayCarry(place.deviceId, here) || !mayWrite(here.own, here.office, place.scope)) {
    return [{ kind: "trespass", log, from, to }];
  }
  const { scope } = place;
  const head = here.heads[log] ?? { seq: 0, hash: noHash };
  if (place.deviceId === here.device && to > head.seq) return [{ kind: "ahead", log, from, to }];
  if (from > head.seq + 1) {
    return [{ kind: "gap", log, from, to, missing: { from: head.seq + 1, to: from - 1 } }];
  }
  if (!(await isSameHistory(run, head, here))) return [{ kind: "fork", log, from, to }];
  const fresh = run.entries.slice(Math.max(0, head.seq + 1 - from));
  if (fresh.length === 0) return [{ kind: "known", log, to }];
  const first = Math.max(from, head.seq + 1);
  if (here.frozen.has(log)) return [{ kind: "frozen", log, from: first, to }];
  const newerAt = fresh.findIndex(({ header }) => header.v > dataVersion);
  const foldable = newerAt < 0 ? fresh : fresh.slice(0, newerAt);
  if (foldable.some((entry) => isTrespass(entry, scope, here, made))) {
    return [{ kind: "trespass", log, from: first, to }];
  }
  const verdicts: Verdict[] = [];
  if (foldable.length > 0)
    verdicts.push({ kind: "merge", log, from: first, to: first + foldable.length - 1 });
  const newer = fresh[newerAt];
  if (newer) verdicts.push({ kind: "newer", log, from: first + newerAt, to, version: newer.header.v });
  return verdicts;
}

/** The capital hands on what other devices wrote; a post speaks for itself, or nobody could tell who wrote. */
function mayCarry(device: string, { office, device: own, siblings }: Here): boolean {
  return office.role === "desk" || device === office.id || device === own || siblings.has(device);
}

/** Equal hashes at one number are equal histories up to it: each header holds the hash of the one before. */
async function isSameHistory(run: ReadRun, head: LogHead, here: Here): Promise<boolean> {
  const at = Math.min(head.seq, run.to);
  if (at < run.from) return run.previous === (at === head.seq ? head.hash : await here.hashAt(run.log, at));
  const theirs = at === run.to ? run.last : run.entries[at + 1 - run.from]?.header.p;
  const ours = at === head.seq ? head.hash : await here.hashAt(run.log, at);
  return theirs === ours;
}

/** A record keeps its scope for life, and what a device keeps for itself nobody else writes. */
export function isTrespass(
  { header, body }: Entry,
  scope: Scope,
  here: Pick<Here, "scopeOf">,
  made: Map<string, Scope>,
): boolean {
  if (!isStamp(header.h)) return true;
  return (body?.o ?? []).some(([table, id, values]) => {
    if (!isTableName(table)) return false; // a newer app's: left alone by the fold
    if (isPrivateTable(table) || !isOfKind(entities[table], values)) return true;
    const key = `${table}/${id}`;
    const stands = here.scopeOf(table, id) ?? made.get(key) ?? scope;
    made.set(key, stands);
    return stands !== scope;
  });
}
