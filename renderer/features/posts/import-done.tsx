// The last step: the receipt. What was done, from which file, and what was left out and why.
import type { ReactNode } from "react";
import { type Fate, fates, type Plan } from "#core/exchange/plan.ts";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useListPaper } from "../parts/use-list-paper.ts";
import { useSavePaper } from "../parts/use-save-paper.ts";
import css from "./import-screen.module.css";
import { usePlanText } from "./import-plan-text.ts";
import type { ReadTable } from "./import-table.ts";
import { rejectColumns } from "./import-rejects.ts";

export interface DoneStepProps {
  readonly plan: Plan;
  readonly table: ReadTable;
  readonly onRestart: () => void;
}

export function DoneStep({ plan, table, onRestart }: DoneStepProps): ReactNode {
  const { t, formatNumber } = useText();
  const navigate = useNavigate();
  const planText = usePlanText();
  const save = useSavePaper();
  const listPaper = useListPaper();
  const rejects = plan.rows.filter(({ fate }) => fate === "reject");

  const saveRejects = () => {
    const columns = rejectColumns(table, {
      line: t("postsImport.plan.line"),
      reason: t("postsImport.done.reason"),
      textOf: planText.row,
    });
    const title = t("postsImport.done.rejectsName", { name: table.name.replace(/\.[^.]*$/u, "") });
    return save(title, "csv", listPaper({ title, columns, rows: rejects }));
  };

  return (
    <div className={css["step"]}>
      <Callout tone="success" title={t("postsImport.done.title")} isAnnounced>
        {t("postsImport.done.text", { created: plan.counts.create, updated: plan.counts.update })}
      </Callout>
      <dl className={css["receipt"]}>
        <dt>{t("postsImport.done.file")}</dt>
        <dd>
          <bdi>{table.name}</bdi>, {t("postsImport.done.bytes", { bytes: formatNumber(table.byteCount) })}
        </dd>
        <dt>{t("postsImport.done.hash")}</dt>
        <dd className={css["hash"]}>{table.sha256}</dd>
        {fates.map((fate: Fate) => (
          <div key={fate} className={css["receiptRow"]}>
            <dt>{t(`postsImport.did.${fate}`)}</dt>
            <dd>{formatNumber(plan.counts[fate])}</dd>
          </div>
        ))}
      </dl>
      {rejects.length > 0 && (
        <section className={css["rejects"]}>
          <h2>{t("postsImport.done.rejects", { count: rejects.length })}</h2>
          <ul className={css["rejectList"]}>
            {rejects.slice(0, 10).map((row) => (
              <li key={row.line}>
                <span className={css["muted"]}>{t("postsImport.done.atLine", { line: row.line })}</span>{" "}
                {row.title !== "" && <bdi>{row.title}: </bdi>}
                {planText.row(row)}
              </li>
            ))}
          </ul>
          {rejects.length > 10 && (
            <p className={css["muted"]}>
              {t("postsImport.done.moreRejects", { count: rejects.length - 10 })}
            </p>
          )}
          <Button onPress={() => void saveRejects()}>{t("postsImport.done.saveRejects")}</Button>
        </section>
      )}
      <div className={css["ways"]}>
        <Button tone="primary" onPress={() => navigate(links.posts())}>
          {t("postsImport.done.toPosts")}
        </Button>
        <Button onPress={onRestart}>{t("postsImport.done.another")}</Button>
      </div>
    </div>
  );
}
