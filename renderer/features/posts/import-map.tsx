// The second step: which column of the file is read into which field, with an example of what stands there.
import type { ReactNode } from "react";
import type { Mapping } from "#core/exchange/column.ts";
import { postColumns } from "#core/exchange/columns/posts.ts";
import { canPlan } from "#core/exchange/plan-posts.ts";
import { Select } from "#ui/controls/select.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./import-screen.module.css";
import { usePlanText } from "./import-plan-text.ts";
import { exampleOf, withColumn } from "./import-mapping.ts";
import type { ReadTable } from "./import-table.ts";

export interface MapStepProps {
  readonly table: ReadTable;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

const unused = "none";

export function MapStep({ table, mapping, onChange }: MapStepProps): ReactNode {
  const { t, has, formatList } = useText();
  const planText = usePlanText();
  const taken = new Set(mapping.values());
  const left = table.headings.filter((_, at) => !taken.has(at));
  const options = [
    { id: unused, label: t("postsImport.map.unused") },
    ...table.headings.map((heading, at) => ({ id: String(at), label: heading })),
  ];
  return (
    <div className={css["step"]}>
      <p className={css["lead"]}>
        {t("postsImport.map.lead", { name: table.name, rows: table.rows.length })}
      </p>
      {!canPlan(mapping) && <Callout tone="warning">{t("postsImport.map.needsName")}</Callout>}
      <table className={css["mapping"]}>
        <thead>
          <tr>
            <th scope="col">{t("postsImport.map.field")}</th>
            <th scope="col">{t("postsImport.map.column")}</th>
            <th scope="col">{t("postsImport.map.example")}</th>
          </tr>
        </thead>
        <tbody>
          {postColumns.map(({ field }) => {
            const column = mapping.get(field);
            const hint = `postsImport.map.hint.${field}`;
            const example = column === undefined ? "" : exampleOf(table, column);
            return (
              <tr key={field}>
                <th scope="row">
                  {planText.field(field)}
                  {has(hint) && <span className={css["hint"]}>{t(hint)}</span>}
                </th>
                <td>
                  <Select
                    label={t("postsImport.map.columnFor", { field: planText.field(field) })}
                    hideLabel
                    options={options}
                    value={column === undefined ? unused : String(column)}
                    onChange={(id) => onChange(withColumn(mapping, field, id === unused ? null : Number(id)))}
                  />
                </td>
                <td className={css["example"]} title={example}>
                  {column !== undefined && example === "" ? (
                    <span className={css["muted"]}>{t("postsImport.map.noExample")}</span>
                  ) : (
                    <bdi>{example}</bdi>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {left.length > 0 && (
        <p className={css["muted"]}>
          {t("postsImport.map.left", { count: left.length, columns: formatList(left) })}
        </p>
      )}
    </div>
  );
}
