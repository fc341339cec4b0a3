// A marking as it stands on paper, with its name one hover away.
import type { Marking } from "#core/model/enums.ts";
import { Badge } from "#ui/display/badge.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useEnumText } from "./enum-text.ts";

const tones: Readonly<Record<Marking, Tone>> = {
  U: "success",
  SBU: "warning",
  C: "danger",
  S: "danger",
  TS: "danger",
};

export interface MarkingBadgeProps {
  readonly marking: Marking;
  /** In words instead of letters, for mastheads. */
  readonly isLong?: boolean | undefined;
}

export function MarkingBadge({ marking, isLong = false }: MarkingBadgeProps) {
  const enumText = useEnumText();
  const name = enumText("marking", marking);
  return (
    <Badge tone={tones[marking]} isOutlined={!isLong} title={name}>
      {isLong ? name : marking}
    </Badge>
  );
}
