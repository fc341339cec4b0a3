// The shape of a file where it can be read in more than one way: sheet, line of headings, letters.
import type { ReactNode } from "react";
import { encodings, type ReadOptions } from "#core/host/shapes.ts";
import { Select } from "#ui/controls/select.tsx";
import { useText } from "#ui/text/use-text.ts";
import type { ImportFile } from "./import-file.ts";

export interface ShapeFieldsProps {
  readonly file: ImportFile;
  readonly onReread: (options: ReadOptions) => void;
}

export function ShapeFields({ file, onReread }: ShapeFieldsProps): ReactNode {
  const { t, has } = useText();
  const sheetLabel = (name: string): string => {
    const key = `import.entries.${name}`;
    return table.format === "ics" && has(key) ? t(key) : name;
  };
  const { encoding, table } = file;
  const { sheets, sheet, head } = table;
  const headingLine = head.length === 0 ? null : table.headingLine;
  return (
    <>
      {sheets.length > 1 && (
        <Select
          label={t(table.format === "ics" ? "import.map.entries" : "import.map.sheet")}
          options={sheets.map((name, at) => ({ id: String(at), label: sheetLabel(name) }))}
          value={String(sheet)}
          onChange={(next) => onReread({ encoding: null, sheet: Number(next), headingLine: null })}
        />
      )}
      {head.length > 0 && (
        <Select
          label={t("import.map.headings")}
          options={head.map(({ line, cells }) => ({
            id: String(line),
            label: t("import.map.headingLine", {
              line,
              cells: cells.filter(Boolean).join(" · ").slice(0, 80),
            }),
          }))}
          value={String(headingLine)}
          onChange={(next) => onReread({ encoding, sheet, headingLine: Number(next) })}
        />
      )}
      {encoding !== null && encoding !== "utf-8" && (
        <Select
          label={t("import.map.encoding")}
          options={encodings.map((id) => ({ id, label: t(`import.encoding.${id}`) }))}
          value={encoding}
          onChange={(next) => onReread({ encoding: next, sheet, headingLine })}
        />
      )}
    </>
  );
}
