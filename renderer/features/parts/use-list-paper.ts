// A list on the screen as a paper of one table, marked in every row, to be saved as CSV or a spreadsheet.
import type { Paper } from "#core/report/blocks.ts";
import { type ListColumn, tablePaper } from "#core/report/table-paper.ts";
import { type GridColumn, textOf } from "#ui/data-grid/column.ts";
import { useText } from "#ui/text/use-text.ts";
import { usePaper } from "./use-paper.ts";

export interface ListAsk<Row> {
  readonly title: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A grid's columns as they are saved: what is shown as a number stays one, everything else is its text. */
export function savedColumns<Row>(columns: readonly GridColumn<Row>[]): readonly ListColumn<Row>[] {
  return columns.map((column) => ({
    heading: column.heading,
    width: column.width ?? 140,
    cell: (row) => {
      const value = column.value(row);
      const text = textOf(column, row);
      return typeof value === "number" && text === String(value) ? value : text;
    },
  }));
}

export function useListPaper(): <Row>(ask: ListAsk<Row>) => Paper {
  const { t } = useText();
  const paper = usePaper();
  return (ask) => {
    const { language, direction, marking, asOf, pageLabel, footer } = paper({ title: ask.title, blocks: [] });
    return tablePaper({
      ...ask,
      empty: "",
      markingHeading: t("paper.marking"),
      language,
      direction,
      marking,
      asOf,
      pageLabel,
      footer,
    });
  };
}
