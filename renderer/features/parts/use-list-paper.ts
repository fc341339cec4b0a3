// A list on the screen as a paper of one table, marked in every row, to be saved as CSV or a spreadsheet.
import type { Paper } from "#core/report/blocks.ts";
import { type ListColumn, tablePaper } from "#core/report/table-paper.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { type GridColumn, textOf } from "#ui/data-grid/column.ts";
import { useText } from "#ui/text/use-text.ts";
import { cityOf } from "./deadline-text.ts";
import { useWorkspace } from "./workspace.tsx";

export interface ListAsk<Row> {
  readonly title: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
}

/** Days and instants leave as they are kept: a weekday and a month's name cannot be read in again everywhere. */
const isDated = /^\d{4}-\d{2}-\d{2}(?:T\S+)?$/;

/** A grid's columns as they are saved: what is shown as a number stays one, everything else is its text. */
export function savedColumns<Row>(columns: readonly GridColumn<Row>[]): readonly ListColumn<Row>[] {
  return columns.map((column) => ({
    heading: column.heading,
    width: column.width ?? 140,
    cell: (row) => {
      if (column.saved !== undefined) return column.saved(row);
      const value = column.value(row);
      if (typeof value === "string" && isDated.test(value)) return value;
      const text = textOf(column, row);
      return typeof value === "number" && text === String(value) ? value : text;
    },
  }));
}

/** A table's paper with the workspace's marking, the day the data are of, and page numbers. */
export function useListPaper(): <Row>(ask: ListAsk<Row>) => Paper {
  const { t, locale, direction, formatInstant } = useText();
  const { settings, now } = useWorkspace();
  const timeZone = zoneFrom(settings.capitalTimeZone);
  return (ask) =>
    tablePaper({
      ...ask,
      empty: "",
      markingHeading: t("paper.marking"),
      language: locale,
      direction,
      marking: settings.bannerText,
      asOf: t("paper.asOf", { when: formatInstant(now, timeZone), city: cityOf(timeZone) }),
      pageLabel: t("paper.page", { page: "{page}", pages: "{pages}" }),
      footer: settings.officeName,
    });
}
