// What merging would do, record by record, and what of the pouch is held back and why. Nothing has been written yet.
import { type ReactNode, useMemo, useState } from "react";
import { type PouchFate, pouchFates, type PouchRow } from "#core/exchange/pouch/pouch-plan.ts";
import { recordKey } from "#data/touches.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import type { GridColumn, GridSort } from "#ui/data-grid/column.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { HeldBack } from "./held-back.tsx";
import { RowChanges } from "./row-changes.tsx";
import css from "./receive-screen.module.css";
import type { Receiving, ShownPlan } from "./use-receive.ts";

const looks: Readonly<Record<PouchFate, { readonly shape: Shape; readonly tone: Tone }>> = {
  create: { shape: "full-circle", tone: "success" },
  update: { shape: "half-circle", tone: "info" },
  conflict: { shape: "triangle", tone: "warning" },
  unchanged: { shape: "dash", tone: "neutral" },
};

const nobody: ReadonlySet<string> = new Set();
const keyOf = ({ table, id }: PouchRow): string => recordKey(table, id);

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
  const [fate, setFate] = useState<PouchFate | "all">("all");
  const [sort, setSort] = useState<GridSort | null>(null);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [selected, setSelected] = useState(nobody);
  const columns = useColumns(titles);
  const visible = useMemo(
    () => (fate === "all" ? rows : rows.filter((row) => row.fate === fate)),
    [rows, fate],
  );
  const open = rows.find((row) => keyOf(row) === openKey) ?? null;
  const filters = [
    { id: "all" as const, label: t("import.plan.all", { count: rows.length }) },
    ...pouchFates
      .filter((some) => counts[some] > 0)
      .map((some) => ({ id: some, label: t(`import.fate.${some}.count`, { count: counts[some] }) })),
  ];
  return (
    <>
      <div className={css["plan"]}>
        <div className={css["planHead"]}>
          <From shown={shown} />
          <HeldBack merge={merge} />
          {rows.length > 0 && (
            <ToggleButtonGroup
              label={t("import.plan.show")}
              options={filters}
              value={fate}
              onChange={setFate}
            />
          )}
        </div>
        {rows.length > 0 && (
          <div className={css["planBody"]}>
            <DataGrid
              label={t("pouches.plan.table")}
              rows={visible}
              rowKey={keyOf}
              columns={columns}
              sort={sort}
              onSortChange={setSort}
              selected={selected}
              onSelectedChange={setSelected}
              onOpen={(row) => setOpenKey(keyOf(row))}
              onActiveChange={(row) => setOpenKey(row ? keyOf(row) : null)}
              currentKey={openKey}
              empty={<EmptyState>{t("import.plan.none")}</EmptyState>}
            />
            <aside className={css["planFacts"]} aria-label={t("pouches.plan.details")}>
              {open === null ? (
                <p className={css["muted"]}>{t("import.plan.choose")}</p>
              ) : (
                <RowChanges
                  row={open}
                  titles={titles}
                  onChoose={(keepsOurs) => void receiving.choose(new Set([keyOf(open)]), keepsOurs)}
                />
              )}
            </aside>
          </div>
        )}
      </div>
      {selected.size > 0 && (
        <div className={css["bulk"]} role="group" aria-label={t("import.plan.bulk")}>
          <span>{t("ui.grid.selected", { count: selected.size })}</span>
          <Button size="small" onPress={() => void receiving.choose(selected, false)}>
            {t("pouches.plan.take")}
          </Button>
          <Button size="small" onPress={() => void receiving.choose(selected, true)}>
            {t("pouches.plan.keep")}
          </Button>
          <Button size="small" tone="quiet" onPress={() => setSelected(nobody)}>
            {t("import.plan.clear")}
          </Button>
        </div>
      )}
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

function useColumns(titles: ReadonlyMap<string, string>): readonly GridColumn<PouchRow>[] {
  const { t, has, formatList } = useText();
  return useMemo(() => {
    const titleOf = (row: PouchRow) => titles.get(keyOf(row)) || t("import.plan.unnamed");
    const fieldsOf = ({ table, fields }: PouchRow) =>
      formatList([...new Set(fields.map(({ path }) => fieldLabel({ t, has }, table, path)))]);
    return [
      {
        id: "title",
        heading: t("import.plan.row"),
        value: titleOf,
        cell: (row) => <bdi>{titleOf(row)}</bdi>,
        width: 200,
      },
      {
        id: "table",
        heading: t("pouches.plan.kind"),
        value: ({ table }) => t(`record.${table}`),
        width: 104,
      },
      {
        id: "fate",
        heading: t("import.plan.fate"),
        value: ({ fate }) => pouchFates.indexOf(fate),
        text: ({ fate, keepsOurs }) => t(keepsOurs ? "pouches.plan.kept" : `import.fate.${fate}`),
        cell: ({ fate, keepsOurs }) =>
          keepsOurs ? (
            <StateMark shape="circle" tone="neutral" label={t("pouches.plan.kept")} isPlain />
          ) : (
            <StateMark {...looks[fate]} label={t(`import.fate.${fate}`)} isPlain />
          ),
        width: 108,
      },
      {
        id: "by",
        heading: t("pouches.plan.by"),
        value: ({ by }) => by,
        cell: ({ by }) => <bdi>{by}</bdi>,
        width: 110,
      },
      {
        id: "what",
        heading: t("import.plan.what"),
        value: fieldsOf,
        isSortable: false,
        grows: true,
        width: 200,
      },
    ];
  }, [titles, t, has, formatList]);
}
