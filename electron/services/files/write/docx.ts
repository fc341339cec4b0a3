// A paper as a Word document: real headings and tables, marking and page number on every page.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import type { Paper } from "#core/report/blocks.ts";
import { cleanPaper } from "./clean-paper.ts";
import { blockOf, paragraphOf } from "./docx-blocks.ts";
import { page, stylesOf, textWidth } from "./docx-style.ts";
import type { Writer } from "./writer.ts";

const lists = { numbered: "numbered", bulleted: "bulleted" } as const;

function listLevel(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string): ILevelsOptions {
  return {
    level: 0,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: 360, hanging: 260 } } },
  };
}

function pageRun(label: string): TextRun {
  const parts = label.split(/(\{pages?\})/).filter((part) => part !== "");
  return new TextRun({
    children: parts.map((part) => {
      if (part === "{page}") return PageNumber.CURRENT;
      if (part === "{pages}") return PageNumber.TOTAL_PAGES;
      return part;
    }),
  });
}

function strip(paper: Paper): Paragraph {
  return paragraphOf(paper.marking, paper.direction, {
    style: "PaperStrip",
    alignment: AlignmentType.CENTER,
  });
}

function footOf(paper: Paper): Footer {
  const bidirectional = paper.direction === "rtl";
  return new Footer({
    children: [
      strip(paper),
      new Paragraph({
        style: "PaperFoot",
        bidirectional,
        tabStops: [{ type: TabStopType.END, position: textWidth }],
        children: [new TextRun(paper.asOf), new TextRun({ children: [new Tab()] }), pageRun(paper.pageLabel)],
      }),
      new Paragraph({ style: "PaperFoot", bidirectional, children: [new TextRun(paper.footer)] }),
    ],
  });
}

function documentOf(paper: Paper): Document {
  const { direction } = paper;
  const opening = [
    paragraphOf(paper.title, direction, { style: "Title" }),
    ...(paper.subtitle === "" ? [] : [paragraphOf(paper.subtitle, direction, { style: "PaperSubtitle" })]),
    ...(paper.asOf === "" ? [] : [paragraphOf(paper.asOf, direction, { style: "PaperAsOf" })]),
  ];
  return new Document({
    title: paper.title,
    subject: paper.subtitle,
    creator: paper.footer,
    lastModifiedBy: "",
    description: paper.marking,
    styles: stylesOf(paper.language, direction),
    numbering: {
      config: [
        { reference: lists.numbered, levels: [listLevel(LevelFormat.DECIMAL, "%1.")] },
        { reference: lists.bulleted, levels: [listLevel(LevelFormat.BULLET, "•")] },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.top,
              bottom: page.bottom,
              left: page.side,
              right: page.side,
              header: 560,
              footer: 420,
            },
          },
        },
        headers: { default: new Header({ children: [strip(paper)] }) },
        footers: { default: footOf(paper) },
        children: [
          ...opening,
          ...paper.blocks.flatMap((block, index) => blockOf(block, direction, lists, index)),
        ],
      },
    ],
  });
}

export const docx: Writer = {
  extension: "docx",
  mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  encode: async (paper) => new Uint8Array(await Packer.toArrayBuffer(documentOf(cleanPaper(paper)))),
};
