// The chosen posts as a list in a file, with the columns of the screen.
import type { SaveFormat } from "#core/host/shapes.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { useText } from "#ui/text/use-text.ts";
import { savedColumns, useListPaper } from "../parts/use-list-paper.ts";
import { useSavePaper } from "../parts/use-save-paper.ts";
import type { CaseView } from "./case-view.ts";
import { directiveName } from "./directive-columns.tsx";
import { usePostColumns } from "./post-columns.tsx";

/** Saves the lines as a spreadsheet or as comma-separated text. */
export function usePostsExport(
  view: CaseView,
): (lines: readonly TaskLine[], format: SaveFormat) => Promise<void> {
  const { t } = useText();
  const columns = savedColumns(usePostColumns());
  const listPaper = useListPaper();
  const save = useSavePaper();
  return async (lines, format) => {
    const title = t("bulk.export.name", { directive: directiveName(view.file.directive) });
    await save(title, format, listPaper({ title, columns, rows: lines }));
  };
}
