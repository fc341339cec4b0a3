// The kinds of field an entity may have: each carries its type, its check, its default and what others read from it.
import { z } from "zod";
import type { TableName } from "./tables.ts";

/** What a field holds. Import columns, forms, history, search and merge all read this. */
type FieldKind =
  | "text" // one line
  | "prose" // several lines
  | "choice" // one of a closed list
  | "number"
  | "flag"
  | "day" // ISO date, YYYY-MM-DD, in the calendar of whoever owes the act
  | "instant" // ISO date-time with offset or Z
  | "ref" // id of a row in `to`
  | "list" // array of strings, replaced as one value
  | "map" // key -> value; every key is a register of its own, so two people may add at once
  | "struct"; // one small object, replaced as one value

/** One field: `initial` is what a row shows where nobody has written the field. */
export interface Field<T> {
  readonly kind: FieldKind;
  readonly schema: z.ZodType<T>;
  readonly initial: T;
  /** Table a `ref` (or a map's key) points into. */
  readonly to?: TableName;
  /** Members of a `choice`. */
  readonly choices?: readonly string[];
  /** True where full-text search reads the field. */
  readonly search?: boolean;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A single line of at most 2,000 characters. */
export function text(options: { search?: boolean; initial?: string } = {}): Field<string> {
  return {
    kind: "text",
    schema: z.string().max(2000),
    initial: options.initial ?? "",
    ...(options.search ? { search: true } : {}),
  };
}

/** Running text of at most two million characters (a whole cable). */
export function prose(options: { search?: boolean } = {}): Field<string> {
  return {
    kind: "prose",
    schema: z.string().max(2_000_000),
    initial: "",
    ...(options.search ? { search: true } : {}),
  };
}

export function choice<const C extends readonly string[]>(choices: C, initial: C[number]): Field<C[number]> {
  return { kind: "choice", schema: z.enum(choices), initial, choices };
}

/** A choice nobody has made yet. */
export function maybeChoice<const C extends readonly string[]>(choices: C): Field<C[number] | null> {
  return { kind: "choice", schema: z.enum(choices).nullable(), initial: null, choices };
}

export function number(initial: number): Field<number> {
  return { kind: "number", schema: z.number(), initial };
}

export function maybeNumber(): Field<number | null> {
  return { kind: "number", schema: z.number().nullable(), initial: null };
}

export function flag(initial = false): Field<boolean> {
  return { kind: "flag", schema: z.boolean(), initial };
}

export function maybeDay(): Field<string | null> {
  return { kind: "day", schema: z.string().regex(dayPattern).nullable(), initial: null };
}

export function maybeInstant(): Field<string | null> {
  return { kind: "instant", schema: z.string().regex(instantPattern).nullable(), initial: null };
}

export function maybeRef(to: TableName): Field<string | null> {
  return { kind: "ref", schema: z.string().max(200).nullable(), initial: null, to };
}

export function list(options: { search?: boolean } = {}): Field<readonly string[]> {
  return {
    kind: "list",
    schema: z.array(z.string().max(2000)).max(5000).readonly(),
    initial: [],
    ...(options.search ? { search: true } : {}),
  };
}

/** A map of registers. `to` names the table its keys point into, where they are ids. */
export function map<V extends z.ZodType>(
  value: V,
  options: { to?: TableName } = {},
): Field<Readonly<Record<string, z.infer<V>>>> {
  return {
    kind: "map",
    schema: z.record(z.string().max(200), value).readonly(),
    initial: {},
    ...(options.to ? { to: options.to } : {}),
  };
}

export function maybeStruct<V extends z.ZodType>(value: V): Field<z.infer<V> | null> {
  return { kind: "struct", schema: value.nullable(), initial: null };
}
