// The chosen posts as a table in a file, with the columns of the screen.
import type { SaveFormat } from "#core/host/shapes.ts";
import type { TableBlock } from "#core/report/blocks.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { textOf, type GridColumn } from "#ui/data-grid/column.ts";
import { useText } from "#ui/text/use-text.ts";
import { usePaper } from "../parts/use-paper.ts";
import { useSavePaper } from "../parts/use-save-paper.ts";
import type { CaseView } from "./case-view.ts";
import { directiveName } from "./directive-columns.tsx";
import { usePostColumns } from "./post-columns.tsx";

function tableOf(
  columns: readonly GridColumn<TaskLine>[],
  lines: readonly TaskLine[],
  caption: string,
): TableBlock {
  return {
    kind: "table",
    caption,
    empty: "",
    columns: columns.map(({ heading, align, width }) => ({
      heading,
      align: align === "end" ? "end" : "start",
      width: width ?? 100,
    })),
    rows: lines.map((line) =>
      columns.map((column) => {
        const value = column.value(line);
        const text = textOf(column, line);
        // A share such as 5/7 is text; only what is shown as a number adds up in a spreadsheet.
        return {
          text,
          number: typeof value === "number" && text === String(value) ? value : null,
          tone: "plain",
        };
      }),
    ),
  };
}

/** Saves the lines as a spreadsheet or as comma-separated text. */
export function usePostsExport(
  view: CaseView,
): (lines: readonly TaskLine[], format: SaveFormat) => Promise<void> {
  const { t } = useText();
  const columns = usePostColumns();
  const paper = usePaper();
  const save = useSavePaper();
  return async (lines, format) => {
    const { directive } = view.file;
    const name = directiveName(directive);
    const title = t("bulk.export.name", { directive: name });
    await save(
      title,
      format,
      paper({ title, subtitle: directive.subject, blocks: [tableOf(columns, lines, title)] }),
    );
  };
}
