// Workbooks as spreadsheets write them, and archives that no spreadsheet wrote.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "#core/host/errors.ts";
import { readAsFound } from "#core/host/open-files.ts";
import { listPaper } from "../write/made-paper.ts";
import { xlsx } from "../write/xlsx.ts";
import { limits } from "./limits.ts";
import { madeWorkbook, textRows, workbookParts, type ZipPart, zipOf } from "./made-workbook.ts";
import { sheetDay } from "./sheet-day.ts";
import { readContent } from "./index.ts";
import { type ListedTable, listedTable } from "./made-reading.ts";

function table(bytes: Uint8Array, options: Partial<typeof readAsFound> = {}): ListedTable {
  return listedTable(readContent({ kind: "table", bytes, ...readAsFound, ...options }));
}

/** The code it is refused by, "" where it is read; anything else rises. */
function refusalOf(bytes: Uint8Array): string {
  try {
    table(bytes);
    return "";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const unplaced = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const cellsOf = (found: ListedTable) => found.rows.map(({ cells }) => cells);
const two = textRows([
  ["Name", "City"],
  ["Anna", "Rome"],
]);

describe("what is read", () => {
  test("texts, shared and inline, figures, days, flags and what a formula came to", () => {
    const rows = `<row r="1">${["Text", "Figure", "Day", "Moment", "Flag", "Sum"]
      .map((text, at) => `<c r="${String.fromCharCode(65 + at)}1" t="inlineStr"><is><t>${text}</t></is></c>`)
      .join("")}</row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>0.30000000000000004</v></c><c r="C3" s="1"><v>46352</v></c>
      <c r="D3" s="2"><v>46352.7083333333</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" s="3"><f>1+1</f><v>2</v></c></row>`;
    const found = table(
      madeWorkbook({ sheets: { One: rows }, texts: ["first", "M&amp;A &#x1F600;_x000D_"] }),
    );
    expect(found).toMatchObject({ format: "xlsx", headingLine: 1, sheets: ["One"], ignored: ["formulas"] });
    expect(found.rows).toEqual([
      { line: 3, cells: ["M&A 😀\n", "0.3", "2026-11-26", "2026-11-26 17:00", "TRUE", "2"] },
    ]);
  });

  test("days counted from 1904", () => {
    const rows = `${textRows([["Day"]])}<row r="2"><c r="A2" s="1"><v>44890</v></c></row>`;
    expect(cellsOf(table(madeWorkbook({ sheets: { One: rows }, is1904: true })))).toEqual([["2026-11-26"]]);
  });

  test.each<[number, string | null]>([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [60, null],
    [61, "1900-03-01"],
    [2_958_465, "9999-12-31"],
    [2_958_466, null],
    [-1, null],
    [0.5, "12:00"],
    [45_000.999999999, "2023-03-16"],
    [45_000.00001, "2023-03-15 00:00:01"],
  ])("day %d is %s", (serial, day) => {
    expect(sheetDay(serial, false)).toBe(day);
  });

  test("another sheet, and headings further down, are read when asked for", () => {
    const second = textRows([
      ["A list of people"],
      ["of 2026"],
      ["Name", "City", "Note"],
      ["Anna", "Rome", null],
      ["Luca", "Bern", null],
    ]);
    const book = madeWorkbook({ sheets: { First: two, Second: second } });
    expect(table(book)).toMatchObject({ sheets: ["First", "Second"], headings: ["Name", "City"] });
    expect(table(book, { sheet: 1 })).toMatchObject({
      sheet: 1,
      headings: ["Name", "City", "Note"],
      headingLine: 3,
    });
    expect(table(book, { sheet: 1, headingLine: 4 }).headings).toEqual(["Anna", "Rome"]);
    expect(table(book, { sheet: 1 }).head[0]?.cells).toEqual(["A list of people"]);
  });

  test("headings that span columns are joined with those below; values merged over rows belong to each", () => {
    const rows = textRows([
      ["Person", null, "Post"],
      ["First", "Last", null],
      ["Anna", "Rossi", "Rome"],
      ["Luca", "Verdi", null],
    ]);
    const found = table(madeWorkbook({ sheets: { One: rows }, merges: ["A1:B1", "C1:C2", "C3:C4"] }));
    expect(found.headings).toEqual(["Person First", "Person Last", "Post"]);
    expect(cellsOf(found)).toEqual([
      ["Anna", "Rossi", "Rome"],
      ["Luca", "Verdi", "Rome"],
    ]);
  });

  test("a title over the whole table is none of its headings; a heading over two columns is counted", () => {
    const rows = textRows([
      ["People of 2026", null, null],
      ["Name", null, "City"],
      ["Anna", "Rossi", "Rome"],
    ]);
    const found = table(madeWorkbook({ sheets: { One: rows }, merges: ["A1:C1", "A2:B2"] }));
    expect([found.headingLine, found.headings]).toEqual([2, ["Name", "Name 2", "City"]]);
  });

  test("groups of a long list are merged in the time their cells take", () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => {
      const group = at % 4 === 1 ? `<c r="A${at + 1}" t="str"><v>g${at}</v></c>` : "";
      return `<row r="${at + 1}">${at === 0 ? '<c r="A1" t="str"><v>Group</v></c>' : group}<c r="B${at + 1}" t="str"><v>b</v></c></row>`;
    });
    const merges = Array.from({ length: 9999 }, (_, at) => `A${at * 4 + 2}:A${at * 4 + 5}`);
    const began = performance.now();
    const found = cellsOf(table(madeWorkbook({ sheets: { One: rows.join("") }, merges })));
    expect([found[3], found[4], found[39_995]]).toEqual([
      ["g1", "b"],
      ["g5", "b"],
      ["g39993", "b"],
    ]);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test("what the app itself wrote comes back", async () => {
    const bytes = await xlsx.encode(listPaper, {
      printHtml: () => Promise.reject(new Error("not asked for")),
    });
    expect(table(bytes)).toMatchObject({ headings: ["Post", "Days", "Points"] });
    expect(cellsOf(table(bytes))).toEqual([
      ["Nairobi", "12", "5 of 7"],
      ["الرياض", "-3", ""],
    ]);
  });

  test("a figure is shown as its format writes it: lengths of time, hours alone, noughts in front", () => {
    const codes = [
      "[h]:mm",
      "[mm]:ss",
      "h:mm AM/PM",
      "00000",
      "000\\-00\\-0000",
      '"K;"0000',
      "0.00",
      "#,##0;[Red]-0",
      "@",
    ];
    const styles = `<styleSheet><numFmts>${codes
      .map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', "&quot;")}"/>`)
      .join("")}</numFmts><cellXfs><xf numFmtId="46"/>${codes
      .map((_, at) => `<xf numFmtId="${200 + at}"/>`)
      .join("")}</cellXfs></styleSheet>`;
    const figures: [number, string, string][] = [
      [0, "1.5", "36:00"],
      [0, "1.50034722222222", "36:00:30"],
      [1, "-0.5", "-12:00"],
      [2, "1.5", "2160:00"],
      [3, "1.75", "18:00"],
      [3, "46352.75", "2026-11-26 18:00"],
      [4, "8123", "08123"],
      [4, "123456", "123456"],
      [4, "-12", "-12"],
      [4, "1.5", "1.5"],
      [5, "123456789", "123-45-6789"],
      [5, "1234567890", "1234-56-7890"],
      [6, "7", "K;0007"],
      [7, "7", "7"],
      [8, "1234", "1234"],
      [9, "12", "12"],
    ];
    const rows = `${textRows([["Figure"]])}${figures
      .map(
        ([style, value], at) => `<row r="${at + 2}"><c r="A${at + 2}" s="${style}"><v>${value}</v></c></row>`,
      )
      .join("")}`;
    const parts = workbookParts({ sheets: { One: rows } });
    const book = zipOf(
      parts.map((part) => (part.name === "xl/styles.xml" ? { ...part, content: styles } : part)),
    );
    expect(cellsOf(table(book)).flat()).toEqual(figures.map(([, , shown]) => shown));
  });

  test("cells that do not say where they stand follow one another, the empty ones too", () => {
    const rows = `<row>${unplaced("A")}${unplaced("B")}${unplaced("C")}</row>
      <row>${unplaced("a")}<c/>${unplaced("c")}</row><row><c r="B3"/>${unplaced("c")}</row>`;
    expect(cellsOf(table(madeWorkbook({ sheets: { One: rows } })))).toEqual([
      ["a", "", "c"],
      ["", "", "c"],
    ]);
  });

  test("a row that is begun anew for each cell is one row", () => {
    const rows = ["A1", "B1", "A2", "B2"]
      .map((at) => `<row r="${at.slice(1)}"><c r="${at}" t="str"><v>${at}</v></c></row>`)
      .join("");
    expect(cellsOf(table(madeWorkbook({ sheets: { One: rows } })))).toEqual([["A2", "B2"]]);
  });

  test("reading aids within a cell are no part of it", () => {
    const rows = `${textRows([["Name"]])}<row r="2"><c r="A2" t="inlineStr"><is><t>豊田</t><rPh sb="0" eb="2"><t>トヨタ</t></rPh></is></c></row>`;
    expect(cellsOf(table(madeWorkbook({ sheets: { One: rows } })))).toEqual([["豊田"]]);
  });

  test("prefixes are the writer's own, names of parts are in any case, and targets may climb", () => {
    const said = workbookParts({ sheets: { One: two } }).map(({ name, content }) => ({
      name: String(name).replace("sheet1", "SHEET1").replace("xl/workbook.xml", "xl/WorkBook.xml"),
      content: String(content)
        .replace("xmlns:r=", "xmlns:ns2=")
        .replaceAll("r:id=", "ns2:id=")
        .replace("worksheets/sheet1.xml", "../xl/./worksheets/sheet1.xml"),
    }));
    expect(cellsOf(table(zipOf(said)))).toEqual([["Anna", "Rome"]]);
  });

  test("a cover and an empty form are passed over where nobody chose them", () => {
    const sheets = { Cover: "", Form: textRows([["Name", "City"]]), List: two };
    expect(table(madeWorkbook({ sheets }))).toMatchObject({ sheet: 2, sheets: ["Cover", "Form", "List"] });
    expect(() => table(madeWorkbook({ sheets }), { sheet: 0 })).toThrow("file/empty");
    expect(() => table(madeWorkbook({ sheets: { Form: sheets.Form, Cover: "" } }))).toThrow("file/no-rows");
  });

  test("the last line is no heading, also where it is the fullest", () => {
    const rows = textRows([
      ["Name", "City"],
      ["Anna", "Rome"],
      ["Bela", "Pécs", "back in May", "see note"],
    ]);
    const found = table(madeWorkbook({ sheets: { One: rows } }));
    expect(found.headings).toEqual(["Name", "City", "(3)", "(4)"]);
    expect(cellsOf(found)).toEqual([
      ["Anna", "Rome", "", ""],
      ["Bela", "Pécs", "back in May", "see note"],
    ]);
  });

  test("columns that stand empty are left out; cells beside the headings are a column of their own", () => {
    const rows = textRows([
      [null, "Name", null, "City"],
      [null, "Anna", null, "Rome"],
      [null, "Luca", null, "Bern", "a note"],
    ]);
    const found = table(madeWorkbook({ sheets: { One: rows } }));
    expect(found).toMatchObject({ headings: ["Name", "City", "(5)"], rejects: [] });
    expect(cellsOf(found)).toEqual([
      ["Anna", "Rome", ""],
      ["Luca", "Bern", "a note"],
    ]);
  });

  test("macros, links and objects are left alone and named", () => {
    const more: ZipPart[] = ["xl/vbaProject.bin", "xl/externalLinks/e1.xml", "xl/embeddings/o.bin"].map(
      (name) => ({
        name,
        content: "x",
      }),
    );
    expect(table(madeWorkbook({ sheets: { One: two }, more })).ignored).toEqual([
      "macros",
      "links",
      "objects",
    ]);
  });

  test("a text that is not in the file rejects its row alone", () => {
    const rows = `${two}<row r="3"><c r="A3" t="s"><v>9</v></c></row>`;
    const found = table(madeWorkbook({ sheets: { One: rows } }));
    expect(found.rows).toHaveLength(1);
    expect(found.rejects).toMatchObject([{ line: 3, code: "file/bad-cell" }]);
  });
});

describe("what is refused", () => {
  test.each<[string, Uint8Array, string, Record<string, string>]>([
    [
      "a table of LibreOffice",
      zipOf([{ name: "content.xml", content: "x" }]),
      "file/binary",
      { looksLike: "ODS, ODT" },
    ],
    [
      "a binary workbook",
      zipOf([{ name: "xl/workbook.bin", content: "x" }]),
      "file/binary",
      { looksLike: "XLSB" },
    ],
    [
      "a table of Numbers",
      zipOf([{ name: "Index/Document.iwa", content: "x" }]),
      "file/binary",
      { looksLike: "Numbers, Pages" },
    ],
    ["slides", zipOf([{ name: "ppt/presentation.xml", content: "x" }]), "file/binary", { looksLike: "PPTX" }],
    ["any other archive", zipOf([{ name: "a.txt", content: "x" }]), "file/binary", { looksLike: "ZIP" }],
    [
      "a workbook under a password",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      "file/bad-archive",
      { fault: "encrypted" },
    ],
    [
      "XML",
      Buffer.from('\ufeff\n<?xml version="1.0"?>\n<a>1,2</a>\n<a>3,4</a>'),
      "file/binary",
      { looksLike: "XML" },
    ],
    ["JSON", Buffer.from('[\n{"a":1,"b":2},\n{"a":3,"b":4}]'), "file/binary", { looksLike: "JSON" }],
    [
      "a symbolic link file",
      Buffer.from("ID;PWXL;N;E\nP;PGeneral\nP;P0\n"),
      "file/binary",
      { looksLike: "SLK" },
    ],
  ])("%s is named for what it is", (_name, bytes, code, facts) => {
    expect(() => table(bytes)).toThrow(expect.objectContaining({ code, facts }));
  });

  const parts = workbookParts({ sheets: { One: two } });
  const [first] = parts;
  const withBook = (lie: Partial<ZipPart>) =>
    zipOf(parts.map((part) => (part.name === "xl/workbook.xml" ? { ...part, ...lie } : part)));
  const withName = (name: string | Uint8Array) => zipOf([...parts, { name, content: "x" }]);
  const names = [
    "/etc/passwd",
    "../up",
    "a/../../up",
    "a\\b",
    "C:/x",
    "a\0b",
    "a//b",
    "./a",
    "nul.txt",
    "a/COM1",
    "a./b",
    "XL/workbook.xml",
    "",
  ];

  test.each<[string, Uint8Array, string]>([
    ["more than the directory promised", withBook({ size: 3 }), "lying"],
    ["less than the directory promised", withBook({ size: 300 }), "lying"],
    ["another name before the bytes", withBook({ localName: "xl/workbook.xmk" }), "lying"],
    ["a part that begins elsewhere", withBook({ offset: 7 }), "lying"],
    ["a part that needs a password", withBook({ flags: 1 }), "encrypted"],
    ["a link instead of a file", withBook({ attributes: 0xa1ed0000 }), "badName"],
    ["a name in no encoding", withName(Buffer.from([0xff, 0xfe])), "badName"],
    ["a name twice", withName("xl/workbook.xml"), "badName"],
    [
      "two parts in one place",
      zipOf([...parts, { ...(first ?? { name: "", content: "" }), name: "twin.xml", offset: 0 }]),
      "lying",
    ],
    ["bytes after the end", zipOf(parts, { tail: "%PDF-1.7" }), "damaged"],
    ["a directory of another length", zipOf(parts, { count: 3 }), "lying"],
    ["a directory that stands elsewhere", zipOf(parts, { count: 0xffff }), "tooManyEntries"],
    [
      "very many parts",
      zipOf(Array.from({ length: limits.zipEntries + 1 }, (_, at) => ({ name: `p${at}`, content: "" }))),
      "tooManyEntries",
    ],
    [
      "a part that unpacks to far more",
      madeWorkbook({ sheets: { One: two + " ".repeat(30_000_000) } }),
      "bomb",
    ],
    ...names.map((name): [string, Uint8Array, string] => [
      `the name ${JSON.stringify(name)}`,
      withName(name),
      "badName",
    ]),
  ])("%s", (_name, bytes, fault) => {
    expect(() => table(bytes)).toThrow(
      expect.objectContaining({ code: "file/bad-archive", facts: { fault } }),
    );
  });

  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  test.each([
    ["a document type", madeWorkbook({ sheets: { One: two }, prolog: bomb })],
    [
      "a document type that points outside",
      madeWorkbook({ sheets: { One: two }, prolog: '<!DOCTYPE x SYSTEM "file:///etc/passwd">' }),
    ],
    ["an entity nobody declared", madeWorkbook({ sheets: { One: textRows([["Name"], ["&xxe;"]]) } })],
    ["half of a pair of characters", madeWorkbook({ sheets: { One: textRows([["Name"], ["&#xD800;"]]) } })],
    ["rows out of order", madeWorkbook({ sheets: { One: `${two}<row r="1"/>` } })],
    ["elements in elements without end", madeWorkbook({ sheets: { One: "<row>".repeat(100_000) } })],
    ["an element that is not closed", madeWorkbook({ sheets: { One: "<row><c></row>" } })],
    ["no workbook", zipOf([{ name: "xl/styles.xml", content: "x" }])],
  ])("%s", (_name, bytes) => {
    expect(() => table(bytes)).toThrow(expect.objectContaining({ code: "file/bad-workbook" }));
  });

  test("a sheet that is too wide or too long", () => {
    const wide = '<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>';
    expect(() => table(madeWorkbook({ sheets: { One: wide } }))).toThrow("file/too-many-columns");
    const long = Array.from({ length: limits.rows + 2 }, (_, at) => `<row><c><v>${at}</v></c></row>`).join(
      "",
    );
    expect(() => table(madeWorkbook({ sheets: { One: long } }))).toThrow("file/too-many-rows");
  });

  test("a merge over everything costs nothing", () => {
    const found = table(madeWorkbook({ sheets: { One: two }, merges: ["B1:XFD1048576", "A2:XFD1048576"] }));
    expect(found.headings).toEqual(["Name", "City"]);
  });

  test("whatever is cut off or changed, it is read or refused by name, and nothing is polluted", () => {
    const book = madeWorkbook({ sheets: { One: two }, texts: ["a"] });
    const cut = fc.nat(book.length);
    const flips = fc.array(fc.tuple(fc.nat(book.length - 1), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(cut, flips, (length, changes) => {
        const bytes = Uint8Array.from(book);
        for (const [at, value] of changes) bytes[at] = value;
        const refusal = refusalOf(bytes.subarray(0, changes.length > 0 ? book.length : length));
        expect(refusal).toMatch(/^(?:file\/|$)/);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });
});
