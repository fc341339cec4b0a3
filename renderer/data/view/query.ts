// What a screen may ask of the view, and how an answer is filtered and sorted. No database here.
import type { Entity } from "#core/model/entity.ts";
import { asText } from "#core/lib/as-text.ts";
import { folded } from "#core/lib/fold-text.ts";
import { valueAt } from "#core/log/row.ts";

/** `from` and `to` are inclusive and compare as text or number. */
export type Test =
  | { readonly eq: unknown }
  | { readonly in: readonly unknown[] }
  | { readonly from?: string | number; readonly to?: string | number };

export interface Query {
  readonly where?: Readonly<Record<string, Test>>;
  /** Words that must all occur in the searched fields; case and accents do not matter. */
  readonly text?: string;
  readonly sort?: readonly { readonly field: string; readonly desc?: boolean }[];
  readonly offset?: number;
  readonly limit?: number;
  /** Rows in the trash are left out unless this is set. */
  readonly withDeleted?: boolean;
}

/** `total` counts the rows that match before `offset` and `limit`. `version` is the table's at the time of the answer. */
export interface Page<T> {
  readonly total: number;
  readonly version: number;
  readonly rows: readonly T[];
}

type Row = Readonly<Record<string, unknown>>;

function passes(test: Test, value: unknown): boolean {
  if ("eq" in test) return value === test.eq;
  if ("in" in test) return test.in.includes(value);
  if (typeof value !== "string" && typeof value !== "number") return false;
  if (test.from !== undefined && value < test.from) return false;
  return test.to === undefined || value <= test.to;
}

/** Rows are not changed but replaced, so what is searched in one is folded once. */
const foldedTexts = new WeakMap<Row, string>();

function foldedText(row: Row, searched: readonly string[]): string {
  const known = foldedTexts.get(row);
  if (known !== undefined) return known;
  const text = folded(searched.map((name) => asText(row[name])).join(" "));
  foldedTexts.set(row, text);
  return text;
}

/** A filter for one query; answers true for rows that pass all of it. */
export function filterOf(entity: Entity, query: Query): (row: Row) => boolean {
  const tests = Object.entries(query.where ?? {});
  const words = folded(query.text ?? "")
    .split(/\s+/u)
    .filter(Boolean);
  const searched = Object.entries(entity.fields).flatMap(([name, field]) => (field.search ? [name] : []));
  return (row) => {
    if (!query.withDeleted && row["deleted"] === true) return false;
    if (!tests.every(([path, test]) => passes(test, valueAt(row, path)))) return false;
    if (words.length === 0) return true;
    const text = foldedText(row, searched);
    return words.every((word) => text.includes(word));
  };
}

/** Days and instants are most of what is sorted, and order as they are written. */
const isDated = /^\d{4}-\d\d/;
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Orders rows; what has no value comes last, whichever the direction. */
export function sorted<T extends Row>(rows: readonly T[], sort: Query["sort"]): readonly T[] {
  if (!sort || sort.length === 0) return rows;
  return rows.toSorted((a, b) => {
    for (const { field, desc } of sort) {
      const order = compare(valueAt(a, field), valueAt(b, field), desc === true);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compare(a: unknown, b: unknown, desc: boolean): number {
  const aIsEmpty = a === null || a === undefined || a === "";
  const bIsEmpty = b === null || b === undefined || b === "";
  if (aIsEmpty || bIsEmpty) return Number(aIsEmpty) - Number(bIsEmpty);
  const order = orderOf(a, b);
  return desc ? -order : order;
}

function orderOf(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [asText(a), asText(b)];
  if (isDated.test(left) && isDated.test(right)) return left < right ? -1 : left > right ? 1 : 0;
  return collator.compare(left, right);
}
