// The text of a Word document: its paragraphs with their numbers, its tables row by row, what stands at the head and foot of
// its pages. What it links to, macros, and what was deleted under review are left alone.
import { AppError } from "#core/host/errors.ts";
import type { ReadJob } from "#core/host/open-files.ts";
import { DocumentText } from "./document-text.ts";
import { refuseLarge } from "./limits.ts";
import { Numbering } from "./numbering.ts";
import type { PackedFile } from "./packed-rows.ts";
import { paragraphStyles } from "./paragraph-styles.ts";
import { checkText } from "./text.ts";
import { mainPart, textOf } from "./workbook.ts";
import { readXml } from "./xml.ts";
import { ZipArchive } from "./zip.ts";

/** Throws `file/too-large`, `file/bad-archive`, `file/bad-document` (fact: part) and `file/empty`. */
export function readDocx({ bytes }: ReadJob): PackedFile {
  refuseLarge(bytes.byteLength);
  try {
    const text = textIn(new ZipArchive(bytes));
    if (text === "") throw new AppError("file/empty");
    checkText([text]);
    return { kind: "text", encoding: null, text, parts: [], part: 0, table: null };
  } catch (error) {
    // The reader of XML knows of workbooks only.
    if (!(error instanceof AppError) || error.code !== "file/bad-workbook") throw error;
    throw new AppError("file/bad-document", error.facts, { cause: error });
  }
}

function textIn(archive: ZipArchive): string {
  // Word on the web keeps it under another name.
  const main = mainPart(archive) ?? "word/document.xml";
  const body = textOf(archive, main);
  if (body === null) throw new AppError("file/bad-document", { part: main });
  const numbering = new Numbering(textOf(archive, "word/numbering.xml"), "word/numbering.xml");
  const styles = paragraphStyles(textOf(archive, "word/styles.xml"), "word/styles.xml");
  const linesIn = (part: string, xml: string): readonly string[] => {
    const document = new DocumentText(numbering, styles);
    readXml(xml, part, document);
    return document.lines;
  };
  const beside = (name: RegExp): readonly string[] => {
    const parts = archive.names.filter((part) => name.test(part)).toSorted();
    return [...new Set(parts.flatMap((part) => linesIn(part, textOf(archive, part) ?? "")))].filter(
      (line) => line.trim() !== "",
    );
  };
  // A marking may stand there and nowhere else.
  const head = beside(/^word\/header\d*\.xml$/);
  const lines = linesIn(main, body);
  const notes = beside(/^word\/(?:foot|end)notes\.xml$/);
  const foot = beside(/^word\/footer\d*\.xml$/);
  return [head, lines, notes, foot]
    .map((some) => some.join("\n"))
    .filter((some) => some.trim() !== "")
    .join("\n\n")
    .trim();
}
