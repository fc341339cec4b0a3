import { describe, expect, test } from "vitest";
import { html, pageOf } from "./html.ts";
import { markupFault } from "./made-files.ts";
import { hostileTexts, paperOf, smallPaper } from "./made-paper.ts";
import { pdf } from "./pdf.ts";

const empty = ["meta", "col", "br"];

test("a fault in markup is found", () => {
  expect(markupFault("<a><b></a></b>")).not.toBeNull();
  expect(markupFault("<a>1 < 2</a>")).not.toBeNull();
  expect(markupFault("<a>x & y</a>")).not.toBeNull();
  expect(markupFault("<a>\u0001</a>")).not.toBeNull();
  expect(markupFault('<a b="1">x &amp; y<c/></a>')).toBeNull();
});

describe.each(hostileTexts)("%s in every field", (_, text) => {
  test.each(["ltr", "rtl"] as const)("%s", (direction) => {
    const page = pageOf(paperOf(text, direction));
    expect(markupFault(page, empty)).toBeNull();
    // One style sheet of ours, and nothing that runs or loads.
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script|<img|<link|<iframe|javascript:|url\(/i);
    expect(page).not.toMatch(/<[a-z]+[^>]*\son[a-z]+=/i);
  });
});

describe("the page", () => {
  const page = pageOf(smallPaper);

  test("names its language and direction, and forbids what it does not need", () => {
    expect(page).toContain('<html lang="en" dir="ltr">');
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(pageOf({ ...smallPaper, language: "ar", direction: "rtl" })).toContain(
      '<html lang="ar" dir="rtl">',
    );
    expect(pageOf({ ...smallPaper, language: '"><b>' })).toContain('<html lang="und" dir="ltr">');
  });

  test("prints its marking at the head and foot of every page, with page n of m", () => {
    const rule = /@page \{[\s\S]*?\n\}/.exec(page)?.[0] ?? "";
    expect(rule.match(/content: "SENSITIVE BUT UNCLASSIFIED"/g)).toHaveLength(2);
    expect(rule).toContain('content: "Page " counter(page) " of " counter(pages)');
    expect(rule).toContain("@bottom-left");
    expect(page).toContain("display: table-header-group");
  });

  test("page label and as-of change sides in a paper that runs from right to left", () => {
    const rule = /@bottom-right \{ content: "Data as of/;
    expect(page).not.toMatch(rule);
    expect(pageOf({ ...smallPaper, direction: "rtl" })).toMatch(rule);
  });

  test("headings step down one by one from the title", () => {
    const levels = [...pageOf(paperOf("x")).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels).toEqual([1, 2, 3, 4]);
    expect(page.match(/<h1>/g)).toHaveLength(1);
  });

  test("tables have a caption, column headings and a heading for each row", () => {
    expect(page).toContain("<caption>Posts expected to act</caption>");
    expect(page).toContain('<th scope="col" class="">Post</th>');
    expect(page).toContain('<th scope="row" class="plain"><bdi>Nairobi</bdi></th>');
    expect(page).toContain('<td class="bad end-align"><bdi>12</bdi></td>');
  });

  test("an empty table says so over all its columns", () => {
    const blocks = smallPaper.blocks.map((block) =>
      block.kind === "table" ? { ...block, rows: [] } : block,
    );
    expect(pageOf({ ...smallPaper, blocks })).toContain('<td class="none" colspan="3">No post.</td>');
  });

  test("a direction override does not get through, and an isolate only whole", () => {
    expect(pageOf(paperOf("\u202egnp.exe"))).not.toContain("\u202e");
    expect(pageOf(paperOf("\u2068open"))).not.toContain("\u2068");
    expect(pageOf(paperOf("a \u2068whole\u2069 b"))).toContain("a \u2068whole\u2069 b");
  });
});

test("the file and the print are the same page", async () => {
  const printed: string[] = [];
  const bytes = await pdf.encode(smallPaper, {
    printHtml: (page) => {
      printed.push(page);
      return Promise.resolve(new Uint8Array([37, 80, 68, 70]));
    },
  });
  const file = await html.encode(smallPaper, { printHtml: () => Promise.reject(new Error("not asked for")) });
  expect(printed).toEqual([new TextDecoder().decode(file)]);
  expect(bytes).toEqual(new Uint8Array([37, 80, 68, 70]));
});
