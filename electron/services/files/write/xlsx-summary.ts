// The first sheet of a workbook: what a paper says outside its tables, and which sheet holds which table.
import type { CellObject } from "write-excel-file/node";
import type { Block, Paper } from "#core/report/blocks.ts";
import { quiet, sized, textCell } from "./xlsx-cell.ts";
import type { PaperSheet } from "./xlsx-page.ts";

type Cells = readonly (CellObject | null)[];

const widths = [30, 22, 78];

/** One text over the sheet's whole width. */
function across(text: string, style: Partial<CellObject> = {}): Cells {
  return [textCell(text, { columnSpan: 3, ...style }), null, null];
}

function rowsOf(block: Block, tableSheets: ReadonlyMap<Block, string>): Cells[] {
  switch (block.kind) {
    case "heading":
      return [[], across(block.text, { fontWeight: "bold", fontSize: block.level === 1 ? 13 : 11 })];
    case "paragraph":
      return [across(block.runs.map((run) => run.text).join(""))];
    case "list":
      return block.items.map((item, at) =>
        across(`${block.ordered ? `${at + 1}.` : "•"} ${item.map((run) => run.text).join("")}`),
      );
    case "figures":
      return block.items.map((item) => [
        textCell(item.label, { fontWeight: "bold" }),
        textCell(item.value, { fontWeight: "bold" }),
        textCell(item.definition, { textColor: quiet }),
      ]);
    case "facts":
      return block.items.map((item) => [
        textCell(item.label, { textColor: quiet }),
        textCell(item.value, { columnSpan: 2 }),
        null,
      ]);
    case "quote":
      return [across(block.text), across(block.source, { textColor: quiet })];
    case "table":
      return [
        [
          textCell(block.caption, { columnSpan: 2 }),
          null,
          textCell(tableSheets.get(block) ?? "", { textColor: quiet }),
        ],
      ];
  }
}

/** `tableSheets`: the sheet that holds each table. */
export function summarySheet(
  paper: Paper,
  name: string,
  tableSheets: ReadonlyMap<Block, string>,
): PaperSheet {
  const rows: Cells[] = [
    across(paper.marking, { fontWeight: "bold", align: "center" }),
    across(paper.title, { fontWeight: "bold", fontSize: 16 }),
    ...[paper.subtitle, paper.asOf].filter((text) => text !== "").map((text) => across(text)),
    ...paper.blocks.flatMap((block) => rowsOf(block, tableSheets)),
    [],
    across(paper.footer, { textColor: quiet }),
    across(paper.marking, { fontWeight: "bold", align: "center" }),
  ];
  return {
    sheet: name,
    data: rows.map((row) => sized(row, widths)),
    columns: widths.map((width) => ({ width })),
    showGridLines: false,
    orientation: "landscape",
    rightToLeft: paper.direction === "rtl",
  };
}
