// What of a pouch is not merged, in plain words with the next step; and what merging does beside the records.
import type { ReactNode } from "react";
import type { Verdict } from "#core/exchange/pouch/verdict.ts";
import type { MergePlan } from "#data/pouch/arrival.ts";
import { Callout } from "#ui/display/callout.tsx";
import { useText } from "#ui/text/use-text.ts";

const tones = {
  gap: "warning",
  newer: "warning",
  fork: "danger",
  ahead: "danger",
  trespass: "danger",
} as const satisfies Partial<Record<Verdict["kind"], "warning" | "danger">>;
type Held = keyof typeof tones;

export function HeldBack({ merge }: { readonly merge: MergePlan }): ReactNode {
  const { t } = useText();
  const { plan, office, adopts, entries, arrival } = merge;
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
        <Callout key={kind} tone={tones[kind]} title={t(`pouches.held.${kind}`)}>
          {t(`pouches.held.${kind}.text`, { office: office.office, missing })}
        </Callout>
      ))}
      {isAllKnown && <Callout tone="info">{t("pouches.known")}</Callout>}
      {entries.length === 0 && plan.verdicts.length === 0 && (
        <Callout tone="info">{t("pouches.receiptOnly")}</Callout>
      )}
      {isOlder && <Callout tone="info">{t("pouches.older", { number: office.lastNumber })}</Callout>}
      {adopts !== null && <Callout tone="info">{t("pouches.adopts", { office: office.office })}</Callout>}
    </>
  );
}
