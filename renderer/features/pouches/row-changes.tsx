// One record of a pouch: what it would change, field by field.
import type { ReactNode } from "react";
import type { PouchRow } from "#core/exchange/pouch/pouch-plan.ts";
import { recordKey } from "#data/touches.ts";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { ValueChange } from "../parts/value-change.tsx";
import { keyTitle } from "../parts/value-words.ts";
import css from "./receive-screen.module.css";

export function RowChanges({
  row,
  titles,
}: {
  readonly row: PouchRow;
  readonly titles: ReadonlyMap<string, string>;
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
