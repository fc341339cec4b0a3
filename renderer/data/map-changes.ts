// Map fields are written key by key, so that two people who add to one map do not collide.

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
