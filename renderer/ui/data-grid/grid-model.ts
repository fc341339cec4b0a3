// Sorting, grouping and column widths by TanStack Table; out come the lines a grid draws.
import {
  columnGroupingFeature,
  columnResizingFeature,
  columnSizingFeature,
  createExpandedRowModel,
  createGroupedRowModel,
  createSortedRowModel,
  rowExpandingFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from "@tanstack/react-table";
import { useMemo } from "react";
import { compareValues, gridCollator } from "./sorted-rows.ts";
import type { GridColumn, GridGroup, GridSort, GridValue } from "./column.ts";

const features = tableFeatures({
  rowSortingFeature,
  columnGroupingFeature,
  rowExpandingFeature,
  columnSizingFeature,
  columnResizingFeature,
  groupedRowModel: createGroupedRowModel(),
  sortedRowModel: createSortedRowModel(),
  expandedRowModel: createExpandedRowModel(),
});

export type GridLine<Row> =
  | { readonly kind: "row"; readonly key: string; readonly row: Row }
  | {
      readonly kind: "group";
      readonly key: string;
      readonly group: GridGroup;
      readonly rows: readonly Row[];
      readonly isOpen: boolean;
      readonly toggle: () => void;
    };

export interface GridModelOptions<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly GridColumn<Row>[];
  readonly sort: GridSort | null;
  readonly isSortedOutside: boolean;
  readonly groupOf: ((row: Row) => GridGroup) | undefined;
  readonly widths: Readonly<Record<string, number>>;
  readonly onWidthsChange: (widths: Readonly<Record<string, number>>) => void;
  readonly locale: string;
  readonly isRtl: boolean;
}

/** The hidden column that groups are made by. */
const groupColumn = "#group";
const defaultWidth = 140;
const leastWidth = 56;

function useColumnDefs<Row extends object>({ columns, groupOf, locale }: GridModelOptions<Row>) {
  return useMemo(() => {
    const collator = gridCollator(locale);
    const defs = columns.map((column): ColumnDef<typeof features, Row> => ({
      id: column.id,
      header: column.heading,
      accessorFn: (row) => column.value(row) ?? undefined,
      enableSorting: column.isSortable !== false,
      sortUndefined: "last",
      sortFn: (a, b, id) => compareValues(a.getValue<GridValue>(id), b.getValue<GridValue>(id), collator),
      size: column.width ?? defaultWidth,
      minSize: column.minWidth ?? leastWidth,
    }));
    if (groupOf === undefined) return defs;
    return [...defs, { id: groupColumn, accessorFn: (row: Row) => groupOf(row).id, enableSorting: false }];
  }, [columns, groupOf, locale]);
}

export function useGridModel<Row extends object>(options: GridModelOptions<Row>) {
  const { rows, rowKey, sort, isSortedOutside, groupOf, widths, onWidthsChange, isRtl } = options;
  const columns = useColumnDefs(options);
  const sorting = useMemo(
    () => (sort === null ? [] : [{ id: sort.column, desc: sort.direction === "descending" }]),
    [sort],
  );
  const grouping = useMemo(() => (groupOf === undefined ? [] : [groupColumn]), [groupOf]);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: rowKey,
    manualSorting: isSortedOutside,
    enableSortingRemoval: false,
    autoResetExpanded: false,
    columnResizeMode: "onChange",
    columnResizeDirection: isRtl ? "rtl" : "ltr",
    initialState: { expanded: true },
    state: { sorting, grouping, columnSizing: widths },
    onColumnSizingChange: (change) =>
      onWidthsChange(typeof change === "function" ? change({ ...widths }) : change),
  });

  const shown = table.getRowModel().rows;
  const lines = useMemo(
    () =>
      shown.map((line): GridLine<Row> => {
        if (groupOf === undefined || !line.getIsGrouped())
          return { kind: "row", key: line.id, row: line.original };
        return {
          kind: "group",
          key: line.id,
          group: groupOf(line.original),
          rows: line.subRows.map((sub) => sub.original),
          isOpen: line.getIsExpanded(),
          toggle: () => line.toggleExpanded(),
        };
      }),
    [shown, groupOf],
  );
  return { table, lines };
}
