// On track, at risk or delayed, with the reason on hover.
import type { Outlook, OutlookWord } from "#core/rules/directive-outlook.ts";
import { StateMark, type Shape } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useText } from "#ui/text/use-text.ts";

const looks: Readonly<Record<OutlookWord, { readonly shape: Shape; readonly tone: Tone }>> = {
  onTrack: { shape: "check", tone: "success" },
  atRisk: { shape: "diamond", tone: "warning" },
  delayed: { shape: "triangle", tone: "danger" },
};

/** Why a directive is on track or not, in one sentence. */
export function useOutlookReason(): (outlook: Outlook) => string {
  const { t } = useText();
  return ({ because }) => t(`outlook.${because.code}`, { count: Number(because.facts["count"] ?? 0) });
}

export function OutlookMark({ outlook, isPlain }: { readonly outlook: Outlook; readonly isPlain?: boolean }) {
  const { t } = useText();
  const reason = useOutlookReason();
  return (
    <StateMark
      {...looks[outlook.word]}
      label={t(`outlook.${outlook.word}`)}
      title={reason(outlook)}
      isPlain={isPlain}
    />
  );
}
