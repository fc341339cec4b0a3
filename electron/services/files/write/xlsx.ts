// A paper as a workbook: a summary sheet and a sheet for each table. A list by itself is one plain sheet.
import writeXlsxFile, { type CellObject } from "write-excel-file/node";
import type { Block, Cell, Paper, TableBlock } from "#core/report/blocks.ts";
import { cleanPaper } from "./clean-paper.ts";
import { sheetNames } from "./sheet-names.ts";
import type { Writer } from "./writer.ts";
import { type CellStyle, numberCell, quiet, sized, textCell } from "./xlsx-cell.ts";
import { type PaperSheet, printedPage } from "./xlsx-page.ts";
import { summarySheet } from "./xlsx-summary.ts";

/** Rows a sheet may hold, less those above the table. */
const rowLimit = 1_048_576 - 10;
/** Characters all columns of a table share. */
const tableWidth = 150;

const emptyCell: Cell = { text: "", number: null, tone: "plain" };
const tones: Readonly<Record<Cell["tone"], CellStyle>> = {
  plain: {},
  good: {},
  warn: { fontStyle: "italic" },
  bad: { fontWeight: "bold" },
  quiet: { textColor: quiet },
};

function sideOf(align: "start" | "end", direction: Paper["direction"]): "left" | "right" {
  return (align === "end") === (direction === "ltr") ? "right" : "left";
}

function cellOf(cell: Cell, align: "start" | "end", direction: Paper["direction"]): CellObject {
  // A figure set to the far side needs room before the text of the next column.
  const style: CellStyle = {
    align: sideOf(align, direction),
    ...(align === "end" ? { indent: 1 } : {}),
    ...tones[cell.tone],
  };
  // What a person reads stays: "41 of 56" is a text even where it sorts as 41.
  return cell.number !== null && Number.isFinite(cell.number) && String(cell.number) === cell.text
    ? numberCell(cell.number, style)
    : textCell(cell.text, style);
}

/** `isAlone`: a list with nothing around it, whose headings stand in the first row so that it can be read in again. */
function tableSheet(block: TableBlock, name: string, paper: Paper, isAlone: boolean): PaperSheet {
  const total = block.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = block.columns.map((column) =>
    Math.min(80, Math.max(9, Math.round((column.width / total) * tableWidth))),
  );
  const heading = block.columns.map((column) =>
    textCell(column.heading, {
      fontWeight: "bold",
      alignVertical: "bottom",
      align: sideOf(column.align, paper.direction),
      ...(column.align === "end" ? { indent: 1 } : {}),
      bottomBorderStyle: "medium",
      bottomBorderColor: "#000000",
    }),
  );
  const rows = block.rows
    .slice(0, rowLimit)
    .map((row) =>
      block.columns.map((column, at) => cellOf(row[at] ?? emptyCell, column.align, paper.direction)),
    );
  const empty = block.empty === "" ? [] : [[textCell(block.empty, { wrap: false })]];
  const above = isAlone
    ? []
    : [
        [textCell(paper.marking, { fontWeight: "bold", wrap: false })],
        [textCell(block.caption, { fontWeight: "bold", wrap: false })],
      ];
  return {
    sheet: name,
    data: [
      ...above,
      ...[heading, ...(rows.length === 0 && !isAlone ? empty : rows)].map((row) => sized(row, widths)),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: above.length + 1,
    stickyColumnsCount: 1,
    orientation: "landscape",
    rightToLeft: paper.direction === "rtl",
  };
}

/** A table's sheet is named after the section it stands in. */
function titledTables(paper: Paper): { readonly table: TableBlock; readonly title: string }[] {
  let title = "";
  const found: { table: TableBlock; title: string }[] = [];
  for (const block of paper.blocks) {
    if (block.kind === "heading" && block.level === 1) title = block.text;
    if (block.kind === "table") found.push({ table: block, title: title === "" ? block.caption : title });
  }
  return found;
}

function sheetsOf(paper: Paper): PaperSheet[] {
  const tables = titledTables(paper);
  const [alone] = tables;
  if (alone && paper.blocks.length === 1) {
    const [name = "1"] = sheetNames([alone.title]);
    return [tableSheet(alone.table, name, paper, true)];
  }
  const [summary = "1", ...names] = sheetNames([paper.title, ...tables.map(({ title }) => title)]);
  const named = tables.map(({ table }, at) => ({ table, name: names[at] ?? String(at + 2) }));
  const tableSheets = new Map<Block, string>(named.map(({ table, name }) => [table, name]));
  return [
    summarySheet(paper, summary, tableSheets),
    ...named.map(({ table, name }) => tableSheet(table, name, paper, false)),
  ];
}

export const xlsx: Writer = {
  extension: "xlsx",
  mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  encode: async (given) => {
    const paper = cleanPaper(given);
    const options = { fontFamily: "Arial", fontSize: 10, features: [printedPage(paper)] };
    return new Uint8Array(await writeXlsxFile(sheetsOf(paper), options).toBuffer());
  },
};
