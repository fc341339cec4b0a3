// Complete rows from a few fields: for tests, previews and made-up cases.
import { type Entity, initialValues, type PatchOf, type RowBase, type ValuesOf } from "../model/entity.ts";

/** A row of `entity` with the given fields, the rest as if nobody had written them. */
export function madeRow<E extends Entity>(
  entity: E,
  id: string,
  patch: PatchOf<E> & Partial<Pick<RowBase, "createdAt" | "changedAt" | "changedBy" | "deleted">> = {},
): RowBase & ValuesOf<E> {
  return {
    id,
    scope: "all",
    createdAt: "2026-11-01T00:00:00Z",
    changedAt: "2026-11-01T00:00:00Z",
    changedBy: "",
    conflicts: [],
    deleted: false,
    ...initialValues(entity),
    ...patch,
  };
}
