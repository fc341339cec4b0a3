// What stood before the fields on the screen went apart: read from the journal once the cards are drawn.
import { basisOf, type DecisionBasis, decisionKey, type OpenDecision } from "#data/decisions.ts";
import { useLive, useSession } from "#data/use-live.tsx";

const unread: ReadonlyMap<string, DecisionBasis> = new Map();

/** By the keys of the decisions; empty until it is read. */
export function useBasis(shown: readonly OpenDecision[]): ReadonlyMap<string, DecisionBasis> {
  const session = useSession();
  const keys = shown.map((one) => `${decisionKey(one)} ${one.values.map(({ at }) => at).join(" ")}`);
  const live = useLive((view) => basisOf(session, view, shown), [session, keys.join("\n")]);
  return live.state === "ready" ? live.value : unread;
}
