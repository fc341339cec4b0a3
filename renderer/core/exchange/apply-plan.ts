// From a plan to the changes that carry it out: exactly the rows it says it creates or updates, nothing else.
import type { Change } from "../log/change.ts";
import type { Scope } from "../model/scope.ts";
import type { Plan } from "./plan.ts";

export function changesOf(plan: Plan, scope: Scope): readonly Change[] {
  return plan.rows
    .filter(({ fate }) => fate === "create" || fate === "update")
    .map(({ id, changes }) => ({
      table: plan.table,
      id,
      scope,
      values: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
    }));
}
