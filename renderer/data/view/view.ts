// The one door screens read through. What lies behind it may change; this does not.
import type { Rows } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import type { Page, Query } from "./query.ts";

/** Rows changed in one table; `ids` null: any may have. */
export interface Notice {
  readonly table: TableName | "conflicts";
  readonly version: number;
  readonly ids: readonly string[] | null;
}

export interface Hit {
  readonly table: TableName;
  readonly id: string;
  /** The searched text of the row's first field that is not empty. */
  readonly title: string;
  readonly score: number;
}

export interface Waiting {
  readonly table: TableName;
  readonly id: string;
  readonly paths: readonly string[];
}

export interface View {
  page<T extends TableName>(table: T, query: Query): Promise<Page<Rows[T]>>;
  get<T extends TableName>(table: T, ids: readonly string[]): Promise<readonly (Rows[T] | undefined)[]>;
  /** Counts rows by the values of some fields. */
  aggregate(
    table: TableName,
    query: { readonly by: readonly string[] } & Pick<Query, "where" | "text">,
  ): Promise<readonly { readonly key: readonly string[]; readonly count: number }[]>;
  /** Full-text search over every table, best hits first. */
  find(text: string, limit: number): Promise<readonly Hit[]>;
  /** Rows with more than one surviving value. */
  waiting(): Promise<readonly Waiting[]>;
  /** The surviving values of one field of a row, latest first. */
  values(table: TableName, id: string, path: string): Promise<readonly SurvivingValue[]>;
  onChange(hear: (notice: Notice) => void): () => void;
}

export interface SurvivingValue {
  readonly value: unknown;
  readonly at: string;
  readonly user: string;
  /** Device that wrote it. */
  readonly deviceId: string;
}

/** A question to the view; `useLive` asks it again when a table it read has changed. */
export type Ask<T> = (view: View) => Promise<T>;
