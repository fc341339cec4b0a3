// The style sheet of a printed paper: black on white, the marking at the head and foot of every page.
import type { Paper } from "#core/report/blocks.ts";

/** A CSS string: everything but plain letters, digits and spaces is written as an escape, so nothing can end it. */
function cssString(text: string): string {
  const escaped = Array.from(text, (char) =>
    /[\p{L}\p{N} ]/u.test(char) ? char : `\\${(char.codePointAt(0) ?? 0x20).toString(16)} `,
  );
  return `"${escaped.join("")}"`;
}

/** "Page {page} of {pages}" as CSS content with the two counters. */
function pageContent(label: string): string {
  return label
    .split(/(\{pages?\})/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part === "{page}") return "counter(page)";
      if (part === "{pages}") return "counter(pages)";
      return cssString(part);
    })
    .join(" ");
}

function pageRule(paper: Paper): string {
  const [start, end] = paper.direction === "rtl" ? ["right", "left"] : ["left", "right"];
  const foot = [paper.asOf, paper.footer].filter((text) => text !== "").map(cssString);
  const small = "font: 7pt/1.4 var(--sans); color: #3d4551; vertical-align: top; padding-block-start: 3mm;";
  const strip = `content: ${cssString(paper.marking)}; font: 700 9pt/1.2 var(--sans); letter-spacing: .03em;`;
  return `@page {
  size: A4; margin: 19mm 17mm 19mm;
  @top-center { ${strip} vertical-align: middle; width: 100%; }
  @bottom-${start} { content: ${foot.join(' "\\a " ') || '""'}; white-space: pre-wrap; text-align: ${start}; width: 32%; padding-inline-end: 4mm; ${small} }
  @bottom-center { ${strip} text-align: center; vertical-align: top; padding-block-start: 3mm; width: 36%; }
  @bottom-${end} { content: ${pageContent(paper.pageLabel) || '""'}; text-align: ${end}; width: 32%; ${small} }
}`;
}

const sheet = `
:root { --sans: "Public Sans", "Public Sans Variable", "Noto Sans", "Noto Sans Arabic", system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; color-scheme: light; font: 10pt/1.38 var(--sans); print-color-adjust: exact; }
body { margin: 0; overflow-wrap: anywhere; }
.strip { background: #fff; border-block-end: 1px solid #000; font-weight: 700; letter-spacing: .04em; padding: 5px 12px; position: sticky; inset-block-start: 0; text-align: center; }
.strip.foot { border-block: 1px solid #000 0; inset-block: auto 0; border-block-end: 0; border-block-start: 1px solid #000; }
main, .end { margin-inline: auto; max-width: 210mm; padding-inline: 18mm; }
main { padding-block: 10mm 6mm; }
h1, h2, h3, h4, p, ul, ol, dl, dd, blockquote, figure { margin: 0; }
h1, h2, h3, h4 { break-after: avoid; font-weight: 650; line-height: 1.25; text-wrap: balance; }
.title { border-block-end: 1.5pt solid #000; margin-block-end: 3mm; padding-block-end: 2.5mm; }
h1 { font-size: 18pt; letter-spacing: -.005em; }
.subtitle { font-size: 11pt; margin-block-start: 1.5mm; }
.as-of, .quiet { color: #3d4551; }
.as-of { font-size: 9pt; margin-block-start: 1.5mm; }
h2 { border-block-end: .5pt solid #71767a; font-size: 13pt; margin-block: 5.4mm 2.2mm; padding-block-end: 1mm; }
h3 { font-size: 11pt; margin-block: 5mm 1.5mm; }
h4 { font-size: 10pt; margin-block: 4mm 1mm; }
p, ul, ol, dl, blockquote { margin-block-end: 2mm; max-width: 100%; white-space: pre-line; }
p { orphans: 3; widows: 3; }
ul, ol { padding-inline-start: 5.5mm; white-space: normal; }
li { margin-block-end: .7mm; padding-inline-start: 1mm; white-space: pre-line; }
.strong { font-weight: 650; }
.figures { border-block-end: .5pt solid #a9aeb1; margin-block-end: 4mm; }
.figures > div { border-block-start: .5pt solid #a9aeb1; break-inside: avoid; column-gap: 5mm; display: grid; grid-template-columns: 31mm 24mm 1fr; padding-block: 1.3mm; }
.figures dt { font-weight: 650; }
.figures .value { font-size: 12pt; font-variant-numeric: tabular-nums; font-weight: 650; line-height: 1.2; }
.figures .definition { color: #3d4551; font-size: 9pt; }
.facts > div { column-gap: 5mm; display: grid; grid-template-columns: 31mm 1fr; padding-block: .5mm; }
.facts dt { color: #3d4551; }
.facts dd { white-space: pre-line; }
blockquote { border-inline-start: 1.5pt solid #000; break-inside: avoid; margin-block: 1.8mm; padding-inline-start: 4mm; }
blockquote p { font-size: 10.5pt; margin-block-end: 1mm; }
blockquote cite { color: #3d4551; display: block; font-size: 9pt; font-style: normal; }
table { border-collapse: collapse; font-size: 8.25pt; line-height: 1.35; margin-block: 2mm 5mm; table-layout: fixed; width: 100%; }
caption { break-after: avoid; caption-side: top; font-size: 9.5pt; font-weight: 650; padding-block-end: 1.5mm; text-align: start; }
thead { break-after: avoid; display: table-header-group; }
tbody tr:first-child { break-before: avoid; }
tr { break-inside: avoid; }
th, td { border-block-end: .5pt solid #c6cace; hyphens: manual; overflow-wrap: anywhere; padding: 1mm 1.2mm; text-align: start; vertical-align: top; white-space: pre-line; }
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { border-block: 1pt solid #000; font-weight: 650; hyphens: auto; overflow-wrap: break-word; vertical-align: bottom; }
tbody th { font-weight: 400; }
tbody tr:last-child > * { border-block-end: 1pt solid #000; }
.end-align { font-variant-numeric: tabular-nums; text-align: end; }
.bad { font-weight: 650; }
.warn { font-style: italic; }
.none { color: #3d4551; font-style: italic; }
.end { color: #3d4551; font-size: 8.5pt; padding-block-end: 8mm; }
@media print {
  .strip, .end { display: none; }
  main { max-width: none; padding: 0; }
}
`;

/** The whole sheet for one paper; safe inside a `style` element whatever the paper's texts hold. */
export function styleOf(paper: Paper): string {
  return `${pageRule(paper)}${sheet}`;
}
