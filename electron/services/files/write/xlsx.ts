// A paper as a workbook: a summary sheet, then one sheet for each table; texts are never formulas.
import writeXlsxFile, { type CellObject, type Feature, type Row, type Sheet } from "write-excel-file/node";
import type { Block, Cell, Paper, TableBlock } from "#core/report/blocks.ts";
import { cleanPaper, withoutIsolates } from "./clean-paper.ts";
import { sheetNames } from "./sheet-names.ts";
import type { Writer } from "./writer.ts";

/** The most characters a cell may hold. */
const cellLimit = 32_767;
/** Rows a sheet may hold, less those above the table. */
const rowLimit = 1_048_576 - 10;
const tableWidth = 150;

type FileContent = Parameters<typeof writeXlsxFile>[0] extends readonly Sheet<infer C>[] ? C : never;

/** A text cell; "_x0041_" would be read as "A", so its underscore is spelled out. */
function textCell(text: string, style: Partial<CellObject> = {}): CellObject {
  const safe = withoutIsolates(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  const value = safe.length > cellLimit ? `${safe.slice(0, cellLimit - 1).toWellFormed()}…` : safe;
  return { value, type: String, alignVertical: "top", ...style };
}

function cellOf(cell: Cell, align: "start" | "end", direction: Paper["direction"]): CellObject {
  const style: Partial<CellObject> = {
    wrap: true,
    align: (align === "end") === (direction === "ltr") ? "right" : "left",
    ...(cell.tone === "bad" ? { fontWeight: "bold" } : {}),
    ...(cell.tone === "warn" ? { fontStyle: "italic" } : {}),
    ...(cell.tone === "quiet" ? { textColor: "#3d4551" } : {}),
  };
  // What a person reads stays: "41 of 56" is a text even where it sorts as 41.
  return cell.number !== null && Number.isFinite(cell.number) && String(cell.number) === cell.text
    ? { value: cell.number, type: Number, alignVertical: "top", ...style }
    : textCell(cell.text, style);
}

function tableSheet(block: TableBlock, name: string, paper: Paper): Sheet<FileContent> {
  const total = block.columns.reduce((sum, column) => sum + column.width, 0);
  const heading: Row = block.columns.map((column) =>
    textCell(column.heading, {
      fontWeight: "bold",
      wrap: true,
      alignVertical: "bottom",
      align: (column.align === "end") === (paper.direction === "ltr") ? "right" : "left",
      bottomBorderStyle: "medium",
      bottomBorderColor: "#000000",
    }),
  );
  const rows = block.rows
    .slice(0, rowLimit)
    .map((row) =>
      block.columns.map((column, index) => cellOf(row[index] ?? emptyCell, column.align, paper.direction)),
    );
  return {
    sheet: name,
    data: [heading, ...(rows.length === 0 ? [[textCell(block.empty)]] : rows)],
    columns: block.columns.map((column) => ({
      width: Math.min(80, Math.max(8, Math.round((column.width / total) * tableWidth))),
    })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: "landscape",
    rightToLeft: paper.direction === "rtl",
  };
}

const emptyCell: Cell = { text: "", number: null, tone: "plain" };

function summaryRows(block: Block): Row[] {
  switch (block.kind) {
    case "heading":
      return [[], [textCell(block.text, { fontWeight: "bold", fontSize: block.level === 1 ? 13 : 11 })]];
    case "paragraph":
      return [
        [textCell(block.runs.map((run) => run.text).join(""), { wrap: true, columnSpan: 3 }), null, null],
      ];
    case "list":
      return block.items.map((item) => [
        textCell(`• ${item.map((run) => run.text).join("")}`, { wrap: true, columnSpan: 3 }),
        null,
        null,
      ]);
    case "figures":
      return block.items.map((item) => [
        textCell(item.label, { fontWeight: "bold", wrap: true }),
        textCell(item.value, { fontWeight: "bold", wrap: true }),
        textCell(item.definition, { wrap: true, textColor: "#3d4551" }),
      ]);
    case "facts":
      return block.items.map((item) => [
        textCell(item.label, { textColor: "#3d4551", wrap: true }),
        textCell(item.value, { wrap: true, columnSpan: 2 }),
        null,
      ]);
    case "quote":
      return [
        [textCell(block.text, { wrap: true, columnSpan: 3 }), null, null],
        [textCell(block.source, { wrap: true, textColor: "#3d4551", columnSpan: 3 }), null, null],
      ];
    case "table":
      return [];
  }
}

function summarySheet(paper: Paper, name: string): Sheet<FileContent> {
  const opening: Row[] = [
    [textCell(paper.marking, { fontWeight: "bold" })],
    [textCell(paper.title, { fontWeight: "bold", fontSize: 16 })],
    ...[paper.subtitle, paper.asOf].filter((text) => text !== "").map((text): Row => [textCell(text)]),
  ];
  return {
    sheet: name,
    data: [
      ...opening,
      ...paper.blocks.flatMap(summaryRows),
      [],
      [textCell(paper.footer, { textColor: "#3d4551" })],
      [textCell(paper.marking, { fontWeight: "bold" })],
    ],
    columns: [{ width: 34 }, { width: 24 }, { width: 70 }],
    showGridLines: false,
    orientation: "landscape",
    rightToLeft: paper.direction === "rtl",
  };
}

function escapeXml(text: string): string {
  return text.replaceAll(/[<>&"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A text between header codes, where `&` starts a command and is doubled. */
function headerText(text: string): string {
  return escapeXml(text.slice(0, 100).toWellFormed().replaceAll("&", "&&"));
}

/** The marking at the head and foot of every printed sheet. */
function markingOnPaper(paper: Paper): Feature<FileContent> {
  const strip = `&amp;C&amp;B${headerText(paper.marking)}`;
  const foot = `&amp;L${headerText(` ${paper.asOf}`)}${strip}&amp;R&amp;P / &amp;N`;
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          insert: () =>
            `<headerFooter><oddHeader>${strip}</oddHeader><oddFooter>${foot}</oddFooter></headerFooter>`,
        },
      },
    },
  };
}

export const xlsx: Writer = {
  extension: "xlsx",
  mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  encode: async (given) => {
    const paper = cleanPaper(given);
    const tables = paper.blocks.filter((block) => block.kind === "table");
    const [summary = "1", ...names] = sheetNames([paper.title, ...tables.map((table) => table.caption)]);
    const sheets = [
      summarySheet(paper, summary),
      ...tables.map((table, index) => tableSheet(table, names[index] ?? String(index + 2), paper)),
    ];
    return new Uint8Array(await writeXlsxFile(sheets, { features: [markingOnPaper(paper)] }).toBuffer());
  },
};
