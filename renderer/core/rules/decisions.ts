// Deciding many at once: which of the surviving values a wish means, and where it means none.
import { asText } from "../lib/as-text.ts";

/** What can be said of many fields at once. */
export const bulkWishes = ["latest", "mine", "theirs"] as const;
export type BulkWish = (typeof bulkWishes)[number];

interface Written {
  /** Instant of the writer's clock. */
  readonly at: string;
  readonly deviceId: string;
}

/** The value meant, of values with the latest first; null where the wish fits none, or more than one: nobody guesses. */
export function wished<V extends Written>(
  wish: BulkWish,
  values: readonly V[],
  ownDeviceId: string,
): V | null {
  if (values.length < 2) return null;
  if (wish === "latest") return values[0] ?? null;
  const isMeant = ({ deviceId }: V) => (deviceId === ownDeviceId) === (wish === "mine");
  const [only, ...others] = values.filter(isMeant);
  return others.length > 0 ? null : (only ?? null);
}

/** Every word of some lists once, in the order they are met: what a combined list starts from. */
export function unionOf(lists: readonly unknown[]): readonly string[] {
  return [...new Set(lists.flatMap((list) => (Array.isArray(list) ? list.map(String) : [])))];
}

/** Texts as one, the earliest first: a text that another holds word for word adds nothing. */
export function joinedTexts(latestFirst: readonly unknown[]): string {
  const texts = [...new Set(latestFirst.map((text) => asText(text).trim()))].toReversed();
  return texts
    .filter((text) => text !== "" && !texts.some((other) => other !== text && other.includes(text)))
    .join("\n\n");
}
