// What became of a point, as shape, word and tint.
import type { PointOutcome } from "#core/model/enums.ts";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useEnumText } from "../parts/enum-text.ts";

const looks: Readonly<Record<PointOutcome, { readonly shape: Shape; readonly tone: Tone }>> = {
  delivered: { shape: "check", tone: "success" },
  partly: { shape: "half-circle", tone: "warning" },
  notDelivered: { shape: "cross", tone: "danger" },
  hostRaised: { shape: "diamond", tone: "info" },
  notApplicable: { shape: "dash", tone: "neutral" },
};

export function PointOutcomeMark({ outcome }: { readonly outcome: PointOutcome }) {
  const enumText = useEnumText();
  return <StateMark {...looks[outcome]} label={enumText("pointOutcome", outcome)} isPlain />;
}
