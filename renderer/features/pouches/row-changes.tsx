// One record of a pouch: what it would change, field by field.
import type { ReactNode } from "react";
import type { PouchFate, PouchRow } from "#core/exchange/pouch/pouch-plan.ts";
import { recordKey } from "#data/touches.ts";
import { RadioGroup } from "#ui/controls/radio-group.tsx";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { ValueChange } from "../parts/value-change.tsx";
import { keyTitle } from "../parts/value-words.ts";
import type { ConflictWords } from "./plan-table.tsx";
import css from "./receive-screen.module.css";

export function RowChanges({
  row,
  titles,
  conflicts,
  onChoose,
}: {
  readonly row: PouchRow;
  readonly titles: ReadonlyMap<string, string>;
  readonly conflicts: ConflictWords;
  readonly onChoose: (keepsOurs: boolean) => void;
}): ReactNode {
  const { t, has } = useText();
  const { table, id, fate, fields, by } = row;
  return (
    <>
      <h2 className={css["rowTitle"]}>
        <bdi>{titles.get(recordKey(table, id)) || t("import.plan.unnamed")}</bdi>
      </h2>
      <p className={css["muted"]}>
        {t("pouches.plan.rowIs", { kind: t(`record.${table}`), fate: t(`import.fate.${fate}`), by })}
      </p>
      {fate === "conflict" && (
        <p>{t(conflicts === "fork" ? "pouches.settle.row.conflict" : "pouches.plan.conflict")}</p>
      )}
      {fate === "unchanged" && <p>{t("pouches.plan.unchanged")}</p>}
      {fate !== "unchanged" && (
        <RadioGroup
          label={t("import.plan.becomes")}
          options={[
            { id: "take", label: t(takeKey(fate, conflicts)) },
            { id: "keep", label: t(keepKey(fate, conflicts)) },
          ]}
          value={row.keepsOurs ? "keep" : "take"}
          onChange={(choice) => onChoose(choice === "keep")}
        />
      )}
      <dl className={css["changes"]}>
        {fields.map((field) => (
          <div key={field.path} className={css["change"]}>
            <dt>
              {fieldLabel({ t, has }, table, field.path)} <bdi>{keyTitle(table, field.path, titles)}</bdi>
            </dt>
            <dd>
              <ValueChange table={table} change={field} titles={titles} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function takeKey(fate: PouchFate, conflicts: ConflictWords) {
  if (fate !== "conflict") return "pouches.plan.take" as const;
  return conflicts === "fork"
    ? ("pouches.settle.row.takeAll" as const)
    : ("pouches.plan.take.conflict" as const);
}

function keepKey(fate: PouchFate, conflicts: ConflictWords) {
  if (conflicts === "pouch")
    return fate === "create" ? ("pouches.plan.keep.new" as const) : ("pouches.plan.keep" as const);
  if (fate === "create") return "pouches.settle.row.leave" as const;
  return fate === "conflict" ? ("pouches.settle.row.keepOurs" as const) : ("pouches.plan.keep" as const);
}
