// What rows of a foreign table can be brought in as. One small descriptor each, in targets/.
import type { Change } from "../log/change.ts";
import type { Rows } from "../model/index.ts";
import type { Scope } from "../model/scope.ts";
import type { TableName } from "../model/tables.ts";
import type { Column } from "./column.ts";
import type { Reason, Values } from "./plan.ts";

export const targetNames = [
  "posts",
  "counterparts",
  "engagements",
  "followUps",
  "demarcheTasks",
  "positions",
] as const;
export type TargetName = (typeof targetNames)[number];

/** Rows that are on record already, of the tables a target reads. */
export type Known = { readonly [T in TableName]?: readonly Rows[T][] };

/** What rows that do not say it themselves are about, and whose clock days are read by. */
export interface Defaults {
  readonly postId: string | null;
  readonly directiveId: string | null;
  readonly timeZone: string;
  /** Instant: what lies after it has not been held yet. */
  readonly now: string;
}

export type Row = Rows[TableName];

/** What one row says, read and completed. */
export interface Meaning {
  readonly title: string;
  /** Where the record lives if it is new. */
  readonly scope: Scope;
  /** Two rows of one file with the same key speak of the same record. */
  readonly key: string;
  /** The record it is without doubt. */
  readonly same: string | null;
  /** Records it may be; only a person can say. */
  readonly possible: readonly string[];
  /** Values by path, for a new record (null) or for one that is there. */
  readonly valuesFor: (record: Row | null) => Values;
  /** Ids of records that come to be with it. */
  readonly makes: readonly string[];
  /** Set where a person has to look at it before it is brought in. */
  readonly doubts: readonly Reason[];
  /** What a person should know of it, and that stands in the way of nothing. */
  readonly notes?: readonly Reason[];
}

export interface Misread {
  readonly title: string;
  readonly reasons: readonly Reason[];
}

export interface RowReader {
  /**
   * `said` holds the values of the columns that are mapped and not blank, by field. `named` is the record whose id the
   * row gives: what the row leaves out is then as it stands there. `unread` are fields of which something is said that cannot
   * be read, which is told already.
   */
  readonly read: (said: Values, named: Row | null, unread: ReadonlySet<string>) => Meaning | Misread;
  /** Records made for the rows read so far, by id. */
  readonly made: ReadonlyMap<string, Change>;
}

export interface Target {
  readonly name: TargetName;
  readonly table: TableName;
  /** In the order a person maps them. */
  readonly columns: readonly Column[];
  /** At least one field of each group is read from a column, or rows cannot be told apart. */
  readonly needs: readonly (readonly string[])[];
  readonly reads: readonly TableName[];
  /** What can be said once for all rows. */
  readonly asks: readonly ("post" | "directive")[];
  /** `newId` is called for each record that may come to be. */
  readonly open: (known: Known, defaults: Defaults, newId: () => string) => RowReader;
  readonly titleOf: (record: Row) => string;
}

/** Headings of what the app writes into its own lists, the same in every language, so that rows come back to their records. */
export const ownHeadings = { id: "Chancery id", version: "Chancery version", revised: "REV" } as const;

/** Columns every target has. */
const ownColumns: readonly Column[] = [
  { field: "id", kind: "id", headings: [ownHeadings.id] },
  { field: "version", kind: "id", headings: [ownHeadings.version] },
  // When cards and calendar entries were last changed where they come from: an instant.
  { field: "revised", kind: "id", headings: [ownHeadings.revised] },
];

export function allColumns(target: Target): readonly Column[] {
  return [...target.columns, ...ownColumns];
}

/** True where the mapping can tell rows apart. */
export function canPlan(target: Target, mapping: ReadonlyMap<string, number>): boolean {
  return mapping.has("id") || target.needs.every((group) => group.some((field) => mapping.has(field)));
}

export function reason(code: string, facts: Reason["facts"] = {}, column: string | null = null): Reason {
  return { code, column, facts };
}
