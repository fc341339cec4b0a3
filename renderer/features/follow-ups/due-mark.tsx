// When a follow-up is due, as shape, word and tint.
import type { DueBucket } from "#core/rules/follow-up.ts";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useText } from "#ui/text/use-text.ts";

const looks: Readonly<Record<DueBucket, { readonly shape: Shape; readonly tone: Tone }>> = {
  overdue: { shape: "triangle", tone: "danger" },
  today: { shape: "full-circle", tone: "warning" },
  thisWeek: { shape: "half-circle", tone: "info" },
  later: { shape: "circle", tone: "neutral" },
  waitingOnHost: { shape: "pause", tone: "neutral" },
  undated: { shape: "dotted", tone: "neutral" },
  closed: { shape: "check", tone: "success" },
};

export function DueMark({ bucket }: { readonly bucket: DueBucket }) {
  const { t } = useText();
  return <StateMark {...looks[bucket]} label={t(`enum.dueBucket.${bucket}`)} isPlain />;
}
