// A table of many rows: sorted, grouped, selected and walked by keyboard. Draws only the rows in sight.
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import { useLocale } from "react-aria-components";
import { useKeyHints } from "../commands/command-layer.tsx";
import { Skeleton } from "../display/skeleton.tsx";
import { asTextTable } from "../lib/copy-text.ts";
import { cx } from "../lib/classes.ts";
import { moveInGrid } from "../lib/grid-keys.ts";
import { NavigateContext } from "../screen.ts";
import { useRowHeight } from "../tokens/appearance.ts";
import { textOf, type GridColumn, type GridGroup, type GridSort } from "./column.ts";
import css from "./data-grid.module.css";
import { GridHeader } from "./grid-header.tsx";
import { gridHints } from "./grid-hints.ts";
import { useGridModel } from "./grid-model.ts";
import { GridRow } from "./grid-row.tsx";
import { withRange, withToggled } from "./selection.ts";

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
  /** Keys of the caller on the row with the focus, after the grid's own. */
  readonly onRowKey?: ((row: Row, event: KeyboardEvent) => void) | undefined;
}

interface Active {
  /** Null is the heading row. */
  readonly key: string | null;
  readonly column: number;
}

const checkWidth = 36;
const overscan = 8;
const widthStep = 16;
const noWidths: Readonly<Record<string, number>> = {};
const nobody: ReadonlySet<string> = new Set();

/** The cell an event happened in, by its marks in the page. */
function cellOf(target: EventTarget): Active | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-column]");
  const line = cell?.closest<HTMLElement>("[data-line]");
  const key = line?.dataset["line"];
  if (cell === null || key === undefined) return null;
  return { key: key === "" ? null : key, column: Number(cell.dataset["column"]) };
}

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
  const scroller = useRef<HTMLDivElement>(null);
  const [ownWidths, setOwnWidths] = useState(noWidths);
  const [active, setActive] = useState<Active>({ key: null, column: onSelectedChange === undefined ? 0 : 1 });
  const [anchor, setAnchor] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const isSelectable = onSelectedChange !== undefined;
  const lead = isSelectable ? 1 : 0;
  const widths = props.widths ?? ownWidths;
  const isRtl = direction === "rtl";
  const changeWidths = (next: Readonly<Record<string, number>>) => {
    setOwnWidths(next);
    props.onWidthsChange?.(next);
  };

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
  const lineAt = useMemo(() => new Map(lines.map((line, index) => [line.key, index])), [lines]);
  const shownKeys = useMemo(() => lines.flatMap((line) => (line.kind === "row" ? [line.key] : [])), [lines]);
  const activeIndex = active.key === null ? -1 : (lineAt.get(active.key) ?? -1);
  const activeLine = lines[activeIndex];

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
    overscan,
    // The line with the focus stays in the page, or the focus would be lost on scrolling away.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return activeIndex < 0 || seen.includes(activeIndex)
        ? seen
        : [...seen, activeIndex].sort((a, b) => a - b);
    },
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const line = scroller.current?.querySelector(`[data-line="${CSS.escape(active.key ?? "")}"]`);
    const cell = line?.querySelector<HTMLElement>(`[data-column="${String(active.column)}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);

  useKeyHints(gridHints(isSelectable, groupOf !== undefined));

  function activate(next: Active): void {
    setActive(next);
    if (next.key === active.key) return;
    const line = next.key === null ? undefined : lines[lineAt.get(next.key) ?? -1];
    props.onActiveChange?.(line?.kind === "row" ? line.row : null);
  }

  function focusCell(next: Active): void {
    wantsFocus.current = true;
    activate(next);
    const index = next.key === null ? -1 : (lineAt.get(next.key) ?? -1);
    if (index >= 0) virtual.scrollToIndex(index);
  }

  function open(row: Row): void {
    if (onOpen !== undefined) onOpen(row);
    else if (linkOf !== undefined) navigate?.(linkOf(row));
  }

  function toggleAll(): void {
    const isAll = shownKeys.length > 0 && shownKeys.every((key) => selected.has(key));
    onSelectedChange?.(isAll ? new Set() : new Set(shownKeys));
  }

  function toggle(key: string, isRange: boolean): void {
    onSelectedChange?.(isRange ? withRange(selected, shownKeys, anchor, key) : withToggled(selected, key));
    setAnchor(key);
  }

  function sortBy(column: GridColumn<Row> | undefined): void {
    if (column === undefined || onSortChange === undefined || column.isSortable === false) return;
    const isUp = sort?.column === column.id && sort.direction === "ascending";
    onSortChange({ column: column.id, direction: isUp ? "descending" : "ascending" });
  }

  function pressHeading(column: number): void {
    if (column < lead) toggleAll();
    else sortBy(columns[column - lead]);
  }

  function changeWidth(column: GridColumn<Row> | undefined, forward: boolean): void {
    const model = column && table.getColumn(column.id);
    if (!model) return;
    const least = model.columnDef.minSize ?? 0;
    changeWidths({
      ...widths,
      [model.id]: Math.max(least, model.getSize() + (forward ? widthStep : -widthStep)),
    });
  }

  /** True where the key was the grid's. */
  function takeKey(event: KeyboardEvent): boolean {
    const forward = isRtl ? "ArrowLeft" : "ArrowRight";
    const onHeading = active.key === null;
    if (event.altKey && onHeading && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      changeWidth(columns[active.column - lead], event.key === forward);
      return true;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === "a" && isSelectable) {
      toggleAll();
      return true;
    }
    if (event.key === "Enter" || event.key === " ") {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      if (onHeading) pressHeading(active.column);
      else if (activeLine?.kind === "group") activeLine.toggle();
      else if (activeLine !== undefined && event.key === " " && isSelectable)
        toggle(activeLine.key, event.shiftKey);
      else if (activeLine !== undefined) open(activeLine.row);
      return true;
    }
    if (event.key.toLowerCase() === "x" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (!isSelectable || activeLine?.kind !== "row") return false;
      toggle(activeLine.key, event.shiftKey);
      return true;
    }
    if (event.key === "Escape" && selected.size > 0) {
      onSelectedChange?.(new Set());
      return true;
    }
    if (activeLine?.kind === "group" && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      if (activeLine.isOpen !== (event.key === forward)) {
        activeLine.toggle();
        return true;
      }
    }
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1;
    const at = { line: activeIndex, column: active.column };
    const size = { lines: lines.length, columns: columns.length + lead, page, isRtl, hasHeading: true };
    const next = moveInGrid(at, event, size);
    if (next === null) return false;
    focusCell({ key: lines[next.line]?.key ?? null, column: next.column });
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Keys in a control inside a cell are that control's.
    if (event.target instanceof HTMLElement && event.target.dataset["column"] === undefined) return;
    if (takeKey(event)) event.preventDefault();
    else if (activeLine?.kind === "row") props.onRowKey?.(activeLine.row, event);
  }

  function onClick(event: MouseEvent): void {
    const cell = cellOf(event.target);
    if (cell === null || !(event.target instanceof Element)) return;
    if (event.target.closest("a,button,input,label,[data-grip]") !== null) return;
    if (cell.key === null) return pressHeading(cell.column);
    const line = lines[lineAt.get(cell.key) ?? -1];
    if (line?.kind === "group") line.toggle();
    else if (
      line !== undefined &&
      isSelectable &&
      (cell.column === 0 || event.ctrlKey || event.metaKey || event.shiftKey)
    )
      toggle(line.key, event.shiftKey);
    else if (line !== undefined && (getSelection()?.isCollapsed ?? true)) open(line.row);
  }

  function onCopy(event: React.ClipboardEvent): void {
    if (!(getSelection()?.isCollapsed ?? true)) return;
    const keys = selected.size > 0 ? selected : new Set(active.key === null ? [] : [active.key]);
    const taken = lines.flatMap((line) => (line.kind === "row" && keys.has(line.key) ? [line.row] : []));
    if (taken.length === 0) return;
    const heading = columns.map((column) => column.heading);
    event.clipboardData.setData(
      "text/plain",
      asTextTable([heading, ...taken.map((row) => columns.map((column) => textOf(column, row)))]),
    );
    event.preventDefault();
  }

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
  const chosen = shownKeys.reduce((count, key) => count + (selected.has(key) ? 1 : 0), 0);

  return (
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
      onKeyDown={onKeyDown}
      onClick={onClick}
      onCopy={onCopy}
      onFocus={(event) => {
        const cell = cellOf(event.target);
        if (cell !== null && (cell.key !== active.key || cell.column !== active.column)) activate(cell);
      }}
      tabIndex={-1}
    >
      <GridHeader
        columns={columns}
        sort={sort}
        canSort={onSortChange !== undefined}
        selection={
          !isSelectable ? null : chosen === 0 ? "none" : chosen === shownKeys.length ? "all" : "some"
        }
        focusColumn={activeIndex < 0 ? active.column : -1}
        onResizeStart={(column, event) => {
          const header = table.getFlatHeaders().find((candidate) => candidate.column.id === column);
          header?.getResizeHandler()(event);
        }}
      />
      {isLoading && lines.length === 0 ? (
        <Skeleton rows={6} rowHeight={rowHeight} />
      ) : lines.length === 0 ? (
        <div className={css["empty"]}>{empty}</div>
      ) : (
        <div role="rowgroup" className={cx(css["body"])} style={{ blockSize: virtual.getTotalSize() }}>
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
  );
}
