// Map fields are written key by key, so that two people who add to one map do not collide.
import type { Entity } from "#core/model/entity.ts";

/** `field/key` values that turn one map into another; a key that is gone is null. */
export function mapChanges(
  field: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return Object.fromEntries([
    ...Object.entries(after).map(([key, value]) => [`${field}/${key}`, value]),
    ...gone.map((key) => [`${field}/${key}`, null]),
  ]);
}

/** Values of a row with its map fields taken apart, as a new row is written. */
export function flatValues(
  entity: Entity,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      entity.fields[name]?.kind === "map" && typeof value === "object" && value !== null
        ? Object.entries(value).map(([key, entry]): [string, unknown] => [`${name}/${key}`, entry])
        : [[name, value] as [string, unknown]],
    ),
  );
}
