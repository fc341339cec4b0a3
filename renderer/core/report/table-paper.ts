// Any list as a paper of one table, to be saved as CSV or a spreadsheet and read in again.
import type { Cell, Paper } from "./blocks.ts";

/** A column of a list. `cell` answers what stands in it: a number counts, a text is a text. */
export interface ListColumn<Row> {
  readonly heading: string;
  /** Share of the width in a printed table. */
  readonly width: number;
  readonly cell: (row: Row) => string | number | null;
}

export interface ListPaper<Row> {
  readonly title: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  /** Shown where there are no rows. */
  readonly empty: string;
  /** The marking, and the heading of the column that carries it on every row: a table has no other place for it. */
  readonly marking: string;
  readonly markingHeading: string;
  readonly language: string;
  readonly direction: Paper["direction"];
  /** Already worded. */
  readonly asOf: string;
  readonly pageLabel: string;
  readonly footer: string;
}

function cellOf(value: string | number | null): Cell {
  if (typeof value === "number") return { text: String(value), number: value, tone: "plain" };
  return { text: value ?? "", number: null, tone: "plain" };
}

/** The marking stands last in every row, so that no row leaves without it and columns keep their places. */
export function tablePaper<Row>(list: ListPaper<Row>): Paper {
  const marking = cellOf(list.marking);
  const isNumeric = (column: ListColumn<Row>): boolean => {
    const values = list.rows.map((row) => column.cell(row)).filter((value) => value !== null);
    return values.length > 0 && values.every((value) => typeof value === "number");
  };
  return {
    language: list.language,
    direction: list.direction,
    marking: list.marking,
    title: list.title,
    subtitle: "",
    asOf: list.asOf,
    pageLabel: list.pageLabel,
    footer: list.footer,
    blocks: [
      {
        kind: "table",
        caption: list.title,
        columns: [
          ...list.columns.map((column) => ({
            heading: column.heading,
            align: isNumeric(column) ? ("end" as const) : ("start" as const),
            width: column.width,
          })),
          { heading: list.markingHeading, align: "start", width: 14 },
        ],
        rows: list.rows.map((row) => [...list.columns.map((column) => cellOf(column.cell(row))), marking]),
        empty: list.empty,
      },
    ],
  };
}
