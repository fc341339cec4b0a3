// Which logs go to an office and which may come from it. Nothing else in the app decides on that.
import { type Scope, isScope, postScope } from "#core/model/scope.ts";
import { logOf, partsOfLog } from "#core/log/entry.ts";
import type { Office } from "#core/model/office.ts";
import type { Settings } from "#core/model/settings.ts";

/** This workspace, as far as it matters. */
export type Own = Pick<Settings, "role" | "postId" | "formerPosts">;
type Other = Pick<Office, "id" | "role" | "postId" | "scopes">;

/** Scopes of a post's own records: under the id the capital knows it by, and under those it had before. */
export function ownScopes({ postId, formerPosts }: Own): readonly Scope[] {
  return [...(postId === null ? [] : [postId]), ...formerPosts].map((id) => postScope(id));
}

/** Scopes in which an office that is a post may write, as this workspace knows it. */
export function scopesOf({ postId, scopes }: Other): readonly Scope[] {
  return [...new Set([...(postId === null ? [] : [postScope(postId)]), ...scopes.filter(isScope)])];
}

/**
 * Scopes of a post's own choosing that it may keep: not those of another post this workspace knows, nor what belongs to
 * all. `known`: ids of posts here, and of whatever other offices have.
 */
export function claimable(claimed: readonly string[], known: ReadonlySet<string>): readonly Scope[] {
  return claimed.filter(isScope).filter((scope) => scope.startsWith("post/") && !known.has(scope.slice(5)));
}

/** True where records of `scope` may be read at `office`. */
export function mayRead(own: Own, office: Other, scope: Scope): boolean {
  if (scope === "local") return false;
  if (own.role === "post") return office.role === "desk" && ownScopes(own).includes(scope);
  if (office.role === "desk") return true;
  return scope === "all" || scopesOf(office).includes(scope);
}

/** True where what `office` sends may write records of `scope` here. */
export function mayWrite(own: Own, office: Other, scope: Scope): boolean {
  if (scope === "local") return false;
  if (own.role === "post")
    return office.role === "desk" && (scope === "all" || ownScopes(own).includes(scope));
  return office.role === "desk" || scopesOf(office).includes(scope);
}

export type Marks = Readonly<Record<string, number>>;

/**
 * Of each log an office may read, the first number it lacks. Its own it gets back only where it says it lacks them. A
 * post speaks for itself, and for devices it was before it was restored; the capital hands on what others wrote.
 */
export function logsFor(own: Own, office: Other & Pick<Office, "acked">, heads: Marks): Marks {
  const logs: Record<string, number> = {};
  for (const [log, head] of Object.entries(heads)) {
    const place = partsOfLog(log);
    if (!place || !mayRead(own, office, place.scope)) continue;
    if (own.role === "post" && !wasHere(place.deviceId, heads)) continue;
    const acked = office.acked[log];
    if (place.deviceId === office.id && acked === undefined) continue;
    if ((acked ?? 0) < head) logs[log] = (acked ?? 0) + 1;
  }
  return logs;
}

/** A local log never travels: who has one here has worked here. */
function wasHere(device: string, heads: Marks): boolean {
  return Object.hasOwn(heads, logOf(device, "local"));
}

/** How much there is here of every log that concerns an office: a receipt, and a request for what is missing. */
export function receiptFor(own: Own, office: Other, heads: Marks): Marks {
  return Object.fromEntries(
    Object.entries(heads).filter(([log]) => {
      const scope = partsOfLog(log)?.scope;
      return scope !== undefined && (mayRead(own, office, scope) || mayWrite(own, office, scope));
    }),
  );
}
