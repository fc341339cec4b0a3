// What of a pouch is not merged, in plain words with the next step; and what merging does beside the records.
import type { ReactNode } from "react";
import type { Verdict } from "#core/exchange/pouch/verdict.ts";
import type { MergePlan } from "#data/pouch/arrival.ts";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";

const tones = {
  gap: "warning",
  newer: "warning",
  fork: "danger",
  frozen: "warning",
  ahead: "danger",
  trespass: "danger",
} as const satisfies Partial<Record<Verdict["kind"], "warning" | "danger">>;
type Held = keyof typeof tones;

/** `isKept`: the pouch lies here, so that what of it waits for a decision can be decided. */
export function HeldBack({
  merge,
  isKept = false,
}: {
  readonly merge: MergePlan;
  readonly isKept?: boolean;
}): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { plan, office, adopts, entries, arrival } = merge;
  const forks = plan.verdicts.filter(({ kind }) => kind === "fork");
  const [fork] = forks;
  const files = arrival.info.attachments.length;
  const isAgain = forks.every(({ log }) => merge.settled.has(log));
  const kinds = (Object.keys(tones) as Held[]).filter((kind) =>
    plan.verdicts.some((some) => some.kind === kind),
  );
  const missing = plan.verdicts.reduce(
    (sum, verdict) => (verdict.kind === "gap" ? sum + verdict.missing.to - verdict.missing.from + 1 : sum),
    0,
  );
  const isAllKnown = plan.verdicts.length > 0 && plan.verdicts.every(({ kind }) => kind === "known");
  const isOlder = arrival.info.manifest.number < office.lastNumber;
  return (
    <>
      {kinds.map((kind) => (
        <Callout
          key={kind}
          tone={tones[kind]}
          title={t(kind === "fork" && isAgain ? "pouches.held.fork.settled" : `pouches.held.${kind}`)}
          actions={
            kind === "fork" &&
            fork &&
            isKept && (
              <Button tone="primary" onPress={() => navigate(links.settleHistories(fork.log))}>
                {t("pouches.settle.open")}
              </Button>
            )
          }
        >
          {t(kind === "fork" && isAgain ? "pouches.held.fork.settled.text" : `pouches.held.${kind}.text`, {
            office: office.office,
            missing,
          })}
        </Callout>
      ))}
      {isAllKnown && <Callout tone="info">{t("pouches.known")}</Callout>}
      {entries.length === 0 && plan.verdicts.length === 0 && (
        <Callout tone="info">{t(files > 0 ? "pouches.filesOnly" : "pouches.receiptOnly", { files })}</Callout>
      )}
      {isOlder && <Callout tone="info">{t("pouches.older", { number: office.lastNumber })}</Callout>}
      {adopts !== null && <Callout tone="info">{t("pouches.adopts", { office: office.office })}</Callout>}
    </>
  );
}
