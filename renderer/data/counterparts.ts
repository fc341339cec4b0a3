// Counterparts and the organizations they hold office in.
import type { Counterpart, counterparts } from "#core/model/counterpart.ts";
import type { PatchOf } from "#core/model/entity.ts";
import type { Organization, organizations } from "#core/model/organization.ts";
import type { Scope } from "#core/model/scope.ts";
import { postScope } from "#core/model/scope.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

export const allCounterparts: Ask<readonly Counterpart[]> = async (view) =>
  (await view.page("counterparts", { where: { mergedIntoId: { eq: null } }, sort: [{ field: "name" }] })).rows;

export const counterpartsAt =
  (postId: string): Ask<readonly Counterpart[]> =>
  async (view) =>
    (
      await view.page("counterparts", {
        where: { postId: { eq: postId }, mergedIntoId: { eq: null } },
        sort: [{ field: "name" }],
      })
    ).rows;

export const counterpartById =
  (id: string): Ask<Counterpart | undefined> =>
  async (view) =>
    (await view.get("counterparts", [id]))[0];

export const allOrganizations: Ask<readonly Organization[]> = async (view) =>
  (await view.page("organizations", { sort: [{ field: "country" }, { field: "name" }] })).rows;

/** A counterpart lives in the scope of the post that deals with them. */
export function changeCounterpart(
  id: string,
  postId: string,
  values: PatchOf<typeof counterparts> & Readonly<Record<string, unknown>>,
): WriteRequest {
  return { changes: [{ table: "counterparts", id, scope: postScope(postId), values }] };
}

export function changeOrganization(id: string, scope: Scope, values: PatchOf<typeof organizations>): WriteRequest {
  return { changes: [{ table: "organizations", id, scope, values }] };
}
