// The blocks of a paper as Word paragraphs and tables.
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  type ITableCellBorders,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Block, Cell, Paper, Run, TableBlock } from "#core/report/blocks.ts";
import { firstStrong } from "#core/lib/text-direction.ts";
import { quietColor, textWidth } from "./docx-style.ts";

type Direction = Paper["direction"];
type RunStyle = Pick<IRunOptions, "bold" | "italics" | "color" | "size">;

const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: "C6CACE" } as const;
const strong = { style: BorderStyle.SINGLE, size: 8, color: "000000" } as const;

const weights: Readonly<Record<Run["weight"], RunStyle>> = {
  plain: {},
  strong: { bold: true },
  quiet: { color: quietColor },
};
const tones: Readonly<Record<Cell["tone"], RunStyle>> = {
  plain: {},
  good: {},
  warn: { italics: true },
  bad: { bold: true },
  quiet: { color: quietColor },
};

const isolate = /[\u2066-\u2069]/;

/**
 * Runs of one text: a line end becomes a break. A stretch that runs from right to left is a run marked as such, which
 * is how Word keeps a foreign name from pulling the figures behind it along; the marks that say so in plain text go.
 */
function textRuns(text: string, style: RunStyle = {}): TextRun[] {
  return text.split("\n").flatMap((line, at) =>
    line.split(isolate).map(
      (stretch, part) =>
        new TextRun({
          ...style,
          text: stretch,
          ...(at > 0 && part === 0 ? { break: 1 } : {}),
          ...(firstStrong(stretch) === "rtl" ? { rightToLeft: true } : {}),
        }),
    ),
  );
}

type ParagraphStyle = Omit<IParagraphOptions, "children" | "text" | "bidirectional">;

/** A paragraph that runs the paper's way. */
export function paragraphOf(
  text: string,
  direction: Direction,
  options: ParagraphStyle = {},
  style: RunStyle = {},
): Paragraph {
  return new Paragraph({
    ...options,
    bidirectional: direction === "rtl",
    children: textRuns(text, style),
  });
}

/** A paragraph of somebody's words: it runs the way they do. */
function wordsOf(runs: readonly Run[], direction: Direction, options: ParagraphStyle = {}): Paragraph {
  const own = firstStrong(runs.map((run) => run.text).join(""));
  return new Paragraph({
    ...options,
    bidirectional: (own ?? direction) === "rtl",
    children: runs.flatMap((run) => textRuns(run.text, weights[run.weight])),
  });
}

/** The text of a cell runs its own way and stays on its column's side. */
function cellText(text: string, direction: Direction, align: "start" | "end", style: RunStyle): Paragraph {
  const own = firstStrong(text) ?? direction;
  const isStart = (align === "start") === (own === direction);
  return new Paragraph({
    style: "PaperCell",
    alignment: isStart ? AlignmentType.START : AlignmentType.END,
    bidirectional: own === "rtl",
    children: textRuns(text, style),
  });
}

function gap(): Paragraph {
  return new Paragraph({ style: "PaperGap", children: [] });
}

function widthsOf(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.max(1, Math.floor((share / total) * textWidth)));
}

function gridOf(shares: readonly number[], direction: Direction, rows: readonly TableRow[]): Table {
  return new Table({
    rows: [...rows],
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widthsOf(shares),
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: direction === "rtl",
    margins: { left: 60, right: 60, top: 15, bottom: 15 },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
  });
}

const rules: Readonly<Record<"head" | "row" | "last" | "figure" | "none", ITableCellBorders>> = {
  head: { top: strong, bottom: strong },
  row: { bottom: thin },
  last: { bottom: strong },
  figure: { top: thin, bottom: thin },
  none: {},
};

function cellOf(child: Paragraph, rule: keyof typeof rules, span = 1): TableCell {
  return new TableCell({
    children: [child],
    borders: { left: none, right: none, ...rules[rule] },
    verticalAlign: rule === "head" ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
    ...(span > 1 ? { columnSpan: span } : {}),
  });
}

function tableOf(block: TableBlock, direction: Direction): (Paragraph | Table)[] {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: block.columns.map((column) =>
      cellOf(cellText(column.heading, direction, column.align, { bold: true }), "head"),
    ),
  });
  const body = block.rows.map((row, at) => {
    const rule = at === block.rows.length - 1 ? "last" : "row";
    return new TableRow({
      cantSplit: true,
      children: block.columns.map((column, index) => {
        const cell = row[index];
        return cellOf(
          cellText(cell?.text ?? "", direction, column.align, tones[cell?.tone ?? "plain"]),
          rule,
        );
      }),
    });
  });
  const empty = cellText(block.empty, direction, "start", { italics: true, color: quietColor });
  const grid = gridOf(
    block.columns.map((column) => column.width),
    direction,
    [
      head,
      ...(body.length === 0
        ? [new TableRow({ children: [cellOf(empty, "last", block.columns.length)] })]
        : body),
    ],
  );
  const caption = block.caption === "" ? [] : [paragraphOf(block.caption, direction, { style: "Caption" })];
  // Word joins two tables that touch, and wants a paragraph after the last.
  return [...caption, grid, gap()];
}

/** Rows of label and value, with rules between them or none. */
function pairRows(
  rows: readonly (readonly [string, RunStyle])[][],
  shares: readonly number[],
  direction: Direction,
  rule: "figure" | "none",
): (Paragraph | Table)[] {
  if (rows.length === 0) return [];
  const cells = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map(([text, style]) => cellOf(cellText(text, direction, "start", style), rule)),
      }),
  );
  return [gridOf(shares, direction, cells), gap()];
}

/** References of the document's two list definitions. */
export interface ListStyles {
  readonly numbered: string;
  readonly bulleted: string;
}

/** The Word content of one block. `at` tells one numbered list from the next. */
export function blockOf(
  block: Block,
  direction: Direction,
  lists: ListStyles,
  at: number,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        paragraphOf(block.text, direction, {
          heading: headingLevels[block.level - 1] ?? HeadingLevel.HEADING_3,
        }),
      ];
    case "paragraph":
      return [wordsOf(block.runs, direction)];
    case "list":
      return block.items.map((item) =>
        wordsOf(item, direction, {
          spacing: { after: 60 },
          numbering: { reference: block.ordered ? lists.numbered : lists.bulleted, level: 0, instance: at },
        }),
      );
    case "figures":
      return pairRows(
        block.items.map((item) => [
          [item.label, { bold: true }],
          [item.value, { bold: true, size: 24 }],
          [item.definition, { color: quietColor }],
        ]),
        [31, 24, 119],
        direction,
        "figure",
      );
    case "table":
      return tableOf(block, direction);
    case "quote":
      return [
        wordsOf([{ text: block.text, weight: "plain" }], direction, { style: "PaperQuote" }),
        paragraphOf(block.source, direction, { style: "PaperSource" }),
      ];
    case "facts":
      return pairRows(
        block.items.map((item) => [
          [item.label, { color: quietColor }],
          [item.value, {}],
        ]),
        [31, 143],
        direction,
        "none",
      );
  }
}
