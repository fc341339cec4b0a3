// What of a post's staff has changed, person by person.
import type { Post } from "#core/model/post.ts";
import { mapChanges } from "#data/map-changes.ts";

export type Staff = Post["staff"];

/** A line without a name is nobody: it is not kept, and a person whose name was wiped out is gone. */
export function staffChanges(before: Staff, after: Staff): Readonly<Record<string, unknown>> {
  const named = Object.entries(after).filter(([, { name }]) => name.trim() !== "");
  return mapChanges("staff", before, Object.fromEntries(named));
}
