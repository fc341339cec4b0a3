// One line of a matrix: a row's name and its cells, or a group's name and its subtotals.
import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, type ReactNode } from "react";
import { Link } from "../controls/link.tsx";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import css from "./matrix-grid.module.css";
import type { MatrixCell, MatrixColumn, MatrixGroup, MatrixLine, MatrixRow } from "./matrix.ts";

export interface MatrixLineProps {
  readonly line: MatrixLine;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly MatrixColumn[];
  readonly cell: (row: MatrixRow, column: MatrixColumn) => MatrixCell;
  readonly subtotal:
    | ((group: MatrixGroup, rows: readonly MatrixRow[], column: MatrixColumn) => ReactNode)
    | undefined;
  /** The cell that takes the focus; -1 for none, 0 for the name. */
  readonly focusColumn: number;
}

function Cells(props: MatrixLineProps & { readonly line: Extract<MatrixLine, { kind: "row" }> }) {
  const { line, columns, cell, focusColumn } = props;
  const { row } = line;
  return (
    <>
      <div
        role="rowheader"
        aria-colindex={1}
        data-column={0}
        tabIndex={focusColumn === 0 ? 0 : -1}
        className={cx(css["cell"], css["name"])}
        title={row.label}
      >
        {row.to === undefined ? (
          <bdi className={css["label"]}>{row.label}</bdi>
        ) : (
          <Link to={row.to} tone="plain" isSkipped>
            <bdi>{row.label}</bdi>
          </Link>
        )}
        {row.note}
      </div>
      {columns.map((column, at) => {
        const shown = cell(row, column);
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + 2}
            data-column={at + 1}
            tabIndex={focusColumn === at + 1 ? 0 : -1}
            className={cx(css["cell"], css["value"])}
            title={shown.meaning}
          >
            <span aria-hidden className={css["drawn"]}>
              {shown.drawn}
            </span>
            <span className={css["spoken"]}>{shown.meaning}</span>
          </div>
        );
      })}
    </>
  );
}

function GroupCells(props: MatrixLineProps & { readonly line: Extract<MatrixLine, { kind: "group" }> }) {
  const { t } = useText();
  const { line, columns, subtotal, focusColumn } = props;
  const Sign = line.isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <div
        role="rowheader"
        aria-colindex={1}
        aria-expanded={line.isOpen}
        aria-label={t("ui.grid.group", { label: line.group.label, count: line.rows.length })}
        data-column={0}
        tabIndex={focusColumn === 0 ? 0 : -1}
        className={cx(css["cell"], css["name"])}
        title={line.group.label}
      >
        <Sign aria-hidden className={css["fold"]} />
        <bdi className={css["label"]}>{line.group.label}</bdi>
        <span className={css["count"]}>{line.rows.length}</span>
      </div>
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={at + 2}
          data-column={at + 1}
          tabIndex={focusColumn === at + 1 ? 0 : -1}
          className={cx(css["cell"], css["value"])}
        >
          {subtotal?.(line.group, line.rows, column)}
        </div>
      ))}
    </>
  );
}

export const MatrixLineView = memo(function MatrixLineView(props: MatrixLineProps) {
  const { line, index, top } = props;
  return (
    <div
      role="row"
      // The heading row is the first.
      aria-rowindex={index + 2}
      data-line={line.key}
      style={{ insetBlockStart: top }}
      className={cx(css["row"], line.kind === "group" && css["group"])}
    >
      {line.kind === "row" ? <Cells {...props} line={line} /> : <GroupCells {...props} line={line} />}
    </div>
  );
});
