// The history that stands here beside the other one: which entries, from when to when, by whom.
import type { ReactNode } from "react";
import type { Settlement, Tail } from "#data/pouch/settle.ts";
import { FactsList } from "#ui/display/facts-list.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./receive-screen.module.css";

export function Histories({ settlement }: { readonly settlement: Settlement }): ReactNode {
  const { t } = useText();
  const { ours, others } = settlement;
  return (
    <div className={css["histories"]}>
      <div>
        <Section title={t("pouches.settle.ours")} level={3}>
          {ours === null ? (
            <p className={css["muted"]}>{t("pouches.settle.ours.none")}</p>
          ) : (
            <Facts tail={ours} />
          )}
        </Section>
      </div>
      {others.map((other, at) => (
        <div key={at}>
          <Section title={t("pouches.settle.other", { count: others.length, nth: at + 1 })} level={3}>
            <Facts tail={other} />
          </Section>
        </div>
      ))}
    </div>
  );
}

function Facts({ tail: { from, to, first, last, users } }: { readonly tail: Tail }): ReactNode {
  const { t, formatInstant, formatList, formatNumber } = useText();
  const zone = useWorkspace().settings.capitalTimeZone;
  const when = (at: string | null) => (at === null ? t("value.unknown") : formatInstant(at, zone));
  const facts = [
    {
      label: t("pouches.settle.entries"),
      value: t("pouches.settle.entries.range", {
        from: formatNumber(from),
        to: formatNumber(to),
        count: to - from + 1,
      }),
    },
    { label: t("pouches.settle.first"), value: when(first) },
    { label: t("pouches.settle.last"), value: when(last) },
    { label: t("pouches.plan.by"), value: <bdi>{formatList(users) || t("value.unknown")}</bdi> },
  ];
  return <FactsList facts={facts} isWide />;
}
