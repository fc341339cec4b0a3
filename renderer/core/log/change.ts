// What a command wants written, before it becomes an entry of a log.
import type { Scope } from "../model/scope.ts";
import type { TableName } from "../model/tables.ts";

/** New values for some fields of one row. A key of a map field is addressed as `field/key`; null there removes it. */
export interface Change {
  readonly table: TableName;
  readonly id: string;
  /** Where a new row lives; an existing row keeps its own scope, and naming another is `record/out-of-scope`. */
  readonly scope: Scope;
  readonly values: Readonly<Record<string, unknown>>;
}
