// The log of who opened, checked and took out what: ordinary entries of this device's own log.
import type { Access, access } from "#core/model/access.ts";
import type { PatchOf } from "#core/model/entity.ts";
import type { Paper } from "#core/report/blocks.ts";
import { newId } from "./ids.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

export function noteAccess(values: PatchOf<typeof access>): WriteRequest {
  return { changes: [{ table: "access", id: newId(), scope: "local", values }] };
}

/** The latest first. */
export const lastAccesses =
  (limit: number): Ask<readonly Access[]> =>
  async (view) =>
    (await view.page("access", { sort: [{ field: "createdAt", desc: true }], limit })).rows;

/** How many rows of tables a paper holds. */
export function rowsIn(paper: Paper): number {
  return paper.blocks.reduce((sum, block) => sum + (block.kind === "table" ? block.rows.length : 0), 0);
}
