// The status of a directive as shape, word and tint, with its definition on hover.
import type { DirectiveStatus } from "#core/model/enums.ts";
import { StateMark, type Shape } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";

const looks: Readonly<Record<DirectiveStatus, { readonly shape: Shape; readonly tone: Tone }>> = {
  draft: { shape: "dotted", tone: "neutral" },
  inClearance: { shape: "circle", tone: "neutral" },
  approved: { shape: "half-circle", tone: "info" },
  transmitted: { shape: "full-circle", tone: "info" },
  amended: { shape: "diamond", tone: "info" },
  superseded: { shape: "dash", tone: "warning" },
  rescinded: { shape: "cross", tone: "danger" },
  closed: { shape: "full-square", tone: "neutral" },
};

export interface DirectiveStatusMarkProps {
  readonly status: DirectiveStatus;
  readonly isPlain?: boolean | undefined;
}

export function DirectiveStatusMark({ status, isPlain }: DirectiveStatusMarkProps) {
  const { t } = useText();
  const enumText = useEnumText();
  return (
    <StateMark
      {...looks[status]}
      label={enumText("directiveStatus", status)}
      title={t(`directiveStatus.${status}.means`)}
      isPlain={isPlain}
    />
  );
}
