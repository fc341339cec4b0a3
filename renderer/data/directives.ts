// Directives with what hangs on them: questions and commands.
import type { PatchOf } from "#core/model/entity.ts";
import type { Directive, directives } from "#core/model/directive.ts";
import type { Issue } from "#core/model/issue.ts";
import type { Reference, references } from "#core/model/reference.ts";
import type { Scope } from "#core/model/scope.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

/** Every directive, the latest sent first. */
export const allDirectives: Ask<readonly Directive[]> = async (view) =>
  (await view.page("directives", { sort: [{ field: "sentAt", desc: true }] })).rows;

export const directiveById =
  (id: string): Ask<Directive | undefined> =>
  async (view) =>
    (await view.get("directives", [id]))[0];

/** What a directive cites, in the order of its list. */
export const referencesOf =
  (directiveId: string): Ask<readonly Reference[]> =>
  async (view) =>
    (
      await view.page("references", {
        where: { directiveId: { eq: directiveId } },
        sort: [{ field: "label" }, { field: "on" }],
      })
    ).rows;

export const allIssues: Ask<readonly Issue[]> = async (view) =>
  (await view.page("issues", { sort: [{ field: "name" }] })).rows;

/** A directive for all posts lives in `all`; one for a single post in that post's scope. */
export function changeDirective(
  id: string,
  scope: Scope,
  values: PatchOf<typeof directives>,
  why?: string,
): WriteRequest {
  return { changes: [{ table: "directives", id, scope, values }], ...(why === undefined ? {} : { why }) };
}

export function changeReference(id: string, scope: Scope, values: PatchOf<typeof references>): WriteRequest {
  return { changes: [{ table: "references", id, scope, values }] };
}
