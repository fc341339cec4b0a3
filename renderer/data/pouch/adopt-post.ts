// A post takes on the id by which the capital knows it, so that both speak of one post.
import type { PouchInfo } from "#core/host/pouch.ts";
import type { Change } from "#core/log/change.ts";
import type { Entity } from "#core/model/entity.ts";
import { entities } from "#core/model/index.ts";
import { type Settings, workspaceSettingsId } from "#core/model/settings.ts";
import { isPrivateTable, tableNames } from "#core/model/tables.ts";
import type { View } from "../view/view.ts";
import type { MergePlan } from "./arrival.ts";
import { ownSettings } from "./own-settings.ts";

/**
 * The id a capital's pouch names this post by, where this workspace still has its own. Only the first one to name it is
 * followed: a post is not handed from one capital to another by a file.
 */
export function adoptedId(
  { manifest }: Pick<PouchInfo, "manifest">,
  { role, postId, formerPosts }: Pick<Settings, "role" | "postId" | "formerPosts">,
): string | null {
  const isNamed = role === "post" && manifest.from.role === "desk" && manifest.forPost !== postId;
  return isNamed && formerPosts.length === 0 ? manifest.forPost : null;
}

/** The settings of a post that has another id from now on. */
export function withPostId(
  { postId, formerPosts }: Pick<Settings, "postId" | "formerPosts">,
  adopts: string,
): Pick<Settings, "postId" | "formerPosts"> {
  return { postId: adopts, formerPosts: postId === null ? formerPosts : [postId, ...formerPosts] };
}

/** New work stands under the capital's id; what was made before keeps its scope and points to the capital's record. */
export async function adoptedPost(
  view: View,
  { adopts }: Pick<MergePlan, "adopts">,
): Promise<readonly Change[]> {
  if (adopts === null) return [];
  const settings = await ownSettings(view);
  const { postId } = settings;
  const changes: Change[] = [
    {
      table: "settings",
      id: workspaceSettingsId,
      scope: "local",
      values: withPostId(settings, adopts),
    },
  ];
  if (postId === null) return changes;
  for (const table of tableNames) {
    if (isPrivateTable(table)) continue;
    const entity: Entity = entities[table];
    const fields = Object.entries(entity.fields).filter(
      ([, { kind, to }]) => kind === "ref" && to === "posts",
    );
    if (fields.length === 0) continue;
    const { rows } = await view.page(table, {});
    for (const row of rows) {
      const values = row as unknown as Readonly<Record<string, unknown>>;
      const named = fields.filter(([name]) => values[name] === postId).map(([name]) => [name, adopts]);
      if (named.length > 0) {
        changes.push({ table, id: row.id, scope: row.scope, values: Object.fromEntries(named) });
      }
    }
  }
  // Its own record of itself steps aside for the capital's; it can be had back from the trash.
  changes.push({ table: "posts", id: postId, scope: "all", values: { deleted: true } });
  return changes;
}
