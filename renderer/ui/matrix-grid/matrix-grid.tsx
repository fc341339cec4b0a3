// Rows against columns, one cell each: walked by arrows, grouped, copied as text. Draws only the rows in sight.
import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { useLocale } from "react-aria-components";
import { useKeyHints } from "../commands/command-layer.tsx";
import { cx } from "../lib/classes.ts";
import { asTextTable, copyText } from "../lib/copy-text.ts";
import { moveInGrid } from "../lib/grid-keys.ts";
import { placeOf, useGridFocus } from "../lib/use-grid-focus.ts";
import { useRowHeight } from "../tokens/appearance.ts";
import css from "./matrix-grid.module.css";
import { matrixHints } from "./matrix-hints.ts";
import { MatrixLineView } from "./matrix-line.tsx";
import {
  groupBeside,
  linesOf,
  tableOf,
  type MatrixCell,
  type MatrixColumn,
  type MatrixGroup,
  type MatrixRow,
} from "./matrix.ts";

export interface MatrixGridProps {
  readonly label: string;
  /** Over the names: "Post". */
  readonly rowHeading: string;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  /** In the order they stand; rows name theirs by id. */
  readonly groups?: readonly MatrixGroup[] | undefined;
  /** Keep it the same function while the figures are the same. */
  readonly cell: (row: MatrixRow, column: MatrixColumn) => MatrixCell;
  /** Keep it the same function too. */
  readonly subtotal?:
    | ((group: MatrixGroup, rows: readonly MatrixRow[], column: MatrixColumn) => ReactNode)
    | undefined;
  /** Enter or a press; the column is null on the row's name. */
  readonly onOpen: (row: MatrixRow, column: MatrixColumn | null) => void;
  readonly onActiveChange?: ((row: MatrixRow | null, column: MatrixColumn | null) => void) | undefined;
  /** `f` on a cell. */
  readonly onFilter?: ((row: MatrixRow, column: MatrixColumn) => void) | undefined;
  /** `h`. */
  readonly onHideComplete?: (() => void) | undefined;
  /** After `c`, with the number of rows copied. */
  readonly onCopied?: ((rows: number) => void) | undefined;
  readonly nameWidth?: number | undefined;
  readonly empty: ReactNode;
}

const cellWidth = 84;
const headHeight = 56;
const noGroups: readonly MatrixGroup[] = [];

export function MatrixGrid(props: MatrixGridProps) {
  const { label, rowHeading, rows, columns, groups = noGroups, cell, subtotal, nameWidth = 220 } = props;
  const { direction } = useLocale();
  const rowHeight = useRowHeight();
  const scroller = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set());
  const lines = useMemo(() => linesOf(rows, groups, folded), [rows, groups, folded]);
  const keys = useMemo(() => lines.map((line) => line.key), [lines]);
  const focus = useGridFocus({
    scroller,
    keys,
    rowHeight,
    headHeight,
    firstColumn: 0,
    onActivate: (key, column) => {
      const line = lines.find((candidate) => candidate.key === key);
      props.onActiveChange?.(line?.kind === "row" ? line.row : null, columns[column - 1] ?? null);
    },
  });
  const { virtual, active, activeIndex } = focus;
  const activeLine = lines[activeIndex];
  useKeyHints(
    matrixHints(props.onFilter !== undefined, props.onHideComplete !== undefined, groups.length > 0),
  );

  function fold(id: string): void {
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  function openLine(line: (typeof lines)[number] | undefined, column: number): void {
    if (line?.kind === "group") fold(line.group.id);
    else if (line !== undefined) props.onOpen(line.row, columns[column - 1] ?? null);
  }

  function goToGroup(step: 1 | -1): void {
    const at = groupBeside(lines, activeIndex, step);
    const key = at === null ? undefined : lines[at]?.key;
    if (key !== undefined) focus.focusCell({ key, column: active.column });
  }

  function copy(): void {
    const isCopied = copyText(asTextTable(tableOf(rowHeading, lines, columns, cell)));
    if (isCopied) props.onCopied?.(lines.filter((line) => line.kind === "row").length);
  }

  /** Single keys of the matrix; true where the key was taken. */
  function takeLetter(key: string): boolean {
    const column = columns[active.column - 1];
    if (key === "[" || key === "]") goToGroup(key === "]" ? 1 : -1);
    else if (key === "c") copy();
    else if (key === "h" && props.onHideComplete !== undefined) props.onHideComplete();
    else if (
      key === "f" &&
      props.onFilter !== undefined &&
      activeLine?.kind === "row" &&
      column !== undefined
    )
      props.onFilter(activeLine.row, column);
    else if ((key === "Enter" || key === " ") && activeLine !== undefined)
      openLine(activeLine, active.column);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof HTMLElement && event.target.dataset["column"] === undefined) return;
    if (!event.ctrlKey && !event.metaKey && !event.altKey && takeLetter(event.key))
      return event.preventDefault();
    const next = moveInGrid({ line: activeIndex, column: active.column }, event, {
      lines: lines.length,
      columns: columns.length + 1,
      page: focus.page(),
      isRtl: direction === "rtl",
      hasHeading: true,
    });
    if (next === null) return;
    event.preventDefault();
    focus.focusCell({ key: lines[next.line]?.key ?? null, column: next.column });
  }

  function onClick(event: MouseEvent): void {
    const place = placeOf(event.target);
    if (place === null || place.key === null) return;
    if (event.target instanceof Element && event.target.closest("a,button") !== null) return;
    openLine(lines[focus.indexOf(place.key)], place.column);
  }

  const widths = columns.map((column) => column.width ?? cellWidth);
  const layout = {
    "--columns": [
      `${String(nameWidth)}px`,
      ...widths.map((width) => `${String(width)}px`),
      "minmax(0, 1fr)",
    ].join(" "),
    "--least-width": `${String(widths.reduce((sum, width) => sum + width, nameWidth))}px`,
    "--name-width": `${String(nameWidth)}px`,
    "--head-height": `${String(headHeight)}px`,
  };

  return (
    <div className={css["frame"]}>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        className={css["grid"]}
        style={layout}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={(event) => {
          const place = placeOf(event.target);
          if (place !== null) focus.activate(place);
        }}
      >
        <div role="row" aria-rowindex={1} data-line="" className={css["head"]}>
          {[rowHeading, ...columns.map((column) => column.label)].map((heading, at) => (
            <div
              key={at === 0 ? "" : columns[at - 1]?.id}
              role="columnheader"
              aria-colindex={at + 1}
              data-column={at}
              tabIndex={activeIndex < 0 && active.column === at ? 0 : -1}
              className={cx(css["cell"], css["heading"], at === 0 && css["name"])}
              title={columns[at - 1]?.title ?? heading}
            >
              <span className={css["headingWords"]}>{heading}</span>
            </div>
          ))}
        </div>
        {lines.length > 0 && (
          <div role="rowgroup" className={css["body"]} style={{ blockSize: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((seen) => {
              const line = lines[seen.index];
              if (line === undefined) return null;
              return (
                <MatrixLineView
                  key={line.key}
                  line={line}
                  index={seen.index}
                  top={seen.start - headHeight}
                  columns={columns}
                  cell={cell}
                  subtotal={subtotal}
                  focusColumn={seen.index === activeIndex ? active.column : -1}
                />
              );
            })}
          </div>
        )}
      </div>
      {lines.length === 0 && props.empty}
    </div>
  );
}
