// Takes a list out as it is shown: its filters, columns and order, as a spreadsheet, as CSV, or copied as text. Rows carry
// the ids of their records, so that what is changed outside and read in again updates instead of adding.
import type { ReactNode } from "react";
import { ownHeadings } from "#core/exchange/target.ts";
import type { RecordFormat } from "#core/host/shapes.ts";
import type { RowBase } from "#core/model/entity.ts";
import type { ListColumn } from "#core/report/table-paper.ts";
import { useSession } from "#data/use-live.tsx";
import { MenuButton } from "#ui/controls/menu-button.tsx";
import type { GridColumn, GridSort } from "#ui/data-grid/column.ts";
import { sortedRows } from "#ui/data-grid/sorted-rows.ts";
import { asTextTable, copyText } from "#ui/lib/copy-text.ts";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { savedColumns, useListPaper } from "./use-list-paper.ts";
import { useKeepSaved, useSavePaper } from "./use-save-paper.ts";
import { useWorkspace } from "./workspace.tsx";

export interface ListExportProps<Row> {
  /** Of the list, and of the file. */
  readonly title: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly sort: GridSort | null;
  /** The record a row stands for; left out where rows are no records. */
  readonly recordOf?: (row: Row) => Pick<RowBase, "id" | "changedAt">;
  /** How the rows leave for address books or calendars, where there is such a way. */
  readonly records?: RecordsOf<Row>;
}

interface RecordsOf<Row> {
  readonly format: RecordFormat;
  readonly of: (rows: readonly Row[], marking: string) => string;
}

const ways = ["xlsx", "csv", "copy"] as const;

export function ListExport<Row>(props: ListExportProps<Row>): ReactNode {
  const { title, columns, rows, sort, recordOf, records } = props;
  const { t, locale } = useText();
  const toast = useToast();
  const paper = useListPaper();
  const save = useSavePaper();
  const keep = useKeepSaved();
  const { host } = useSession();
  const { settings } = useWorkspace();
  const take = (way: (typeof ways)[number] | RecordFormat) => {
    const ordered = sortedRows(rows, columns, sort, locale);
    if (way === "vcf" || way === "ics") {
      const text = records?.of(ordered, settings.bannerText) ?? "";
      void keep(host.call("files.saveRecords", { name: title, format: way, text }), way, rows.length);
      return;
    }
    if (way === "copy") {
      const shown = savedColumns(columns);
      const cells = ordered.map((row) => shown.map(({ cell }) => String(cell(row) ?? "")));
      const isCopied = copyText(asTextTable([shown.map(({ heading }) => heading), ...cells]));
      toast.show({ text: t(isCopied ? "list.copied" : "list.notCopied", { count: rows.length }) });
      return;
    }
    const ids = recordOf === undefined ? [] : idColumns(recordOf);
    void save(title, way, paper({ title, columns: [...savedColumns(columns), ...ids], rows: ordered }));
  };
  const [xlsx, csv, copy] = ways;
  const offered = [xlsx, csv, ...(records === undefined ? [] : [records.format]), copy];
  return (
    <MenuButton
      label={t("list.save")}
      actions={offered.map((id) => ({
        id,
        label: t(`list.save.${id}`),
        ...(id === "copy" ? { startsGroup: true } : {}),
      }))}
      onAction={take}
      isDisabled={rows.length === 0}
    />
  );
}

function idColumns<Row>(recordOf: NonNullable<ListExportProps<Row>["recordOf"]>): readonly ListColumn<Row>[] {
  return [
    { heading: ownHeadings.id, width: 120, cell: (row) => recordOf(row).id },
    { heading: ownHeadings.version, width: 120, cell: (row) => recordOf(row).changedAt },
  ];
}
