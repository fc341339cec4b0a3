// How the sheets of a workbook print: the marking at head and foot, a page wide, page n of m.
import type { Blob } from "node:buffer";
import type { Stream } from "node:stream";
import type { Feature, Sheet } from "write-excel-file/node";
import type { Paper } from "#core/report/blocks.ts";

/** What the library accepts as the bytes of a picture; workbooks of ours have none. */
type Content = Stream | Buffer | Blob;

export type PaperSheet = Sheet<Content>;

function escapeXml(text: string): string {
  return text.replaceAll(/[<>&"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A text between header codes, where `&` starts a command and is doubled. The whole may have 255 characters. */
function headerText(text: string): string {
  return escapeXml(text.slice(0, 80).toWellFormed().replaceAll("&", "&&"));
}

/** The elements of a worksheet that the library has no option for. */
export function printedPage(paper: Paper): Feature<Content> {
  const strip = `&amp;C&amp;B${headerText(paper.marking)}`;
  // The blank keeps a text that starts with a digit from being read as part of the font size.
  const foot = `&amp;L&amp;8 ${headerText(paper.asOf)}${strip}&amp;R&amp;8 &amp;P / &amp;N`;
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          insert: () =>
            `<headerFooter><oddHeader>${strip}</oddHeader><oddFooter>${foot}</oddFooter></headerFooter>`,
          transform: (content) =>
            content
              .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace("<pageSetup ", '<pageSetup fitToWidth="1" fitToHeight="0" '),
        },
      },
    },
  };
}
