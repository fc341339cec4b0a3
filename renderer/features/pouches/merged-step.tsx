// The receipt: what a pouch brought, what waits, and the ways on.
import type { ReactNode } from "react";
import type { Merged } from "#data/pouch/merge.ts";
import { isStanding } from "#data/undo.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { FactsList } from "#ui/display/facts-list.tsx";
import { useFocusFound } from "#ui/lib/use-focus-found.ts";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useUndo } from "../parts/use-undo.ts";
import { HeldBack } from "./held-back.tsx";
import css from "./receive-screen.module.css";
import type { ShownPlan } from "./use-receive.ts";

export function MergedStep(props: {
  readonly shown: ShownPlan;
  readonly merged: Merged;
  readonly onAnother: () => void;
}): ReactNode {
  const { t, formatNumber } = useText();
  const navigate = useNavigate();
  const session = useSession();
  const undo = useUndo();
  const { shown, merged, onAnother } = props;
  const { plan, office, arrival } = shown.merge;
  const { group } = merged;
  const standing = useLive(
    async (view) => group === null || isStanding(session, view, plan.rows[0]?.table ?? "pouches", group),
    [group],
  );
  const isUndone = standing.state === "ready" && !standing.value;
  const place = useFocusFound<HTMLDivElement>(isUndone);
  const { create, update, conflict, unchanged } = plan.counts;
  const facts = [
    { label: t("import.fate.create"), value: formatNumber(create) },
    { label: t("import.fate.update"), value: formatNumber(update) },
    { label: t("import.fate.conflict"), value: formatNumber(conflict) },
    { label: t("import.fate.unchanged"), value: formatNumber(unchanged) },
    { label: t("pouches.attachments"), value: formatNumber(arrival.info.attachments.length) },
    { label: t("pouches.ledger.file"), value: <bdi>{arrival.file.name}</bdi> },
  ];
  return (
    <div ref={place} tabIndex={-1} className={css["step"]}>
      {isUndone ? (
        <Callout tone="info" title={t("pouches.undone.title")} isAnnounced>
          {t("pouches.undone.text")}
        </Callout>
      ) : (
        <Callout
          tone="success"
          title={t(group === null ? "pouches.noted.title" : "pouches.merged.title")}
          isAnnounced
          actions={
            group !== null && (
              <Button onPress={() => void undo.group(group)}>{t("pouches.merged.undo")}</Button>
            )
          }
        >
          {t("pouches.merged.text", { office: office.office })}
        </Callout>
      )}
      <HeldBack merge={{ ...shown.merge, adopts: null }} isKept />
      <FactsList facts={facts} isWide />
      <div className={css["ways"]}>
        {conflict > 0 && !isUndone && (
          <Button tone="primary" onPress={() => navigate(links.decisions())}>
            {t("pouches.merged.decide", { count: conflict })}
          </Button>
        )}
        <Button onPress={() => navigate(links.pouches({ office: office.id }))}>
          {t("pouches.merged.office")}
        </Button>
        <Button onPress={onAnother}>{t("pouches.receive.another")}</Button>
      </div>
    </div>
  );
}
