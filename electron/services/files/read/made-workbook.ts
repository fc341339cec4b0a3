// Workbooks put together by hand for tests: honest ones of a few cells, and archives that lie.
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** What stands in the headers instead of the truth. */
  readonly size?: number;
  readonly localName?: string;
  readonly flags?: number;
  readonly attributes?: number;
  /** Where the directory says the part begins. */
  readonly offset?: number;
}

/** A zip of deflated parts; `count` and `tail` let its end lie. */
export function zipOf(parts: readonly ZipPart[], lies: { count?: number; tail?: string } = {}): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name as string);
    const content = Buffer.from(part.content as string);
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(part.flags ?? 0, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(part.size ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const localName = part.localName === undefined ? name : Buffer.from(part.localName);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), head, localName, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(part.attributes ?? 0, 6);
    rest.writeUInt32LE(part.offset ?? at, 10);
    directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), head, rest, name);
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(lies.count ?? parts.length, 4);
  end.writeUInt16LE(lies.count ?? parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, listed, Buffer.from("PK\u0005\u0006"), end, Buffer.from(lies.tail ?? "")]);
}

const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface MadeWorkbook {
  /** Inside of `<sheetData>`, by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly merges?: readonly string[];
  readonly texts?: readonly string[];
  readonly is1904?: boolean;
  /** Put before the root of the first sheet. */
  readonly prolog?: string;
  readonly more?: readonly ZipPart[];
}

/** Style 1 is the standard's short day, 2 an own format with hours, 3 a figure with a quoted word. */
const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

export function workbookParts(made: MadeWorkbook): readonly ZipPart[] {
  const names = Object.keys(made.sheets);
  const merges = (made.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const texts = (made.texts ?? []).map((text) => `<si><t>${text}</t></si>`).join("");
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${rels}/${type}" Target="${target}"/>`;
  return [
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "_rels/.rels",
      content: `<Relationships>${relation("m", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns:r="${rels}">${made.is1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${names
        .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"/>`)
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships>${names
        .map((_, at) => relation(`r${at}`, "worksheet", `worksheets/sheet${at + 1}.xml`))
        .join(
          "",
        )}${relation("s", "styles", "styles.xml")}${relation("t", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    },
    { name: "xl/styles.xml", content: styles },
    { name: "xl/sharedStrings.xml", content: `<sst>${texts}</sst>` },
    ...Object.values(made.sheets).map((rows, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<?xml version="1.0"?>${at === 0 ? (made.prolog ?? "") : ""}<worksheet><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
    })),
    ...(made.more ?? []),
  ];
}

export function madeWorkbook(made: MadeWorkbook): Uint8Array {
  return zipOf(workbookParts(made));
}

/** Rows of inline texts from line 1 on; null leaves a cell out. */
export function textRows(rows: readonly (readonly (string | null)[])[]): string {
  return rows
    .map((cells, at) => {
      const filled = cells.map((text, column) =>
        text === null
          ? ""
          : `<c r="${String.fromCharCode(65 + column)}${at + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
      );
      return `<row r="${at + 1}">${filled.join("")}</row>`;
    })
    .join("");
}
