// Records of a plan beside what becomes of each: looked at one by one, and chosen alone or many at once.
import { type ReactNode, useMemo, useState } from "react";
import {
  type PouchFate,
  pouchFates,
  type PouchPlan,
  type PouchRow,
} from "#core/exchange/pouch/pouch-plan.ts";
import { recordKey } from "#data/touches.ts";
import { Button } from "#ui/controls/button.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import type { GridColumn, GridSort } from "#ui/data-grid/column.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { SelectionBar } from "../parts/selection-bar.tsx";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { RowChanges } from "./row-changes.tsx";
import css from "./receive-screen.module.css";

const looks: Readonly<Record<PouchFate, { readonly shape: Shape; readonly tone: Tone }>> = {
  create: { shape: "full-circle", tone: "success" },
  update: { shape: "half-circle", tone: "info" },
  conflict: { shape: "triangle", tone: "warning" },
  unchanged: { shape: "dash", tone: "neutral" },
};

const nobody: ReadonlySet<string> = new Set();
const keyOf = ({ table, id }: PouchRow): string => recordKey(table, id);

/** What the choices of a row are called, where both wrote it. */
export type ConflictWords = "pouch" | "fork";

export function PlanTable(props: {
  readonly label: string;
  readonly rows: readonly PouchRow[];
  readonly counts: PouchPlan["counts"];
  readonly titles: ReadonlyMap<string, string>;
  readonly conflicts: ConflictWords;
  /** Above the table. */
  readonly head: ReactNode;
  /** By "table/id": what came, or what stands here. */
  readonly onChoose: (keys: ReadonlySet<string>, keepsOurs: boolean) => void;
}): ReactNode {
  const { t } = useText();
  const { label, rows, counts, titles, conflicts, head, onChoose } = props;
  const [fate, setFate] = useState<PouchFate | "all">("all");
  const [sort, setSort] = useState<GridSort | null>(null);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [selected, setSelected] = useState(nobody);
  const place = useFocusKept(Number(selected.size > 0));
  const columns = useColumns(titles, conflicts);
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
          {head}
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
          <div ref={place} className={css["planBody"]}>
            <DataGrid
              label={label}
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
                  conflicts={conflicts}
                  onChoose={(keepsOurs) => onChoose(new Set([keyOf(open)]), keepsOurs)}
                />
              )}
            </aside>
          </div>
        )}
      </div>
      {selected.size > 0 && (
        <SelectionBar label={t("import.plan.bulk")} count={selected.size} onClear={() => setSelected(nobody)}>
          <Button size="small" onPress={() => onChoose(selected, false)}>
            {t("pouches.plan.take")}
          </Button>
          <Button size="small" onPress={() => onChoose(selected, true)}>
            {t("pouches.plan.keep")}
          </Button>
        </SelectionBar>
      )}
    </>
  );
}

function useColumns(
  titles: ReadonlyMap<string, string>,
  conflicts: ConflictWords,
): readonly GridColumn<PouchRow>[] {
  const { t, has, formatList } = useText();
  return useMemo(() => {
    const titleOf = (row: PouchRow) => titles.get(keyOf(row)) || t("import.plan.unnamed");
    const fieldsOf = ({ table, fields }: PouchRow) =>
      formatList([...new Set(fields.map(({ path }) => fieldLabel({ t, has }, table, path)))]);
    /** Of two histories a conflict is decided at once, so the row says for whom. */
    const fateOf = ({ fate, keepsOurs }: PouchRow) => {
      if (conflicts === "fork" && fate === "conflict")
        return t(keepsOurs ? "pouches.settle.row.ours" : "pouches.settle.row.theirs");
      return t(keepsOurs ? "pouches.plan.kept" : `import.fate.${fate}`);
    };
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
        text: fateOf,
        cell: (row) =>
          row.keepsOurs && !(conflicts === "fork" && row.fate === "conflict") ? (
            <StateMark shape="circle" tone="neutral" label={fateOf(row)} isPlain />
          ) : (
            <StateMark {...looks[row.fate]} label={fateOf(row)} isPlain />
          ),
        width: conflicts === "fork" ? 148 : 108,
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
  }, [titles, conflicts, t, has, formatList]);
}
