// Who was met when: the contacts of counterparts, those entered twice counted under the one that is kept.
import type { Counterpart } from "../model/counterpart.ts";
import type { Engagement } from "../model/engagement.ts";
import { keptId } from "./merged.ts";

/** Counterpart -> the latest engagement that was held with them. */
export function lastContacts(
  engagements: readonly Engagement[],
  counterparts: ReadonlyMap<string, Pick<Counterpart, "mergedIntoId">>,
): ReadonlyMap<string, Engagement> {
  const last = new Map<string, Engagement>();
  for (const engagement of engagements) {
    if (engagement.deleted || engagement.state !== "held" || engagement.at === null) continue;
    for (const id of Object.keys(engagement.theirs)) {
      const kept = keptId(id, counterparts);
      const known = last.get(kept)?.at ?? null;
      if (known === null || Temporal.Instant.compare(engagement.at, known) > 0) last.set(kept, engagement);
    }
  }
  return last;
}
