// Directives with what hangs on them: questions and commands.
import type { DirectiveRows } from "#core/cable/directive-maker.ts";
import type { Change } from "#core/log/change.ts";
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import type { PatchOf } from "#core/model/entity.ts";
import type { Directive, directives } from "#core/model/directive.ts";
import type { Reference, references } from "#core/model/reference.ts";
import { entities } from "#core/model/index.ts";
import { postScope, type Scope } from "#core/model/scope.ts";
import type { Post } from "#core/model/post.ts";
import type { Response } from "#core/model/response.ts";
import { endDraft } from "./drafts.ts";
import { flatValues, mapChanges } from "./map-changes.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

/** Every directive, the latest sent first. */
export const allDirectives: Ask<readonly Directive[]> = async (view) =>
  (await view.page("directives", { sort: [{ field: "sentAt", desc: true }] })).rows;

/** What a list of directives is counted from: the rows of all of them. */
export interface DirectiveBoard {
  readonly directives: readonly Directive[];
  readonly tasks: readonly DemarcheTask[];
  readonly posts: readonly Post[];
  readonly responses: readonly Response[];
}

export const directiveBoard: Ask<DirectiveBoard> = async (view) => {
  const [directives, tasks, posts, responses] = await Promise.all([
    allDirectives(view),
    view.page("demarcheTasks", {}),
    view.page("posts", {}),
    view.page("responses", {}),
  ]);
  return { directives, tasks: tasks.rows, posts: posts.rows, responses: responses.rows };
};

/** A directive for all posts lives in `all`; one for a single post in that post's scope. */
export function changeDirective(
  id: string,
  scope: Scope,
  values: PatchOf<typeof directives>,
  why?: string,
): WriteRequest {
  return { changes: [{ table: "directives", id, scope, values }], ...(why === undefined ? {} : { why }) };
}

/** A new directive. It lives in `all`. */
export function addDirective(id: string, values: PatchOf<typeof directives>): WriteRequest {
  return {
    changes: [{ table: "directives", id, scope: "all", values: flatValues(entities.directives, values) }],
  };
}

/**
 * A directive made of a reviewed cable: its points, references and tasks with it, and the end of its draft, as one
 * write. Where it is for one post alone it lives in that post's scope: no other post receives it.
 */
export function fileCable(rows: DirectiveRows, draftId: string): WriteRequest {
  const { directive, talkingPoints, references, tasks } = rows;
  const [only] = tasks;
  const lone = tasks.length === 1 ? only?.values.postId : undefined;
  const scope: Scope = lone ? postScope(lone) : "all";
  return {
    changes: [
      change("directives", directive, scope),
      ...talkingPoints.map((row) => change("talkingPoints", row, scope)),
      ...references.map((row) => change("references", row, scope)),
      ...tasks.flatMap((row) =>
        row.values.postId ? [change("demarcheTasks", row, postScope(row.values.postId))] : [],
      ),
      endDraft(draftId),
    ],
  };
}

function change(
  table: "directives" | "talkingPoints" | "references" | "demarcheTasks",
  { id, values }: { readonly id: string; readonly values: Readonly<Record<string, unknown>> },
  scope: Scope,
): Change {
  return { table, id, scope, values: flatValues(entities[table], values) };
}

/** A map of the directive as it shall be, written key by key. */
export function changeDirectiveMap<F extends "objectives" | "clearances">(
  directive: Directive,
  field: F,
  after: Directive[F],
): WriteRequest {
  const values = mapChanges(field, directive[field], after);
  return { changes: [{ table: "directives", id: directive.id, scope: directive.scope, values }] };
}

export function addIssue(id: string, name: string): WriteRequest {
  return { changes: [{ table: "issues", id, scope: "all", values: { name } }] };
}

/** A directive's list of references as it shall be; what is no longer in it goes to the trash. */
export function changeReferences(
  directive: Directive,
  before: readonly Pick<Reference, "id" | "scope">[],
  after: readonly ({ readonly id: string } & PatchOf<typeof references>)[],
): WriteRequest {
  const kept = new Set(after.map(({ id }) => id));
  return {
    changes: [
      ...after.map(({ id, ...values }): Change => {
        const scope = before.find((row) => row.id === id)?.scope ?? directive.scope;
        return { table: "references", id, scope, values: { ...values, directiveId: directive.id } };
      }),
      ...before
        .filter(({ id }) => !kept.has(id))
        .map(({ id, scope }): Change => ({ table: "references", id, scope, values: { deleted: true } })),
    ],
  };
}

/** A new status, and what follows from it: going out dates the directive and tasks the posts that wait for it. */
export function changeStatus(
  directive: Directive,
  status: Directive["status"],
  tasks: readonly DemarcheTask[],
  now: string,
  why?: string,
): WriteRequest {
  const goesOut = status === "transmitted" && directive.status !== "transmitted";
  const waiting = goesOut ? tasks.filter(({ taskedAt }) => taskedAt === null) : [];
  return {
    changes: [
      {
        table: "directives",
        id: directive.id,
        scope: directive.scope,
        values: { status, ...(goesOut && directive.sentAt === null ? { sentAt: now } : {}) },
      },
      ...waiting.map(({ id, scope }): Change => ({
        table: "demarcheTasks",
        id,
        scope,
        values: { taskedAt: now },
      })),
    ],
    ...(why === undefined ? {} : { why }),
  };
}
