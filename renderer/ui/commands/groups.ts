// Commands and hints under their headings, this screen's first.
import type { TextKey } from "../text/keys.ts";

interface Grouped {
  readonly groupKey?: TextKey;
}

const here: TextKey = "ui.keys.here";
const everywhere: TextKey = "ui.keys.everywhere";

export function byGroup<T extends Grouped>(
  entries: readonly T[],
): readonly (readonly [TextKey, readonly T[]])[] {
  const groups = new Map<TextKey, T[]>([[here, []]]);
  for (const entry of entries) {
    const key = entry.groupKey ?? here;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const last = groups.get(everywhere);
  groups.delete(everywhere);
  if (last !== undefined) groups.set(everywhere, last);
  return [...groups].filter(([, members]) => members.length > 0);
}
