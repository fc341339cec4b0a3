// Conflicts waiting for a decision, with what a person needs to decide them.
import type { Scope } from "#core/model/scope.ts";
import type { TableName } from "#core/model/tables.ts";
import { titleOf } from "./record-titles.ts";
import type { Ask, SurvivingValue } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

export interface OpenDecision {
  readonly table: TableName;
  readonly id: string;
  readonly scope: Scope;
  readonly path: string;
  /** First searched text of the row: what it is about. */
  readonly title: string;
  readonly postId: string | null;
  readonly values: readonly SurvivingValue[];
}

/** Every field that waits, one decision each. */
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

/** An ordinary write of the value that shall stand; it has seen all the others, so it replaces them. */
export function decide({ table, id, scope, path }: OpenDecision, value: unknown, why: string): WriteRequest {
  return { changes: [{ table, id, scope, values: { [path]: value } }], ...(why === "" ? {} : { why }) };
}
