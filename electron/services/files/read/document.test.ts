// Word documents and web pages as text: numbers that stand in no text, what was deleted, what is hostile.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAsFound } from "#core/host/open-files.ts";
import { fuzzRuns, readingFaults } from "./made-reading.ts";
import { zipOf } from "./made-workbook.ts";
import { readContent } from "./index.ts";

const text = (bytes: Uint8Array): string => {
  const file = readContent({ kind: "text", bytes, ...readAsFound });
  expect([file.kind, file.table]).toEqual(["text", null]);
  return file.text;
};

const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const p = (words: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
const item = (words: string, level = 0, num = 1): string =>
  p(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`);

const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const cell = (words: string): string => `<w:tc>${words}</w:tc>`;
const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>t</title></head><body>${body}</body></html>`;

interface MadeDocument {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly others?: Readonly<Record<string, string>>;
  readonly prolog?: string;
}

function docx({ body, numbering, styles, others = {}, prolog = "" }: MadeDocument): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `${prolog}<w:document ${ns}><w:body>${body}</w:body></w:document>`,
    ...(numbering === undefined
      ? {}
      : { "word/numbering.xml": `<w:numbering ${ns}>${numbering}</w:numbering>` }),
    ...(styles === undefined ? {} : { "word/styles.xml": `<w:styles ${ns}>${styles}</w:styles>` }),
    ...others,
  };
  return zipOf(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

const level = (at: number, format: string, words: string, more = ""): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${words}"/></w:lvl>`;
const list = `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "(%2)")}${level(2, "lowerRoman", "%1.%2.%3")}</w:abstractNum>`;
const num = (id: number, start = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="7"/>${start}</w:num>`;
const from = (at: number): string =>
  `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${at}"/></w:lvlOverride>`;

describe("a Word document", () => {
  test("the part it begins with has the name it says, and prefixes are the writer's own", () => {
    const relation =
      '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const body = item("one").replaceAll("w:", "ns0:");
    const parts = {
      "_rels/.rels": relation,
      "word/document2.xml": `<ns0:document ${ns.replace("w=", "ns0=")}><ns0:body>${body}</ns0:body></ns0:document>`,
      "word/numbering.xml": `<w:numbering ${ns}>${list}${num(1)}</w:numbering>`,
    };
    const said = Object.entries(parts).map(([name, content]) => ({ name, content }));
    expect(text(zipOf(said))).toBe("1. one");
  });

  test("numbered paragraphs keep the numbers the page shows", () => {
    const body = [
      item("one"),
      item("two"),
      item("a", 1),
      item("b", 1),
      item("deep", 2),
      item("three"),
      item("again", 1),
      p("between"),
      item("four", 0, 2),
      item("anew", 0, 3),
      item("next", 0, 3),
    ];
    const made = docx({ body: body.join(""), numbering: list + num(1) + num(2) + num(3, from(5)) });
    expect(text(made)).toBe(
      [
        "1. one",
        "2. two",
        "(a) a",
        "(b) b",
        "2.b.i deep",
        "3. three",
        "(a) again",
        "between",
        "4. four",
        "5. anew",
        "6. next",
      ].join("\n"),
    );
  });

  test("numbers that a style gives, also one based on another, and none where a paragraph says so", () => {
    const styles =
      `<w:style w:styleId="Para"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
      `<w:style w:styleId="Own"><w:basedOn w:val="Para"/></w:style><w:style w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>`;
    const none = `${style("Para")}<w:numPr><w:numId w:val="0"/></w:numPr>`;
    const body =
      p("one", style("Para")) +
      p("two", style("Own")) +
      p("not", none) +
      p("ring", style("Ring")) +
      p("three", style("Para"));
    expect(text(docx({ body, styles, numbering: list + num(1) }))).toBe(
      "1. one\n2. two\nnot\nring\n3. three",
    );
  });

  test("deleted and moved words are not read, inserted ones are; breaks, tabs and hyphens are", () => {
    const body =
      `<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>` +
      `<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:ins><w:r><w:t xml:space="preserve"> new</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r></w:ins>` +
      `<w:r><w:instrText>HYPERLINK "http://example.org"</w:instrText></w:r></w:p>`;
    expect(text(docx({ body }))).toBe("Kept new\tx\nco-op");
  });

  test("tables row by row; a text box once; head and foot of the page, where a marking may stand", () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice>${p("box")}</mc:Choice><mc:Fallback>${p("box")}</mc:Fallback></mc:AlternateContent><w:t>around</w:t></w:r></w:p>`;
    const body = `<w:tbl><w:tr>${cell(p("A") + p("B"))}${cell(p("C"))}</w:tr><w:tr>${cell(p("D"))}${cell("")}</w:tr></w:tbl>${box}`;
    const others = {
      "word/header1.xml": `<w:hdr ${ns}>${p("CONFIDENTIAL")}</w:hdr>`,
      "word/header2.xml": `<w:hdr ${ns}>${p("CONFIDENTIAL")}</w:hdr>`,
      "word/footer1.xml": `<w:ftr ${ns}>${p("foot")}</w:ftr>`,
    };
    expect(text(docx({ body, others }))).toBe("CONFIDENTIAL\n\nA B\tC\nD\t\nbox\naround\n\nfoot");
  });

  test.each<[string, Uint8Array, string]>([
    [
      "a document type",
      docx({ body: p("x"), prolog: '<!DOCTYPE x [<!ENTITY a "b">]>' }),
      "file/bad-document",
    ],
    ["an entity nobody declared", docx({ body: p("&a;") }), "file/bad-document"],
    [
      "elements nested a thousand deep",
      docx({ body: "<w:x>".repeat(1000) + "</w:x>".repeat(1000) }),
      "file/bad-document",
    ],
    ["an element without an end", docx({ body: "<w:p>" }), "file/bad-document"],
    ["no words", docx({ body: "" }), "file/empty"],
    ["a control character", docx({ body: p("a&#0;b") }), "file/binary"],
    ["a numbering that is damaged", docx({ body: p("x"), numbering: "<w:num>" }), "file/bad-document"],
    ["a bomb", zipOf([{ name: "word/document.xml", content: "a".repeat(60_000_000) }]), "file/bad-archive"],
    [
      "an entry outside of it",
      zipOf([
        { name: "word/document.xml", content: "" },
        { name: "../x", content: "" },
      ]),
      "file/bad-archive",
    ],
  ])("%s is refused", (_name, bytes, code) => {
    expect(() => text(bytes)).toThrow(expect.objectContaining({ code }));
  });

  test("cut off anywhere it is refused by name", () => {
    const whole = docx({ body: item("one"), numbering: list + num(1) });
    const faults = Array.from({ length: Math.floor(whole.length / 16) }, (_, at) =>
      readingFaults("text", whole.subarray(0, at * 16)),
    );
    expect(faults.flat()).toEqual([]);
  });
});

describe("a web page", () => {
  test.each([
    [
      "paragraphs, breaks and blanks",
      "<p>One\n  two<br>three</p><p>Four&nbsp;five &amp; &lt;six&gt;</p>",
      "One two\nthree\n\nFour five & <six>",
    ],
    ["scripts and styles", "<p>a</p><script>alert('<p>x</p>')</script><style>p{}</style><p>b</p>", "a\n\nb"],
    [
      "numbered lists keep their numbers",
      '<ol start="3"><li>a<li>b<ul><li>c</li></ul></ol>',
      "3. a\n4. b\n\n- c",
    ],
    ["tables", "<table><tr><th>A</th><td>B</td></tr><tr><td>C<td>D</table>", "A\tB\nC\tD"],
    [
      "cells of several paragraphs, an empty one in front",
      "<p>x</p><table><tr><td><p>A</p></td><td><p>B</p><div>b</div></td></tr><tr><td></td><td>C</td><td>D</td></tr></table>y",
      "x\n\nA\tB b\n\tC\tD\n\ny",
    ],
    [
      "a table that places parts of a page",
      "<table><tr><td><p>One<p>Two</td></tr><tr><td>left<table><tr><td>A</td><td>B</td></tr></table>more</td><td><p>right</td></tr></table>",
      "One\n\nTwo\n\nleft\n\nA\tB\n\nmore\n\nright",
    ],
    ["text as it stands", "<pre>A  B\n  C</pre>", "A  B\n  C"],
    ["tags that are not closed", "<div><b>a<p>b<div>c", "a\n\nb\n\nc"],
    ["a picture to fetch", '<img src="http://example.org/x.png" alt="y" onerror="alert(1)">z', "z"],
    ["comments and what only looks like one", "a<!-- <p>x</p> -->b<!-x>c", "abc"],
  ])("%s", (_name, body, words) => {
    expect(text(Buffer.from(page(body)))).toBe(words);
  });

  test.each<[string, Uint8Array, string]>([
    [
      "in the letters it says",
      Buffer.concat([
        Buffer.from('<html><meta charset="windows-1251"><body>'),
        Buffer.from([0xcc, 0xc8, 0xc4]),
      ]),
      "МИД",
    ],
    ["in UTF-16", Buffer.from("\ufeff<html><body>МИД", "utf16le"), "МИД"],
  ])("%s", (_name, bytes, words) => {
    expect(text(bytes)).toBe(words);
  });

  test("nested a hundred thousand deep", () => {
    expect(text(Buffer.from(page(`${"<div>".repeat(100_000)}x`)))).toBe("x");
  });

  test("tables in tables are not told again and again", () => {
    const lines = text(Buffer.from(page("<table><tr><td>x</td><td>y".repeat(5000)))).split("\n");
    expect(lines.filter((line) => line === "y")).toHaveLength(4999);
  });

  test("a page without words", () => {
    expect(() => text(Buffer.from(page("<script>x</script>")))).toThrow(
      expect.objectContaining({ code: "file/empty" }),
    );
  });
});

test("no page and no document harms the reader", () => {
  const tags = fc.constantFrom(
    "<p>",
    "</p>",
    "<ol>",
    "<li>",
    "</ol>",
    "<pre>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<td>",
    "<![CDATA[",
    "&#0;",
    "&amp",
    "<a b='",
    "\n",
    "<br>",
    "</",
  );
  const markup = fc
    .array(fc.oneof(tags, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 60 })
    .map((parts) => parts.join(""));
  const words = fc.constantFrom(
    item("a"),
    item("b", 9, 1),
    item("c", -1, 4),
    p("x", '<w:pStyle w:val="__proto__"/>'),
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:p>",
    "</w:p>",
    "<w:del>",
    "</w:del>",
    "<w:t>t</w:t>",
  );
  const body = fc.array(words, { maxLength: 20 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(markup, body, (html, inner) => {
      expect(readingFaults("text", Buffer.from(`<html>${html}`))).toEqual([]);
      expect(readingFaults("text", docx({ body: inner, numbering: list + num(1) }))).toEqual([]);
    }),
    fuzzRuns,
  );
});
