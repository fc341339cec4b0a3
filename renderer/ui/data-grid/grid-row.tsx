// One line of a grid: a row of cells, or the heading of a group with its subtotals. Drawn again only when it changes.
import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, type CSSProperties, type ReactNode } from "react";
import { CheckMark } from "../controls/checkbox.tsx";
import { Link } from "../controls/link.tsx";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import { textOf, type GridColumn } from "./column.ts";
import css from "./data-grid.module.css";
import type { GridLine } from "./grid-model.ts";

export interface GridRowProps<Row> {
  readonly line: GridLine<Row>;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly isSelectable: boolean;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  /** The cell that takes the focus, counted with the checkbox column; -1 for none. */
  readonly focusColumn: number;
  readonly linkOf: ((row: Row) => string) | undefined;
  readonly subtotals: ((rows: readonly Row[]) => Readonly<Record<string, ReactNode>>) | undefined;
}

function cellClass<Row>(column: GridColumn<Row>, isFirst: boolean, isSelectable: boolean): string {
  return cx(
    css["cell"],
    css[column.align ?? "start"],
    isFirst && css["first"],
    isFirst && isSelectable && css["afterCheck"],
  );
}

function RowCells<Row>({ row, props }: { readonly row: Row; readonly props: GridRowProps<Row> }) {
  const { t } = useText();
  const { columns, isSelectable, isSelected, focusColumn, linkOf } = props;
  const lead = isSelectable ? 1 : 0;
  const name = columns[0] === undefined ? "" : textOf(columns[0], row);
  return (
    <>
      {isSelectable && (
        <div
          role="gridcell"
          aria-colindex={1}
          data-column={0}
          tabIndex={focusColumn === 0 ? 0 : -1}
          className={cx(css["cell"], css["check"])}
          aria-label={t("ui.grid.select-row", { name })}
        >
          <CheckMark isOn={isSelected} />
        </div>
      )}
      {columns.map((column, at) => {
        const text = textOf(column, row);
        const drawn = column.cell === undefined ? <bdi>{text}</bdi> : column.cell(row);
        const isFirst = at === 0;
        return (
          <div
            key={column.id}
            role={isFirst ? "rowheader" : "gridcell"}
            aria-colindex={at + 1 + lead}
            data-column={at + lead}
            tabIndex={focusColumn === at + lead ? 0 : -1}
            className={cellClass(column, isFirst, isSelectable)}
            title={text}
          >
            {isFirst && linkOf !== undefined ? (
              <Link to={linkOf(row)} tone="plain" isSkipped>
                {drawn}
              </Link>
            ) : (
              drawn
            )}
          </div>
        );
      })}
    </>
  );
}

function GroupCells<Row>(props: {
  readonly line: Extract<GridLine<Row>, { kind: "group" }>;
  readonly props: GridRowProps<Row>;
}) {
  const { t } = useText();
  const { line } = props;
  const { columns, isSelectable, focusColumn, subtotals } = props.props;
  const lead = isSelectable ? 1 : 0;
  const sums = subtotals?.(line.rows) ?? {};
  const Sign = line.isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      {isSelectable && (
        <div
          role="gridcell"
          aria-colindex={1}
          data-column={0}
          tabIndex={focusColumn === 0 ? 0 : -1}
          className={cx(css["cell"], css["check"])}
          aria-label={line.group.label}
        />
      )}
      {columns.map((column, at) =>
        at === 0 ? (
          <div
            key={column.id}
            role="rowheader"
            aria-colindex={1 + lead}
            aria-expanded={line.isOpen}
            aria-label={t("ui.grid.group", { label: line.group.label, count: line.rows.length })}
            data-column={lead}
            tabIndex={focusColumn === lead ? 0 : -1}
            className={cx(cellClass(column, true, isSelectable), css["groupName"])}
            title={line.group.label}
          >
            <Sign aria-hidden className={css["fold"]} />
            <bdi className={css["groupLabel"]}>{line.group.label}</bdi>
            <span className={css["groupCount"]}>{line.rows.length}</span>
          </div>
        ) : (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + 1 + lead}
            data-column={at + lead}
            tabIndex={focusColumn === at + lead ? 0 : -1}
            className={cellClass(column, false, isSelectable)}
          >
            {sums[column.id]}
          </div>
        ),
      )}
    </>
  );
}

function PlainGridRow<Row>(props: GridRowProps<Row>) {
  const { line, index, top, isSelectable, isSelected, isCurrent } = props;
  const place: CSSProperties = { insetBlockStart: top };
  return (
    <div
      role="row"
      // The heading row is the first.
      aria-rowindex={index + 2}
      aria-selected={isSelectable && line.kind === "row" ? isSelected : undefined}
      aria-current={isCurrent ? "true" : undefined}
      data-line={line.key}
      style={place}
      className={cx(
        css["row"],
        line.kind === "group" && css["group"],
        isSelected && css["selected"],
        isCurrent && css["current"],
      )}
    >
      {line.kind === "row" ? (
        <RowCells row={line.row} props={props} />
      ) : (
        <GroupCells line={line} props={props} />
      )}
    </div>
  );
}

// `memo` loses the type parameter; the cast gives it back.
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;
