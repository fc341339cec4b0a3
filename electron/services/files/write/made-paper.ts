// Papers for the writers' tests: one with every kind of block, and one with a given text in every field.
import type { Block, Paper } from "#core/report/blocks.ts";

/** Texts that have broken files or readers of files. */
export const hostileTexts: readonly (readonly [string, string])[] = [
  ["markup", "<script>alert(1)</script>"],
  ["image with handler", "\"'--><img src=x onerror=alert(1)>"],
  ["end of a style sheet", "</style><script>alert(1)</script>"],
  ["CSS escapes", "\\000022} @page { size: 1px } /* \\"],
  ["end of CDATA", "]]> <![CDATA[ <!-- ?> &amp; &#x3c;"],
  ["control characters", "a\u0000b\u0001c\u0007d\u000be\u001ff\u007fg\u0085h"],
  ["lone surrogates", "high \ud83d low \udc00 end \ud800"],
  ["forbidden code points", "\ufffe\uffff\ufeffx"],
  ["formula", "=cmd|' /C calc'!A0"],
  ["formula behind blanks", " \t @SUM(1+1)*cmd|' /C calc'!A0"],
  ["plus and minus", "+44 20 7946 0000"],
  ["minus", "-2+3"],
  ["full-width formula", "＝1+1"],
  ["pipe", "|calc"],
  ["quotes and delimiters", 'a "b", c;d\te'],
  ["line ends", "one\r\ntwo\rthree\nfour\u2028five"],
  ["direction override", "\u202egnp.exe\u202c"],
  ["open isolate", "\u2068open \u2067twice"],
  ["placeholders", "{page} of {pages} {other} $& $1 %1."],
  ["what every object has", "constructor"],
  ["an object's prototype", "__proto__"],
  ["spreadsheet escape", "_x0041_ _x000D_"],
  ["header codes", '&P &N && &"Arial" &20'],
  ["no space for long", "x".repeat(10_000)],
  ["no space for long in Arabic", "م".repeat(10_000)],
  ["emoji and joiners", "👩‍👩‍👧‍👦🇰🇪".repeat(50)],
  ["many marks on one letter", `e${"\u0301".repeat(500)}`],
  ["longer than a cell", "word ".repeat(8_000)],
  ["only blanks", " \n\t "],
  ["nothing", ""],
];

function blocksOf(text: string): Block[] {
  const cell = { text, number: null, tone: "bad" as const };
  const heading = (level: number): Block => ({ kind: "heading", level, text });
  const column = (align: "start" | "end") => ({ heading: text, align, width: 10 });
  return [
    heading(1),
    heading(2),
    heading(3),
    {
      kind: "paragraph",
      runs: [
        { text, weight: "plain" },
        { text, weight: "strong" },
        { text, weight: "quiet" },
      ],
    },
    { kind: "list", ordered: true, items: [[{ text, weight: "plain" }], [{ text, weight: "plain" }]] },
    { kind: "list", ordered: false, items: [[{ text, weight: "quiet" }]] },
    { kind: "figures", items: [{ label: text, value: text, definition: text }] },
    {
      kind: "table",
      caption: text,
      columns: [column("start"), column("end")],
      rows: [[cell, cell]],
      empty: text,
    },
    { kind: "table", caption: text, columns: [column("start")], rows: [], empty: text },
    { kind: "quote", text, source: text },
    { kind: "facts", items: [{ label: text, value: text }] },
  ];
}

/** Every field of the paper and of each kind of block is `text`. */
export function paperOf(text: string, direction: Paper["direction"] = "ltr"): Paper {
  return {
    language: text,
    direction,
    marking: text,
    title: text,
    subtitle: text,
    asOf: text,
    pageLabel: text,
    footer: text,
    blocks: blocksOf(text),
  };
}

/** A small report: figures, a table with counts, a quotation. */
export const smallPaper: Paper = {
  language: "en",
  direction: "ltr",
  marking: "SENSITIVE BUT UNCLASSIFIED",
  title: "Extraction of models",
  subtitle: "Status report, STATE 115833",
  asOf: "Data as of Tue 24 Nov 2026, 17:00, Washington",
  pageLabel: "Page {page} of {pages}",
  footer: "Desk for Technology Policy",
  blocks: [
    { kind: "heading", level: 1, text: "1. Summary" },
    {
      kind: "figures",
      items: [{ label: "Delivered", value: "41 of 56", definition: "14 exempt posts are not counted." }],
    },
    { kind: "heading", level: 1, text: "2. Post by post" },
    {
      kind: "table",
      caption: "Posts expected to act",
      columns: [
        { heading: "Post", align: "start", width: 30 },
        { heading: "Days", align: "end", width: 10 },
        { heading: "Points", align: "start", width: 12 },
      ],
      rows: [
        [
          { text: "Nairobi", number: null, tone: "plain" },
          { text: "12", number: 12, tone: "bad" },
          { text: "5 of 7", number: 5, tone: "warn" },
        ],
        [
          { text: "الرياض", number: null, tone: "plain" },
          { text: "-3", number: -3, tone: "quiet" },
          { text: "", number: null, tone: "plain" },
        ],
      ],
      empty: "No post.",
    },
    { kind: "quote", text: "نستمع إلى الجميع.", source: "Deputy Head, Riyadh, verbatim" },
  ],
};

/** A list by itself, as the app exports one. */
export const listPaper: Paper = {
  ...smallPaper,
  title: "Posts",
  blocks: smallPaper.blocks.filter((block) => block.kind === "table"),
};
