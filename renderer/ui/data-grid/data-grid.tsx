// A table of many rows: sorted, grouped, selected and walked by keyboard. Draws only the rows in sight.
import { useContext, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useLocale } from "react-aria-components";
import { useKeyHints } from "../commands/command-layer.tsx";
import { Skeleton } from "../display/skeleton.tsx";
import { placeOf, useGridFocus } from "../lib/use-grid-focus.ts";
import { NavigateContext } from "../screen.ts";
import { useRowHeight } from "../tokens/appearance.ts";
import type { GridColumn, GridGroup, GridSort } from "./column.ts";
import css from "./data-grid.module.css";
import { GridHeader } from "./grid-header.tsx";
import { gridHints } from "./grid-hints.ts";
import { useGridModel } from "./grid-model.ts";
import { GridRow } from "./grid-row.tsx";
import { useGridInput } from "./use-grid-input.ts";

export interface DataGridProps<Row extends object> {
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Keep it the same list between renders (a constant or useMemo). */
  readonly columns: readonly GridColumn<Row>[];
  readonly sort?: GridSort | null | undefined;
  /** Without it headings do not sort. */
  readonly onSortChange?: ((sort: GridSort) => void) | undefined;
  /** The caller hands rows in already sorted order (a query by page). */
  readonly isSortedOutside?: boolean | undefined;
  readonly selected?: ReadonlySet<string> | undefined;
  /** Without it there is no checkbox column. */
  readonly onSelectedChange?: ((selected: ReadonlySet<string>) => void) | undefined;
  /** Enter or a press on the row. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** The path of a row: its name becomes a link, and opening goes there unless `onOpen` is given. */
  readonly linkOf?: ((row: Row) => string) | undefined;
  /** The row shown beside the list. */
  readonly currentKey?: string | null | undefined;
  /** The row with the focus changed. */
  readonly onActiveChange?: ((row: Row | null) => void) | undefined;
  readonly groupOf?: ((row: Row) => GridGroup) | undefined;
  /** By column id, for the heading of each group. */
  readonly subtotals?: ((rows: readonly Row[]) => Readonly<Record<string, ReactNode>>) | undefined;
  /** Shown instead of rows: an EmptyState. */
  readonly empty: ReactNode;
  readonly isLoading?: boolean | undefined;
  /** Kept widths by column id; the caller keeps them under its own key. */
  readonly widths?: Readonly<Record<string, number>> | undefined;
  readonly onWidthsChange?: ((widths: Readonly<Record<string, number>>) => void) | undefined;
  /** Space on a row is the caller's command and not the selection's; `x` selects either way. */
  readonly isSpaceFree?: boolean | undefined;
  /** Keys of the caller on the row with the focus, after the grid's own. */
  readonly onRowKey?: ((row: Row, event: KeyboardEvent) => void) | undefined;
}

const checkWidth = 36;
const widthStep = 16;
const noWidths: Readonly<Record<string, number>> = {};
const nobody: ReadonlySet<string> = new Set();

export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { label, rows, rowKey, columns, sort = null, onSortChange, empty, isLoading = false } = props;
  const {
    selected = nobody,
    onSelectedChange,
    currentKey = null,
    onOpen,
    linkOf,
    groupOf,
    subtotals,
  } = props;
  const { locale, direction } = useLocale();
  const navigate = useContext(NavigateContext);
  const rowHeight = useRowHeight();
  const [ownWidths, setOwnWidths] = useState(noWidths);
  const [anchor, setAnchor] = useState<string | null>(null);
  const isSelectable = onSelectedChange !== undefined;
  const lead = isSelectable ? 1 : 0;
  const widths = props.widths ?? ownWidths;
  const isRtl = direction === "rtl";

  function changeWidths(next: Readonly<Record<string, number>>): void {
    setOwnWidths(next);
    props.onWidthsChange?.(next);
  }

  const { table, lines } = useGridModel<Row>({
    rows,
    rowKey,
    columns,
    sort,
    isSortedOutside: props.isSortedOutside ?? false,
    groupOf,
    widths,
    onWidthsChange: changeWidths,
    locale,
    isRtl,
  });
  const keys = useMemo(() => lines.map((line) => line.key), [lines]);
  const scroller = useRef<HTMLDivElement>(null);
  const focus = useGridFocus({
    scroller,
    keys,
    rowHeight,
    headHeight: rowHeight,
    firstColumn: lead,
    onActivate: (key) => {
      const line = lines.find((candidate) => candidate.key === key);
      props.onActiveChange?.(line?.kind === "row" ? line.row : null);
    },
  });
  const { virtual, active, activeIndex } = focus;

  const input = useGridInput<Row>({
    focus,
    lines,
    columns,
    isRtl,
    selected,
    select: onSelectedChange,
    anchor,
    setAnchor,
    sort,
    onSortChange,
    open: (row) => {
      if (onOpen !== undefined) onOpen(row);
      else if (linkOf !== undefined) navigate?.(linkOf(row));
    },
    widen: (column, isWider) => {
      const model = table.getColumn(column.id);
      if (model === undefined) return;
      const size = model.getSize() + (isWider ? widthStep : -widthStep);
      changeWidths({ ...widths, [column.id]: Math.max(model.columnDef.minSize ?? 0, size) });
    },
    isSpaceFree: props.isSpaceFree ?? false,
    onRowKey: props.onRowKey,
  });
  useKeyHints(gridHints(isSelectable, groupOf !== undefined, props.isSpaceFree ?? false));

  const sizes = columns.map((column) => table.getColumn(column.id)?.getSize() ?? 0);
  const tracks = columns.map((column, at) => {
    const size = `${String(sizes[at])}px`;
    return column.grows === true && widths[column.id] === undefined ? `minmax(${size}, 1fr)` : size;
  });
  const layout = {
    "--columns": [...(isSelectable ? [`${String(checkWidth)}px`] : []), ...tracks, "minmax(0, auto)"].join(
      " ",
    ),
    "--least-width": `${String(sizes.reduce((sum, size) => sum + size, lead * checkWidth))}px`,
    "--first-end": `${String((sizes[0] ?? 0) + lead * checkWidth)}px`,
  };
  const rowLines = lines.filter((line) => line.kind === "row");
  const chosen = rowLines.filter((line) => selected.has(line.key)).length;
  const selection = chosen === 0 ? "none" : chosen === rowLines.length ? "all" : "some";

  return (
    <div className={css["frame"]}>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + lead}
        aria-multiselectable={isSelectable || undefined}
        aria-busy={isLoading || undefined}
        className={css["grid"]}
        style={layout}
        tabIndex={-1}
        {...input}
        onFocus={(event) => {
          const place = placeOf(event.target);
          if (place !== null) focus.activate(place);
        }}
      >
        <GridHeader
          columns={columns}
          sort={sort}
          canSort={onSortChange !== undefined}
          selection={isSelectable ? selection : null}
          focusColumn={activeIndex < 0 ? active.column : -1}
          onResizeStart={(column, event) => {
            const header = table.getFlatHeaders().find((candidate) => candidate.column.id === column);
            header?.getResizeHandler()(event);
          }}
        />
        {lines.length > 0 && (
          <div role="rowgroup" className={css["body"]} style={{ blockSize: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((seen) => {
              const line = lines[seen.index];
              if (line === undefined) return null;
              return (
                <GridRow
                  key={line.key}
                  line={line}
                  index={seen.index}
                  top={seen.start - rowHeight}
                  columns={columns}
                  isSelectable={isSelectable}
                  isSelected={line.kind === "row" && selected.has(line.key)}
                  isCurrent={line.key === currentKey}
                  focusColumn={seen.index === activeIndex ? active.column : -1}
                  linkOf={linkOf}
                  subtotals={subtotals}
                />
              );
            })}
          </div>
        )}
      </div>
      {lines.length === 0 && (isLoading ? <Skeleton rows={6} rowHeight={rowHeight} /> : empty)}
    </div>
  );
}
