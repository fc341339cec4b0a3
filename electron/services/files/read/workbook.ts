// A workbook's parts beside its sheets: which sheets there are, the shared texts, and how its styles show figures.
import { AppError } from "#core/host/errors.ts";
import { decode } from "./encoding.ts";
import { builtInFormat, formatOf, type SheetFormat } from "./sheet-format.ts";
import type { Tell } from "./tell.ts";
import { readXml } from "./xml.ts";
import type { ZipArchive } from "./zip.ts";

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly texts: readonly string[];
  /** By the number a cell gives its style. */
  readonly formats: readonly SheetFormat[];
  /** Days are counted from 1904 instead of 1900. */
  readonly is1904: boolean;
}

export function textOf(archive: ZipArchive, part: string): string | null {
  const bytes = archive.read(archive.spelled(part));
  return bytes && decode(bytes, null).text.replace(/^\ufeff/, "");
}

/** The part that an archive of an office program begins with; null where it does not say. */
export function mainPart(archive: ZipArchive): string | null {
  const relations = relationsOf(archive, "_rels/.rels", "");
  return relations.find(({ type }) => type === "officeDocument")?.target ?? null;
}

/** Throws `file/bad-workbook` (fact: part) where there is no workbook in the archive, or no sheet in the workbook. */
export function readWorkbook(archive: ZipArchive, tell: Tell): Workbook {
  const part = mainPart(archive) ?? "xl/workbook.xml";
  const xml = textOf(archive, part);
  if (xml === null) throw new AppError("file/bad-workbook", { part });
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const relations = relationsOf(archive, `${folder}_rels/${part.slice(slash)}.rels`, folder);
  // Sheets of charts and macros hold no cells.
  const targets = new Map(
    relations.flatMap(({ id, type, target }) => (type === "worksheet" ? [[id, target] as const] : [])),
  );
  const sheets: { name: string; part: string; isHidden: boolean }[] = [];
  let is1904 = false;
  readXml(xml, part, {
    open: (name, attribute) => {
      if (name === "workbookPr") is1904 = ["1", "true"].includes(attribute("date1904"));
      const target = name === "sheet" ? targets.get(attribute("r:id")) : undefined;
      if (target !== undefined) {
        sheets.push({
          name: attribute("name"),
          part: target,
          isHidden: attribute("state").includes("idden"),
        });
      }
    },
  });
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  if (sheets.length === 0) throw new AppError("file/bad-workbook", { part });
  const partOf = (type: string) => relations.find((one) => one.type === type)?.target ?? "";
  return {
    sheets: shown.length > 0 ? shown : sheets,
    texts: sharedTexts(archive, partOf("sharedStrings"), tell),
    formats: cellFormats(archive, partOf("styles")),
    is1904,
  };
}

interface Relation {
  readonly id: string;
  /** The last word of the type's address. */
  readonly type: string;
  readonly target: string;
}

/** What a part points to inside of the archive; what lies outside is passed over. */
function relationsOf(archive: ZipArchive, part: string, folder: string): readonly Relation[] {
  const xml = textOf(archive, part);
  const relations: Relation[] = [];
  if (xml === null) return relations;
  readXml(xml, part, {
    open: (name, attribute) => {
      if (name !== "Relationship" || attribute("TargetMode") === "External") return;
      const target = attribute("Target");
      relations.push({
        id: attribute("Id"),
        type: attribute("Type").split("/").at(-1) ?? "",
        target: resolved(target, folder),
      });
    },
  });
  return relations;
}

/** "../sheet.xml" and "/xl/sheet.xml" as a name in the archive. */
function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** Texts of `<si>`: runs joined, the reading aid of Japanese (`rPh`) left out. */
function sharedTexts(archive: ZipArchive, part: string, tell: Tell): readonly string[] {
  const xml = textOf(archive, part);
  const texts: string[] = [];
  if (xml === null) return texts;
  let text = "";
  let isText = false;
  let aids = 0;
  readXml(xml, part, {
    tell,
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") aids += 1;
      isText = name === "t" && aids === 0;
    },
    text: (some) => {
      if (isText) text += some;
    },
    close: (name) => {
      if (name === "si") texts.push(unescaped(text));
      if (name === "rPh") aids -= 1;
      if (name === "t") isText = false;
    },
  });
  return texts;
}

/** A workbook spells characters XML cannot hold as "_x000D_". */
export function unescaped(text: string): string {
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\r\n?/g, "\n");
}

function cellFormats(archive: ZipArchive, part: string): readonly SheetFormat[] {
  const xml = textOf(archive, part);
  const formats: SheetFormat[] = [];
  if (xml === null) return formats;
  const own = new Map<number, SheetFormat>();
  let isCellStyles = false;
  readXml(xml, part, {
    open: (name, attribute) => {
      if (name === "numFmt") own.set(Number(attribute("numFmtId")), formatOf(attribute("formatCode")));
      if (name === "cellXfs") isCellStyles = true;
      if (name === "xf" && isCellStyles) {
        const id = Number(attribute("numFmtId"));
        formats.push(own.get(id) ?? builtInFormat(id));
      }
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return formats;
}
