// One record of a pouch: what it would change, field by field.
import type { ReactNode } from "react";
import type { PouchRow } from "#core/exchange/pouch/pouch-plan.ts";
import { recordKey } from "#data/touches.ts";
import { RadioGroup } from "#ui/controls/radio-group.tsx";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { ValueChange } from "../parts/value-change.tsx";
import { keyTitle } from "../parts/value-words.ts";
import css from "./receive-screen.module.css";

export function RowChanges({
  row,
  titles,
  onChoose,
}: {
  readonly row: PouchRow;
  readonly titles: ReadonlyMap<string, string>;
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
      {fate === "conflict" && <p>{t("pouches.plan.conflict")}</p>}
      {fate === "unchanged" && <p>{t("pouches.plan.unchanged")}</p>}
      {fate !== "unchanged" && (
        <RadioGroup
          label={t("import.plan.becomes")}
          options={[
            {
              id: "take",
              label: t(fate === "conflict" ? "pouches.plan.take.conflict" : "pouches.plan.take"),
            },
            { id: "keep", label: t(fate === "create" ? "pouches.plan.keep.new" : "pouches.plan.keep") },
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
