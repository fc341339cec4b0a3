// The blocks of a paper as Word paragraphs and tables.
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
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

/** Runs of one text: a line end becomes a break, and right-to-left words are marked as such for Word. */
function textRuns(text: string, style: RunStyle = {}): TextRun[] {
  return text.split("\n").map(
    (line, index) =>
      new TextRun({
        ...style,
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        ...(firstStrong(line) === "rtl" ? { rightToLeft: true } : {}),
      }),
  );
}

/** A paragraph that runs the way its own first letter does, else the paper's way. */
export function paragraphOf(
  text: string,
  direction: Direction,
  options: Omit<IParagraphOptions, "children" | "text" | "bidirectional"> = {},
  style: RunStyle = {},
): Paragraph {
  return new Paragraph({
    ...options,
    bidirectional: (firstStrong(text) ?? direction) === "rtl",
    children: textRuns(text, style),
  });
}

function runsParagraph(
  runs: readonly Run[],
  direction: Direction,
  options: Omit<IParagraphOptions, "children" | "text" | "bidirectional"> = {},
): Paragraph {
  const text = runs.map((run) => run.text).join("");
  return new Paragraph({
    ...options,
    bidirectional: (firstStrong(text) ?? direction) === "rtl",
    children: runs.flatMap((run) => textRuns(run.text, weights[run.weight])),
  });
}

function widthsOf(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.max(1, Math.floor((share / total) * textWidth)));
}

interface Grid {
  readonly shares: readonly number[];
  readonly direction: Direction;
  readonly rows: readonly TableRow[];
}

function gridOf({ shares, direction, rows }: Grid): Table {
  return new Table({
    rows: [...rows],
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widthsOf(shares),
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: direction === "rtl",
    margins: { left: 70, right: 70, top: 20, bottom: 20 },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: thin,
      insideVertical: none,
    },
  });
}

function cellOf(children: Paragraph[], rule: "head" | "last" | "row", span = 1): TableCell {
  const borders =
    rule === "head"
      ? { top: strong, bottom: strong }
      : rule === "last"
        ? { bottom: strong }
        : { bottom: thin };
  return new TableCell({
    children,
    borders: { left: none, right: none, ...borders },
    verticalAlign: rule === "head" ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
    ...(span > 1 ? { columnSpan: span } : {}),
  });
}

function tableOf(block: TableBlock, direction: Direction): (Paragraph | Table)[] {
  const alignments = block.columns.map((column) =>
    column.align === "end" ? AlignmentType.END : AlignmentType.START,
  );
  const aligned = (index: number) => ({ alignment: alignments[index] ?? AlignmentType.START });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, index) =>
      cellOf(
        [paragraphOf(column.heading, direction, { style: "PaperCell", ...aligned(index) }, { bold: true })],
        "head",
      ),
    ),
  });
  const body = block.rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        children: block.columns.map((_, index) => {
          const cell = row[index];
          // A cell stays on its column's side, whichever way its own text runs.
          const text = new Paragraph({
            style: "PaperCell",
            ...aligned(index),
            bidirectional: direction === "rtl",
            children: textRuns(cell?.text ?? "", tones[cell?.tone ?? "plain"]),
          });
          return cellOf([text], at === block.rows.length - 1 ? "last" : "row");
        }),
      }),
  );
  const empty = new TableRow({
    children: [
      cellOf(
        [paragraphOf(block.empty, direction, { style: "PaperCell" }, { italics: true, color: quietColor })],
        "last",
        block.columns.length,
      ),
    ],
  });
  const grid = gridOf({
    shares: block.columns.map((column) => column.width),
    direction,
    rows: [head, ...(body.length === 0 ? [empty] : body)],
  });
  const caption = block.caption === "" ? [] : [paragraphOf(block.caption, direction, { style: "Caption" })];
  // Word joins two tables that touch, and wants a paragraph after the last.
  return [...caption, grid, new Paragraph({ spacing: { after: 60 }, children: [] })];
}

/** Rows of label, value and definition without rules down the page. */
function factRows(
  rows: readonly (readonly [string, RunStyle])[][],
  shares: readonly number[],
  direction: Direction,
): (Paragraph | Table)[] {
  if (rows.length === 0) return [];
  const grid = gridOf({
    shares,
    direction,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(([text, style]) =>
            cellOf([paragraphOf(text, direction, { style: "PaperCell" }, style)], "row"),
          ),
        }),
    ),
  });
  return [grid, new Paragraph({ spacing: { after: 60 }, children: [] })];
}

/** The Word content of one block. `numbered` is the reference of the document's numbered-list definition. */
export function blockOf(
  block: Block,
  direction: Direction,
  numbered: string,
  instance: number,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        paragraphOf(block.text, direction, {
          heading: headingLevels[block.level - 1] ?? HeadingLevel.HEADING_3,
        }),
      ];
    case "paragraph":
      return [runsParagraph(block.runs, direction)];
    case "list":
      return block.items.map((item) =>
        runsParagraph(item, direction, {
          spacing: { after: 60 },
          ...(block.ordered
            ? { numbering: { reference: numbered, level: 0, instance } }
            : { bullet: { level: 0 } }),
        }),
      );
    case "figures":
      return factRows(
        block.items.map((item) => [
          [item.label, { bold: true }],
          [item.value, { bold: true, size: 24 }],
          [item.definition, { color: quietColor }],
        ]),
        [42, 30, 100],
        direction,
      );
    case "table":
      return tableOf(block, direction);
    case "quote":
      return [
        paragraphOf(block.text, direction, { style: "PaperQuote" }),
        paragraphOf(block.source, direction, { style: "PaperSource" }),
      ];
    case "facts":
      return factRows(
        block.items.map((item) => [
          [item.label, { color: quietColor }],
          [item.value, {}],
        ]),
        [42, 130],
        direction,
      );
  }
}
