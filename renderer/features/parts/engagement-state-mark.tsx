// Whether an engagement was held, is planned or fell through, as shape, word and tint.
import type { EngagementState } from "#core/model/enums.ts";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useEnumText } from "./enum-text.ts";

const looks: Readonly<Record<EngagementState, { readonly shape: Shape; readonly tone: Tone }>> = {
  planned: { shape: "diamond", tone: "info" },
  held: { shape: "full-circle", tone: "success" },
  notHeld: { shape: "cross", tone: "neutral" },
};

export function EngagementStateMark(props: {
  readonly state: EngagementState;
  readonly isPlain?: boolean | undefined;
}) {
  const enumText = useEnumText();
  return (
    <StateMark
      {...looks[props.state]}
      label={enumText("engagementState", props.state)}
      isPlain={props.isPlain}
    />
  );
}
