// Each field with the column it is read from, what stands there, and what words of it mean that no list knows.
import type { ReactNode } from "react";
import type { Column } from "#core/exchange/column.ts";
import { Select } from "#ui/controls/select.tsx";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import css from "./import-screen.module.css";
import type { ImportFile } from "./import-file.ts";
import { exampleFor, exampleOf, type ImportSettings, unknownWords, withColumn, withWord } from "./mapping.ts";
import type { Importing } from "./use-import.ts";

export interface MapTableProps {
  readonly importing: Importing;
  readonly file: ImportFile;
  readonly settings: ImportSettings;
}

const unused = "none";

/** A field of the table has a word already; what only a list says has its own. */
export function useColumnLabel(table: Parameters<typeof fieldLabel>[1]): (column: Column) => string {
  const text = useText();
  return ({ field }) => {
    const own = `import.field.${field}`;
    return text.has(own) ? text.t(own) : fieldLabel(text, table, field);
  };
}

export function MapTable({ importing, file, settings }: MapTableProps): ReactNode {
  const { t, formatList } = useText();
  const { target, columns } = importing;
  const labelOf = useColumnLabel(target.table);
  const taken = new Set(settings.mapping.values());
  const left = file.table.headings.filter((_, at) => !taken.has(at));
  return (
    <>
      <table className={css["mapping"]}>
        <thead>
          <tr>
            <th scope="col">{t("import.map.field")}</th>
            <th scope="col">{t("import.map.column")}</th>
            <th scope="col">{t("import.map.example")}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <MapRow
              key={column.field}
              importing={importing}
              file={file}
              settings={settings}
              column={column}
              label={labelOf(column)}
            />
          ))}
        </tbody>
      </table>
      {left.length > 0 && (
        <p className={css["muted"]}>
          {t("import.map.left", { count: left.length, columns: formatList(left) })}
        </p>
      )}
    </>
  );
}

interface MapRowProps extends MapTableProps {
  readonly column: Column;
  readonly label: string;
}

function MapRow({ importing, file, settings, column, label }: MapRowProps): ReactNode {
  const { t, has } = useText();
  const { field } = column;
  const at = settings.mapping.get(field);
  const hint = `import.hint.${importing.target.name}.${field}`;
  const example = at === undefined ? "" : exampleFor(column, exampleOf(file, at));
  const options = [
    { id: unused, label: t("import.map.unused") },
    ...file.table.headings.map((heading, index) => ({ id: String(index), label: heading })),
  ];
  const read = (id: string) => {
    const mapping = withColumn(settings.mapping, field, id === unused ? null : Number(id));
    importing.say({ ...settings, mapping });
  };
  return (
    <>
      <tr>
        <th scope="row">
          {label}
          {has(hint) && <span className={css["hint"]}>{t(hint)}</span>}
        </th>
        <td>
          <Select
            label={t("import.map.columnFor", { field: label })}
            hideLabel
            options={options}
            value={at === undefined ? unused : String(at)}
            onChange={read}
          />
        </td>
        <td className={css["example"]} title={example}>
          {at !== undefined && example === "" ? (
            <span className={css["muted"]}>{t("import.map.noExample")}</span>
          ) : (
            <bdi>{example}</bdi>
          )}
        </td>
      </tr>
      {column.kind === "choice" && at !== undefined && (
        <WordRows importing={importing} file={file} settings={settings} column={column} label={label} />
      )}
    </>
  );
}

/** Words of the file that the list does not know: each is explained once, for all its rows. */
function WordRows(props: MapRowProps & { readonly column: Column & { readonly kind: "choice" } }): ReactNode {
  const { t } = useText();
  const { importing, file, settings, column, label } = props;
  const { shown } = importing.rules;
  const words = unknownWords(file, column, settings.mapping, shown);
  const options = [
    { id: unused, label: t("import.map.unknownWord") },
    ...column.members.map((member) => ({ id: member, label: shown(column.list, member) })),
  ];
  return words.map(({ key, text, rows }) => (
    <tr key={key}>
      <th scope="row" className={css["word"]}>
        <bdi>{t("import.map.word", { text })}</bdi>
      </th>
      <td>
        <Select
          label={t("import.map.wordFor", { text, field: label })}
          hideLabel
          options={options}
          value={settings.words.get(column.field)?.get(key) ?? unused}
          onChange={(id) => {
            const member = id === unused ? null : id;
            importing.say({ ...settings, words: withWord(settings.words, column.field, key, member) });
          }}
        />
      </td>
      <td className={css["example"]}>{t("import.map.wordRows", { rows })}</td>
    </tr>
  ));
}
