// Counterparts and the organizations they hold office in.
import type { Change } from "#core/log/change.ts";
import type { Counterpart, counterparts, Office } from "#core/model/counterpart.ts";
import type { PatchOf } from "#core/model/entity.ts";
import type { Organization } from "#core/model/organization.ts";
import type { Post } from "#core/model/post.ts";
import { postScope } from "#core/model/scope.ts";
import { keptById, keptOnly } from "#core/rules/merged.ts";
import { mapChanges } from "./map-changes.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

/** Everybody, by name; those merged into another are left to that other. */
export const allCounterparts: Ask<readonly Counterpart[]> = async (view) =>
  keptOnly((await view.page("counterparts", { sort: [{ field: "name" }] })).rows);

/** By id, in order of country and name; one merged into another is found under its own id as that other. */
export const allOrganizations: Ask<ReadonlyMap<string, Organization>> = async (view) =>
  keptById((await view.page("organizations", { sort: [{ field: "country" }, { field: "name" }] })).rows);

/** The body an office belongs to: one that is known, or the name of a new one; null where nobody said. */
export type OfficeBody = { readonly id: string } | { readonly newId: string; readonly name: string } | null;

export interface NewPerson {
  readonly name: string;
  readonly nativeName: string;
  /** The office held now; null where nobody said. */
  readonly office: Omit<Office, "organizationId"> | null;
  readonly body: OfficeBody;
  readonly languages: readonly string[];
}

/** A counterpart lives in the scope of the post that deals with them, with the first office and a new body as one write. */
export function addCounterpart(
  ids: { readonly counterpart: string; readonly office: string },
  post: Pick<Post, "id" | "country">,
  person: NewPerson,
): WriteRequest {
  const { name, nativeName, languages } = person;
  const offices = person.office === null ? {} : officeChange(ids.office, person.office, person.body);
  return {
    changes: [
      ...bodyChanges(post, person.office === null ? null : person.body),
      {
        table: "counterparts",
        id: ids.counterpart,
        scope: postScope(post.id),
        values: { name, nativeName, languages, postId: post.id, country: post.country, ...offices },
      },
    ],
  };
}

type Known = Pick<Counterpart, "id" | "scope">;

/** New values for what is one to a person; maps are changed key by key with the commands below. */
export function changeCounterpart(
  counterpart: Known,
  values: Omit<PatchOf<typeof counterparts>, "offices" | "tags">,
): WriteRequest {
  return { changes: [{ table: "counterparts", id: counterpart.id, scope: counterpart.scope, values }] };
}

export function retagCounterpart(
  counterpart: Known & Pick<Counterpart, "tags">,
  tags: readonly string[],
): WriteRequest {
  const after = Object.fromEntries(tags.map((tag) => [tag, true]));
  const values = mapChanges("tags", counterpart.tags, after);
  return { changes: [{ table: "counterparts", id: counterpart.id, scope: counterpart.scope, values }] };
}

/** A new office, or new values for one; a body that is not known yet is entered with it. */
export function setOffice(
  counterpart: Known,
  post: Pick<Post, "id" | "country">,
  officeId: string,
  office: Omit<Office, "organizationId">,
  body: OfficeBody,
): WriteRequest {
  const values = officeChange(officeId, office, body);
  return {
    changes: [
      ...bodyChanges(post, body),
      { table: "counterparts", id: counterpart.id, scope: counterpart.scope, values },
    ],
  };
}

function officeChange(id: string, office: Omit<Office, "organizationId">, body: OfficeBody) {
  const organizationId = body === null ? null : "id" in body ? body.id : body.newId;
  return { [`offices/${id}`]: { ...office, organizationId } };
}

function bodyChanges(post: Pick<Post, "id" | "country">, body: OfficeBody): Change[] {
  if (body === null || "id" in body) return [];
  const values = { name: body.name, kind: "ministry", country: post.country };
  return [{ table: "organizations", id: body.newId, scope: postScope(post.id), values }];
}
