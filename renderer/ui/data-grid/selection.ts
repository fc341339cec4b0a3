// Changes of a selection as new sets.

export function withToggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Adds all keys between two, both included, in the order shown. An unknown anchor counts as the key itself. */
export function withRange(
  selected: ReadonlySet<string>,
  shown: readonly string[],
  anchor: string | null,
  key: string,
): ReadonlySet<string> {
  const to = shown.indexOf(key);
  if (to < 0) return selected;
  const from = anchor === null ? to : shown.indexOf(anchor);
  const start = from < 0 ? to : from;
  return new Set([...selected, ...shown.slice(Math.min(start, to), Math.max(start, to) + 1)]);
}
