// The third step: exactly what the import will do, row by row. Nothing has been written yet.
import { useMemo, useState, type ReactNode } from "react";
import { type Fate, fates, type Plan, type PlanRow } from "#core/exchange/plan.ts";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import type { GridColumn, GridSort } from "#ui/data-grid/column.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./import-screen.module.css";
import { usePlanText } from "./import-plan-text.ts";

const looks: Readonly<Record<Fate, { readonly shape: Shape; readonly tone: Tone }>> = {
  create: { shape: "full-circle", tone: "success" },
  update: { shape: "half-circle", tone: "info" },
  unchanged: { shape: "dash", tone: "neutral" },
  duplicate: { shape: "diamond", tone: "warning" },
  reject: { shape: "cross", tone: "danger" },
};

export interface PlanStepProps {
  readonly plan: Plan;
  /** Posts have changed since the plan was made. */
  readonly isStale: boolean;
  /** The last try to apply it did not succeed. */
  readonly hasFailed: boolean;
}

export function PlanStep({ plan, isStale, hasFailed }: PlanStepProps): ReactNode {
  const { t } = useText();
  const planText = usePlanText();
  const [shown, setShown] = useState<Fate | "all">("all");
  const [sort, setSort] = useState<GridSort | null>(null);
  const [openLine, setOpenLine] = useState<number | null>(null);
  const rows = useMemo(
    () => (shown === "all" ? plan.rows : plan.rows.filter(({ fate }) => fate === shown)),
    [plan, shown],
  );
  const columns = usePlanColumns();
  const open = plan.rows.find(({ line }) => line === openLine) ?? null;
  const filters = [
    { id: "all" as const, label: t("postsImport.plan.all", { count: plan.rows.length }) },
    ...fates.map((fate) => ({
      id: fate,
      label: t(`postsImport.fate.${fate}.count`, { count: plan.counts[fate] }),
    })),
  ];
  return (
    <div className={css["plan"]}>
      <div className={css["planHead"]}>
        {hasFailed && (
          <Callout tone="danger" title={t("postsImport.plan.failed")} isAnnounced>
            {t("postsImport.plan.failedText")}
          </Callout>
        )}
        {isStale && <Callout tone="warning">{t("postsImport.plan.stale")}</Callout>}
        <p>{t("postsImport.plan.lead")}</p>
        <ToggleButtonGroup
          label={t("postsImport.plan.show")}
          options={filters}
          value={shown}
          onChange={setShown}
        />
      </div>
      <div className={css["planBody"]}>
        <DataGrid
          label={t("postsImport.plan.table")}
          rows={rows}
          rowKey={rowKey}
          columns={columns}
          sort={sort}
          onSortChange={setSort}
          onOpen={({ line }) => setOpenLine(line)}
          onActiveChange={(row) => setOpenLine(row?.line ?? null)}
          currentKey={open === null ? null : rowKey(open)}
          empty={<EmptyState>{t("postsImport.plan.none")}</EmptyState>}
        />
        <aside className={css["planFacts"]} aria-label={t("postsImport.plan.details")}>
          {open === null ? (
            <p className={css["muted"]}>{t("postsImport.plan.choose")}</p>
          ) : (
            <PlanRowFacts row={open} planText={planText} />
          )}
        </aside>
      </div>
    </div>
  );
}

function rowKey(row: PlanRow): string {
  return String(row.line);
}

function usePlanColumns(): readonly GridColumn<PlanRow>[] {
  const { t } = useText();
  const planText = usePlanText();
  return useMemo(
    () => [
      {
        id: "title",
        heading: t("postsImport.plan.post"),
        value: (row) => row.title,
        text: (row) => row.title || t("postsImport.plan.unnamed"),
        width: 200,
      },
      {
        id: "line",
        heading: t("postsImport.plan.line"),
        value: (row) => row.line,
        align: "end",
        width: 64,
      },
      {
        id: "fate",
        heading: t("postsImport.plan.fate"),
        value: (row) => fates.indexOf(row.fate),
        text: (row) => t(`postsImport.fate.${row.fate}`),
        cell: (row) => <StateMark {...looks[row.fate]} label={t(`postsImport.fate.${row.fate}`)} isPlain />,
        width: 128,
      },
      {
        id: "what",
        heading: t("postsImport.plan.what"),
        value: (row) => planText.row(row),
        isSortable: false,
        grows: true,
        width: 320,
      },
    ],
    [t, planText],
  );
}

function PlanRowFacts(props: {
  readonly row: PlanRow;
  readonly planText: ReturnType<typeof usePlanText>;
}): ReactNode {
  const { t } = useText();
  const { row, planText } = props;
  return (
    <>
      <h2 className={css["rowTitle"]}>
        <bdi>{row.title || t("postsImport.plan.unnamed")}</bdi>
      </h2>
      <p className={css["muted"]}>
        {t("postsImport.plan.rowIs", { fate: t(`postsImport.fate.${row.fate}`), line: row.line })}
      </p>
      {row.reasons.map((reason) => (
        <p key={`${reason.code}${reason.column ?? ""}`}>{planText.reason(reason)}</p>
      ))}
      {row.fate === "unchanged" && <p>{t("postsImport.plan.same")}</p>}
      {row.changes.length > 0 && (
        <table className={css["changes"]}>
          <thead>
            <tr>
              <th scope="col">{t("postsImport.map.field")}</th>
              {row.fate === "update" && <th scope="col">{t("postsImport.plan.before")}</th>}
              <th scope="col">{t("postsImport.plan.after")}</th>
            </tr>
          </thead>
          <tbody>
            {row.changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{planText.field(field)}</th>
                {row.fate === "update" && (
                  <td className={css["was"]}>
                    <bdi>{planText.value(field, before) || t("postsImport.blank")}</bdi>
                  </td>
                )}
                <td>
                  <bdi>{planText.value(field, after) || t("postsImport.blank")}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
