// How much room entries take, nearly.
import type { EntryLines } from "#core/host/shapes.ts";

/** Characters, which are bytes near enough to ask for room. */
export function sizeOf(entries: readonly EntryLines[]): number {
  return entries.reduce((sum, { h, b }) => sum + h.length + (b?.length ?? 0), 0);
}
