// What a caller says about a grid: its columns, its sort, its groups.
import type { ReactNode } from "react";

export type GridValue = string | number | null;

export interface GridColumn<Row> {
  readonly id: string;
  readonly heading: string;
  /** What the column sorts by, copies and shows on hover. Days and instants as ISO strings sort rightly. */
  readonly value: (row: Row) => GridValue;
  /** What is drawn, where it is more than the value. Keep it one line. */
  readonly cell?: (row: Row) => ReactNode;
  /** The whole text on hover and in copies, where `value` is only a sort key. */
  readonly text?: (row: Row) => string;
  /** What a file holds instead, where the text is worded for the eye and could not be read in again. */
  readonly saved?: (row: Row) => GridValue;
  readonly align?: "start" | "end" | "center";
  /** Pixels; 140 where none is given. */
  readonly width?: number;
  readonly minWidth?: number;
  /** Takes what width is left. */
  readonly grows?: boolean;
  readonly isSortable?: boolean;
  /** The definition of the heading, on hover. */
  readonly title?: string;
}

export interface GridSort {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

export interface GridGroup {
  readonly id: string;
  readonly label: string;
}

export function textOf<Row>(column: GridColumn<Row>, row: Row): string {
  return column.text === undefined ? String(column.value(row) ?? "") : column.text(row);
}
