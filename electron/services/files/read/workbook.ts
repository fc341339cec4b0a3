// A workbook's parts beside its sheets: which sheets there are, the shared texts, and which styles are dates.
import { AppError } from "#core/host/errors.ts";
import { decode } from "./encoding.ts";
import type { Tell } from "./tell.ts";
import { readXml } from "./xml.ts";
import type { ZipArchive } from "./zip.ts";

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly texts: readonly string[];
  /** By the number a cell gives its style. */
  readonly isDateStyle: readonly boolean[];
  /** Days are counted from 1904 instead of 1900. */
  readonly is1904: boolean;
}

export function textOf(archive: ZipArchive, part: string): string | null {
  const bytes = archive.read(part);
  return bytes && decode(bytes, null).text.replace(/^\ufeff/, "");
}

/** Throws `file/bad-workbook` (fact: part) where there is no workbook in the archive, or no sheet in the workbook. */
export function readWorkbook(archive: ZipArchive, tell: Tell): Workbook {
  const main = relationsOf(archive, "_rels/.rels", "").find(({ type }) => type === "officeDocument");
  const part = main?.target ?? "xl/workbook.xml";
  const xml = textOf(archive, part);
  if (xml === null) throw new AppError("file/bad-workbook", { part });
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const relations = relationsOf(archive, `${folder}_rels/${part.slice(slash)}.rels`, folder);
  const targets = new Map(relations.map(({ id, target }) => [id, target]));
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
    isDateStyle: dateStyles(archive, partOf("styles")),
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
        target: target.startsWith("/") ? target.slice(1) : `${folder}${target}`,
      });
    },
  });
  return relations;
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

/** Formats of the standard's own that show a day or an hour. */
const dateFormats = new Set(
  [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47].concat(range(27, 36), range(50, 58)),
);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function dateStyles(archive: ZipArchive, part: string): readonly boolean[] {
  const xml = textOf(archive, part);
  const styles: boolean[] = [];
  if (xml === null) return styles;
  const own = new Map<number, boolean>();
  let isCellStyles = false;
  readXml(xml, part, {
    open: (name, attribute) => {
      if (name === "numFmt") own.set(Number(attribute("numFmtId")), isDateFormat(attribute("formatCode")));
      if (name === "cellXfs") isCellStyles = true;
      if (name === "xf" && isCellStyles) {
        const id = Number(attribute("numFmtId"));
        styles.push(own.get(id) ?? dateFormats.has(id));
      }
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return styles;
}

/** Whether a format's code shows days or hours: its letters, without what is quoted, escaped or a condition. */
function isDateFormat(code: string): boolean {
  const elapsed = /\[[hms]{1,2}\]/i.test(code);
  const plain = code.replaceAll(/"[^"]{0,255}"|\\.|\[[^\]]{0,255}\]|[_*]./g, "");
  return elapsed || (/[dmyhs]/i.test(plain) && !/general/i.test(plain));
}
