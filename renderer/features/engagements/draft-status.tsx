// Says whether the form is kept, and since when; and throws the draft away for whoever wants that.
import { useState, useSyncExternalStore } from "react";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { StateMark } from "#ui/display/state-mark.tsx";
import { Confirm } from "#ui/overlays/confirm.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "../parts/failure-text.ts";
import type { DraftKeeper } from "./draft-keeper.ts";

export interface DraftStatusProps {
  readonly draft: DraftKeeper;
  readonly isEdit: boolean;
  readonly onDiscard: () => void;
}

export function DraftStatus({ draft, isEdit, onDiscard }: DraftStatusProps) {
  const state = useSyncExternalStore(draft.subscribe, draft.state);
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const clock = useKeptClock();
  const failureText = useFailureText();
  switch (state.kind) {
    case "none":
      return <span>{t(isEdit ? "engagement.draft.noneEdit" : "engagement.draft.none")}</span>;
    case "refused":
      return <StateMark shape="cross" tone="danger" label={t("engagement.draft.refused")} />;
    case "failed":
      return (
        <StateMark
          shape="triangle"
          tone="danger"
          label={t("engagement.draft.failed", { why: failureText(state.failure) })}
        />
      );
    case "kept":
      return (
        <>
          <span role="status">
            <StateMark
              shape="check"
              tone="success"
              label={t("engagement.draft.kept", { time: clock(state.at) })}
              isPlain
            />
          </span>
          <Button tone="quiet" size="small" onPress={() => setAsking(true)}>
            {t("engagement.draft.discard")}
          </Button>
          <Confirm
            title={t("engagement.draft.discard.title")}
            confirmLabel={t("engagement.draft.discard")}
            isOpen={isAsking}
            onClose={() => setAsking(false)}
            onConfirm={onDiscard}
          >
            {t(isEdit ? "engagement.draft.discard.edit" : "engagement.draft.discard.text")}
          </Confirm>
        </>
      );
  }
}

/** What to do where the text carries a marking that must not be kept here; nothing otherwise. */
export function SpillCallout({ draft }: { readonly draft: DraftKeeper }) {
  const { t } = useText();
  const { kind } = useSyncExternalStore(draft.subscribe, draft.state);
  if (kind !== "refused") return null;
  return (
    <Callout tone="danger" title={t("engagement.spill.title")} isAnnounced>
      {t("engagement.spill.text")}
    </Callout>
  );
}

/** "14:02" on this machine's clock; with the day where it was not today. */
export function useKeptClock(): (at: string) => string {
  const { formatInstant } = useText();
  return (at) => {
    const zone = Temporal.Now.timeZoneId();
    const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
    const isToday = there.toPlainDate().equals(Temporal.Now.plainDateISO());
    return isToday ? there.toPlainTime().toString({ smallestUnit: "minute" }) : formatInstant(at, zone);
  };
}
