// The fields in which two records differ, side by side, with a choice in each; without choices only to be looked at.
import type { ReactNode } from "react";
import type { MergeField, Take } from "#core/rules/merge.ts";
import type { MergeFile } from "#data/duplicates.ts";
import { RadioGroup } from "#ui/controls/radio-group.tsx";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { useValueWords } from "../parts/value-words.ts";
import css from "./decisions-screen.module.css";

interface MergeTableProps {
  readonly file: MergeFile;
  readonly fields: readonly MergeField[];
  readonly takes?: Readonly<Record<string, Take>>;
  readonly onTake?: (name: string, take: Take) => void;
}

export function MergeTable({ file, fields, takes, onTake }: MergeTableProps): ReactNode {
  const text = useText();
  const { t } = text;
  const { table, kept, other, postNames } = file;
  const postOf = (row: MergeFile["kept"]) => ("postId" in row ? (postNames.get(row.postId ?? "") ?? "") : "");
  if (fields.length === 0) return <p>{t("merge.nothingDiffers")}</p>;
  return (
    <table className={css["table"]}>
      <thead>
        <tr>
          <th scope="col">{t("merge.field")}</th>
          <th scope="col">
            {t("merge.keptRecord")} <bdi className={css["muted"]}>{postOf(kept)}</bdi>
          </th>
          <th scope="col">
            {t("merge.otherRecord")} <bdi className={css["muted"]}>{postOf(other)}</bdi>
          </th>
          {takes && <th scope="col">{t("merge.stands")}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const label = fieldLabel(text, table, field.name);
          return (
            <tr key={field.name}>
              <th scope="row">{label}</th>
              <td>
                <FieldValue file={file} name={field.name} value={field.kept} />
              </td>
              <td>
                <FieldValue file={file} name={field.name} value={field.other} />
              </td>
              {takes && (
                <td>
                  <RadioGroup
                    label={t("merge.standsIn", { field: label })}
                    hideLabel
                    isInline
                    options={field.takes.map((id) => ({ id, label: t(`merge.take.${id}`) }))}
                    value={takes[field.name] ?? field.start}
                    onChange={(take) => onTake?.(field.name, take)}
                  />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface FieldValueProps {
  readonly file: MergeFile;
  readonly name: string;
  readonly value: unknown;
}

/** A map's members stand one under the other: an office by its words, a tag by its own. */
function FieldValue({ file: { table, titles }, name, value }: FieldValueProps): ReactNode {
  const { t } = useText();
  const words = useValueWords();
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isMap) return <bdi className={css["text"]}>{words(table, name, value, titles)}</bdi>;
  const members = Object.entries(value as Readonly<Record<string, unknown>>);
  if (members.length === 0) return <span className={css["muted"]}>{t("decisions.empty")}</span>;
  return (
    <ul>
      {members.map(([key, member]) => (
        <li key={key}>
          <bdi>{member === true ? key : words(table, `${name}/${key}`, member, titles)}</bdi>
        </li>
      ))}
    </ul>
  );
}
