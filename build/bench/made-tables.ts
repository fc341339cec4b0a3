// Tables of engagements for the bench of imports, the same rows as CSV and as a workbook.
import { strToU8, zipSync } from "fflate";

export const formats = ["csv", "xlsx"] as const;
export type Format = (typeof formats)[number];

export const headings = ["Post", "Date", "Time", "Subject", "Theirs", "Type", "Place", "Report"];

/** So many engagements of two years, at these posts in turn. */
export function madeTable(format: Format, rows: number, posts: readonly string[]): Uint8Array<ArrayBuffer> {
  return format === "csv" ? csvOf(rows, posts) : xlsxOf(rows, posts);
}

function cellsOf(n: number, posts: readonly string[]): readonly string[] {
  const day = new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString().slice(0, 10);
  const said = "The ministry took note and will reply. ".repeat(4);
  const post = posts[n % posts.length] ?? "";
  return [post, day, "10:30", `Matter ${n}`, `Person ${n % 4000} Family`, "meeting", "Ministry", said];
}

function csvOf(rows: number, posts: readonly string[]): Uint8Array<ArrayBuffer> {
  const lines = [headings.join(",")];
  for (let n = 0; n < rows; n += 1) lines.push(cellsOf(n, posts).join(","));
  return new TextEncoder().encode(lines.join("\n"));
}

function sheetRow(cells: readonly string[]): string {
  return `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;
}

/** As small as a workbook can be: one sheet, its texts in the cells. Nothing in these cells needs escaping. */
function xlsxOf(rows: number, posts: readonly string[]): Uint8Array<ArrayBuffer> {
  const sheet = [sheetRow(headings)];
  for (let n = 0; n < rows; n += 1) sheet.push(sheetRow(cellsOf(n, posts)));
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheet.join("")}</sheetData></worksheet>`,
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files)));
}
