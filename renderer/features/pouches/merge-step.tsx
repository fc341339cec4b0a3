// What merging would do, record by record, and what of the pouch is held back and why. Nothing has been written yet.
import type { ReactNode } from "react";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { HeldBack } from "./held-back.tsx";
import { PlanTable } from "./plan-table.tsx";
import css from "./receive-screen.module.css";
import type { Receiving, ShownPlan } from "./use-receive.ts";

export function MergeStep({
  shown,
  receiving,
}: {
  readonly shown: ShownPlan;
  readonly receiving: Receiving;
}): ReactNode {
  const { t } = useText();
  const { merge, titles } = shown;
  const { rows, counts } = merge.plan;
  return (
    <>
      <PlanTable
        label={t("pouches.plan.table")}
        rows={rows}
        counts={counts}
        titles={titles}
        conflicts="pouch"
        head={
          <>
            <From shown={shown} />
            <HeldBack merge={merge} />
          </>
        }
        onChoose={(keys, keepsOurs) => void receiving.choose(keys, keepsOurs)}
      />
      <Foot shown={shown} receiving={receiving} />
    </>
  );
}

/** Whose it is, and the sentence that came with it. */
function From({ shown: { merge } }: { readonly shown: ShownPlan }): ReactNode {
  const { t, formatInstant } = useText();
  const { settings } = useWorkspace();
  const { office, arrival } = merge;
  const { number, madeAt, note, from } = arrival.info.manifest;
  return (
    <>
      <p>
        {t(office.comparedOn === null ? "pouches.plan.from" : "pouches.plan.from.compared", {
          office: office.office,
          person: from.person,
          number,
          at: formatInstant(madeAt, settings.capitalTimeZone),
        })}
      </p>
      {note !== "" && <p className={css["note"]}>{note}</p>}
    </>
  );
}

function Foot({ shown, receiving }: { readonly shown: ShownPlan; readonly receiving: Receiving }): ReactNode {
  const { t } = useText();
  const { plan, entries } = shown.merge;
  const writes = plan.rows.filter(({ fate, keepsOurs }) => fate !== "unchanged" && !keepsOurs).length;
  const label = entries.length === 0 ? t("pouches.merge.receipt") : t("pouches.merge", { count: writes });
  useCommands([
    {
      id: "pouches.merge",
      labelKey: "pouches.merge",
      labelValues: { count: writes },
      keys: "Mod+Enter",
      when: () => !receiving.isBusy,
      run: () => void receiving.merge(),
    },
  ]);
  return (
    <footer className={css["foot"]}>
      <Button isDisabled={receiving.isBusy} onPress={receiving.restart}>
        {t("pouches.receive.other")}
      </Button>
      <p className={css["footNote"]}>{t("import.plan.unwritten")}</p>
      <Button
        tone="primary"
        keys="Control+Enter"
        isPending={receiving.isBusy}
        onPress={() => void receiving.merge()}
      >
        {label}
      </Button>
    </footer>
  );
}
