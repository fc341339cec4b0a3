// What an entity is: a table, its fields, and the row type that follows from them.
import { z } from "zod";
import type { Field } from "./field.ts";
import type { Scope } from "./scope.ts";
import type { TableName } from "./tables.ts";

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** One kind of record. */
export interface Entity<F extends Fields = Fields> {
  readonly table: TableName;
  readonly fields: F;
}

/** Every row of the view has these beside its entity's fields. */
export interface RowBase {
  readonly id: string;
  readonly scope: Scope;
  /** When the row was first written and last changed: instants of the writers' clocks. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly changedBy: string;
  /** Fields with more than one surviving value, waiting for a decision. */
  readonly conflicts: readonly string[];
  readonly deleted: boolean;
}

export type ValuesOf<E> =
  E extends Entity<infer F> ? { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never } : never;

/** A row as screens see it: always complete, never `undefined`. */
export type RowOf<E> = RowBase & ValuesOf<E>;

/** What a command may write: any of the entity's fields. */
export type PatchOf<E> = Partial<ValuesOf<E>>;

export function defineEntity<const T extends TableName, F extends Fields>(
  table: T,
  fields: F,
): Entity<F> & { readonly table: T } {
  return { table, fields };
}

/** Checks a patch field by field; answers the first fault as `field: why`, or null. Unknown names are a fault. */
export function faultOf(entity: Entity, patch: Readonly<Record<string, unknown>>): string | null {
  for (const [name, value] of Object.entries(patch)) {
    const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
    if (!field) return `${entity.table}.${name}: unknown field`;
    const checked = field.schema.safeParse(value);
    if (!checked.success) return `${entity.table}.${name}: ${z.prettifyError(checked.error)}`;
  }
  return null;
}

/**
 * Whether values of another device, by path, are of the kind their fields hold. Fields this version does not know are
 * a newer one's, and let through.
 */
export function isOfKind(entity: Entity, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).every(([path, value]) => {
    if (path === "deleted") return typeof value === "boolean";
    const slash = path.indexOf("/");
    const name = slash < 0 ? path : path.slice(0, slash);
    const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
    if (!field) return true;
    if (slash < 0) return field.schema.safeParse(value).success;
    const isKey = field.kind === "map" && path !== `${name}/__proto__`;
    return isKey && (value === null || field.schema.safeParse({ [path.slice(slash + 1)]: value }).success);
  });
}

/** The values a row shows before anybody has written them. */
export function initialValues<E extends Entity>(entity: E): ValuesOf<E> {
  const known = initials.get(entity) ?? initialsOf(entity);
  initials.set(entity, known);
  return known as ValuesOf<E>;
}

/** Asked for every row of a large import. */
const initials = new WeakMap<Entity, Readonly<Record<string, unknown>>>();

function initialsOf(entity: Entity): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(entity.fields).map(([name, field]) => [name, field.initial]));
}
