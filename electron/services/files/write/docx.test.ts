import { describe, expect, test } from "vitest";
import { docx } from "./docx.ts";
import { markupFault, zipParts } from "./made-files.ts";
import { hostileTexts, paperOf, smallPaper } from "./made-paper.ts";

const tools = { printHtml: () => Promise.reject(new Error("not asked for")) };

async function partsOf(paper: typeof smallPaper): Promise<Map<string, string>> {
  return zipParts(await docx.encode(paper, tools));
}

function part(parts: Map<string, string>, name: RegExp): string {
  return [...parts].find(([path]) => name.test(path))?.[1] ?? "";
}

/** The text a reader sees, run by run. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("");
}

describe.each(hostileTexts)("%s in every field", (_, text) => {
  test.each(["ltr", "rtl"] as const)("%s", async (direction) => {
    const parts = await partsOf(paperOf(text, direction));
    const markup = [...parts].filter(([name]) => /\.(?:xml|rels)$/.test(name));
    expect(markup.length).toBeGreaterThan(8);
    for (const [name, xml] of markup) expect([name, markupFault(xml)]).toEqual([name, null]);
    expect(part(parts, /^word\/document\.xml$/)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

describe("the document", () => {
  test("has real headings, a title and a language", async () => {
    const parts = await partsOf(smallPaper);
    const document = part(parts, /document\.xml$/);
    expect(document).toContain('<w:pStyle w:val="Title"/>');
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(2);
    expect(part(parts, /core\.xml$/)).toContain("<dc:title>Extraction of models</dc:title>");
    expect(part(parts, /styles\.xml$/)).toContain('<w:lang w:val="en"');
  });

  test("has the marking in its header and footer, and the number of pages as fields", async () => {
    const parts = await partsOf(smallPaper);
    const footer = part(parts, /footer1\.xml$/);
    expect(textOf(part(parts, /header1\.xml$/))).toBe("SENSITIVE BUT UNCLASSIFIED");
    expect(textOf(footer)).toContain("SENSITIVE BUT UNCLASSIFIED");
    expect(footer).toMatch(/PAGE[\s\S]* of [\s\S]*NUMPAGES/);
  });

  test("tables repeat their heading row and keep rows whole", async () => {
    const document = part(await partsOf(smallPaper), /document\.xml$/);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(4);
    expect(document).toContain('<w:pStyle w:val="Caption"/>');
  });

  test("a paper from right to left has its paragraphs and tables so", async () => {
    const document = part(
      await partsOf({ ...smallPaper, language: "ar", direction: "rtl" }),
      /document\.xml$/,
    );
    expect(document.match(/<w:bidiVisual\/>/g)).toHaveLength(2);
    expect(document).toMatch(/<w:pStyle w:val="Title"\/>(?:(?!<\/w:pPr>).)*<w:bidi\/>/);
  });

  test("Arabic in an English paper is marked as running the other way, and stays on its column's side", async () => {
    const document = part(await partsOf(smallPaper), /document\.xml$/);
    const cell = document.split("<w:tc>").find((one) => one.includes("الرياض")) ?? "";
    expect(cell).toContain("<w:rtl/>");
    expect(cell).toContain("<w:bidi/>");
    expect(cell).toContain('<w:jc w:val="end"/>');
    expect(document.split("<w:tc>").find((one) => one.includes("Nairobi"))).not.toContain("<w:rtl/>");
  });

  test("a name set apart in a line is a run of its own", async () => {
    const blocks = [
      {
        kind: "paragraph" as const,
        runs: [{ text: "At \u2068الرباط\u2069, 10 Nov", weight: "plain" as const }],
      },
    ];
    const document = part(await partsOf({ ...smallPaper, blocks }), /document\.xml$/);
    const runs = document.split("<w:r>").filter((run) => /الرباط|10 Nov/.test(run));
    expect(runs.map((run) => run.includes("<w:rtl/>"))).toEqual([true, false]);
  });

  test("each numbered list counts from one", async () => {
    const list = { kind: "list" as const, ordered: true, items: [[{ text: "x", weight: "plain" as const }]] };
    const document = part(await partsOf({ ...smallPaper, blocks: [list, list] }), /document\.xml$/);
    const ids = [...document.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
  });
});
