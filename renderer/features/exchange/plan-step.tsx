// The third step: exactly what the import will do, row by row. Each row's fate can be changed; nothing has been written yet.
import { type ReactNode, useMemo, useState } from "react";
import { type Fate, fates, fatesOf, type PlanRow, wishes } from "#core/exchange/plan.ts";
import { Button } from "#ui/controls/button.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import type { GridColumn, GridSort } from "#ui/data-grid/column.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { useText } from "#ui/text/use-text.ts";
import { SelectionBar } from "../parts/selection-bar.tsx";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import css from "./import-screen.module.css";
import { PlanRowFacts } from "./plan-row-facts.tsx";
import { type PlanText, usePlanText } from "./plan-text.ts";
import type { Importing } from "./use-import.ts";

const looks: Readonly<Record<Fate, { readonly shape: Shape; readonly tone: Tone }>> = {
  create: { shape: "full-circle", tone: "success" },
  update: { shape: "half-circle", tone: "info" },
  unchanged: { shape: "dash", tone: "neutral" },
  duplicate: { shape: "diamond", tone: "warning" },
  conflict: { shape: "triangle", tone: "warning" },
  skip: { shape: "circle", tone: "neutral" },
  reject: { shape: "cross", tone: "danger" },
};

const nobody: ReadonlySet<string> = new Set();
const rowKey = ({ at }: PlanRow): string => String(at);

export function PlanStep({ importing }: { readonly importing: Importing }): ReactNode {
  const { t } = useText();
  const { planned, rows, target, isStale } = importing;
  const [shown, setShown] = useState<Fate | "all">("all");
  const [sort, setSort] = useState<GridSort | null>(null);
  const [openAt, setOpenAt] = useState<number | null>(null);
  const [selected, setSelected] = useState(nobody);
  const place = useFocusKept(Number(selected.size > 0));
  const planText = usePlanText(target, planned?.against ?? {}, planned?.made ?? {});
  const columns = usePlanColumns(planText);
  const counts = useMemo(() => fatesOf(rows), [rows]);
  const open = rows.find(({ at }) => at === openAt) ?? null;
  // The row beside the table stays in it when its fate is changed: another in its place would take the next choice.
  const stays = open !== null && open.fate !== shown ? openAt : null;
  const visible = useMemo(
    () => (shown === "all" ? rows : rows.filter(({ at, fate }) => fate === shown || at === stays)),
    [rows, shown, stays],
  );
  const filters = [
    { id: "all" as const, label: t("import.plan.all", { count: rows.length }) },
    ...fates
      .filter((fate) => counts[fate] > 0 || fate === "create" || fate === "update")
      .map((fate) => ({ id: fate, label: t(`import.fate.${fate}.count`, { count: counts[fate] }) })),
  ];
  return (
    <div className={css["plan"]}>
      <div className={css["planHead"]}>
        {isStale && <Callout tone="warning">{t("import.plan.stale")}</Callout>}
        <p>{t("import.plan.lead")}</p>
        <ToggleButtonGroup
          label={t("import.plan.show")}
          options={filters}
          value={shown}
          onChange={(fate) => {
            setShown(fate);
            setOpenAt(null);
          }}
        />
      </div>
      <div ref={place} className={css["planBody"]}>
        <DataGrid
          label={t("import.plan.table")}
          rows={visible}
          rowKey={rowKey}
          columns={columns}
          sort={sort}
          onSortChange={setSort}
          selected={selected}
          onSelectedChange={setSelected}
          onOpen={({ at }) => setOpenAt(at)}
          onActiveChange={(row) => setOpenAt(row?.at ?? null)}
          currentKey={open === null ? null : rowKey(open)}
          empty={<EmptyState>{t("import.plan.none")}</EmptyState>}
        />
        <aside className={css["planFacts"]} aria-label={t("import.plan.details")}>
          {open === null ? (
            <p className={css["muted"]}>{t("import.plan.choose")}</p>
          ) : (
            <PlanRowFacts
              row={open}
              planText={planText}
              proposal={planned?.rows.find(({ at }) => at === open.at) ?? open}
              onChoose={(choice) => importing.choose([open.at], choice)}
            />
          )}
        </aside>
      </div>
      {selected.size > 0 && (
        <SelectionBar label={t("import.plan.bulk")} count={selected.size} onClear={() => setSelected(nobody)}>
          {([...wishes, "proposed"] as const).map((wish) => (
            <Button key={wish} size="small" onPress={() => importing.choose([...selected].map(Number), wish)}>
              {t(`import.wish.${wish}`)}
            </Button>
          ))}
        </SelectionBar>
      )}
    </div>
  );
}

function usePlanColumns(planText: PlanText): readonly GridColumn<PlanRow>[] {
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: "title",
        heading: t("import.plan.row"),
        value: (row) => row.title,
        text: (row) => row.title || t("import.plan.unnamed"),
        cell: (row) => <bdi>{row.title || t("import.plan.unnamed")}</bdi>,
        width: 176,
      },
      { id: "line", heading: t("import.plan.line"), value: (row) => row.line, align: "end", width: 64 },
      {
        id: "fate",
        heading: t("import.plan.fate"),
        value: (row) => fates.indexOf(row.fate),
        text: (row) => t(`import.fate.${row.fate}`),
        cell: (row) => <StateMark {...looks[row.fate]} label={t(`import.fate.${row.fate}`)} isPlain />,
        width: 148,
      },
      {
        id: "what",
        heading: t("import.plan.what"),
        value: (row) => planText.row(row),
        isSortable: false,
        grows: true,
        width: 280,
      },
    ],
    [t, planText],
  );
}
