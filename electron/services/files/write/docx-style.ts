// The Word styles of a paper: an official paper in black, with real heading styles.
import { BorderStyle, type IBaseParagraphStyleOptions, type IStylesOptions, LineRuleType } from "docx";

/** A4 with its margins, in twips (1/1440 inch). */
export const page = { width: 11906, height: 16838, side: 1020, top: 1300, bottom: 1420 } as const;
export const textWidth = page.width - 2 * page.side;

export const quietColor = "3D4551";
const font = "Public Sans";
const quoteBar = { style: BorderStyle.SINGLE, size: 12, space: 8, color: "000000" } as const;

function heading(size: number, before: number, after: number): IBaseParagraphStyleOptions {
  return {
    run: { size, bold: true, color: "000000" },
    paragraph: { spacing: { before, after }, keepNext: true },
  };
}

/** `direction` is the paper's; sizes are half points, spacings twips. */
export function stylesOf(language: string, direction: "ltr" | "rtl"): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          // Word shows its own fonts where Public Sans is not installed; Arabic always takes the complex-script font.
          font: { ascii: font, hAnsi: font, cs: "Arial", eastAsia: "Arial" },
          size: 20,
          color: "000000",
          language: {
            value: language,
            eastAsia: language,
            bidirectional: direction === "rtl" ? language : "ar",
          },
        },
        paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 38, bold: true, color: "000000" },
        paragraph: {
          spacing: { before: 0, after: 60, line: 250, lineRule: LineRuleType.AUTO },
          keepNext: true,
        },
      },
      heading1: {
        ...heading(26, 420, 140),
        paragraph: {
          spacing: { before: 420, after: 140 },
          keepNext: true,
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 2, color: "71767A" } },
        },
      },
      heading2: heading(22, 280, 80),
      heading3: heading(20, 220, 60),
      caption: {
        run: { size: 19, bold: true, color: "000000" },
        paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: "PaperSubtitle",
        name: "Paper subtitle",
        basedOn: "Normal",
        run: { size: 22 },
        paragraph: { spacing: { after: 60 } },
      },
      {
        id: "PaperAsOf",
        name: "Paper as-of line",
        basedOn: "Normal",
        run: { size: 18, color: quietColor },
        paragraph: {
          spacing: { after: 200 },
          border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 6, color: "000000" } },
        },
      },
      {
        id: "PaperGap",
        name: "Paper gap",
        basedOn: "Normal",
        run: { size: 8 },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: "PaperQuote",
        name: "Paper quote",
        basedOn: "Normal",
        run: { size: 21 },
        paragraph: {
          indent: { start: 240 },
          border: { left: quoteBar },
          keepNext: true,
          spacing: { before: 120, after: 20 },
        },
      },
      {
        id: "PaperSource",
        name: "Paper source",
        basedOn: "Normal",
        run: { size: 18, color: quietColor },
        paragraph: { indent: { start: 240 }, border: { left: quoteBar }, spacing: { after: 180 } },
      },
      {
        id: "PaperCell",
        name: "Paper cell",
        basedOn: "Normal",
        run: { size: 17 },
        paragraph: { spacing: { before: 30, after: 30, line: 250, lineRule: LineRuleType.AUTO } },
      },
      {
        id: "PaperStrip",
        name: "Paper marking",
        basedOn: "Normal",
        run: { size: 19, bold: true },
        paragraph: { spacing: { after: 60 } },
      },
      {
        id: "PaperFoot",
        name: "Paper foot",
        basedOn: "Normal",
        run: { size: 15, color: quietColor },
        paragraph: { spacing: { after: 0 } },
      },
    ],
  };
}
