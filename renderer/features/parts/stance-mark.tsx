// Where somebody stands, as shape, word and tint.
import type { Stance } from "#core/model/enums.ts";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useEnumText } from "./enum-text.ts";

const looks: Readonly<Record<Stance, { readonly shape: Shape; readonly tone: Tone }>> = {
  supportive: { shape: "full-circle", tone: "success" },
  leaningSupportive: { shape: "half-circle", tone: "success" },
  neutral: { shape: "circle", tone: "neutral" },
  leaningOpposed: { shape: "diamond", tone: "warning" },
  opposed: { shape: "cross", tone: "danger" },
  unknown: { shape: "dotted", tone: "neutral" },
};

export interface StanceMarkProps {
  readonly stance: Stance;
  /** With its tint, where it stands alone. */
  readonly isTinted?: boolean | undefined;
}

export function StanceMark({ stance, isTinted = false }: StanceMarkProps) {
  const enumText = useEnumText();
  return <StateMark {...looks[stance]} label={enumText("stance", stance)} isPlain={!isTinted} />;
}
