// Takes out of a paper what no file format can hold, before any writer sees it.
import type { Block, Paper } from "#core/report/blocks.ts";

// C0 and C1 controls but tab and line feed, the characters XML forbids, and the marks that turn text round: a name
// with a right-to-left override reads as another name.
const unwanted =
  // oxlint-disable-next-line no-control-regex -- the control characters are what is searched for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\ufeff\ufffe\uffff]/g;
const isolates = /[\u2066-\u2069]/g;
const lineBreaks = /\r\n?|\u2028|\u2029/g;

/** An isolate that is opened and not closed would turn the rest of its line: a line keeps its isolates whole or not at all. */
function withBalancedIsolates(line: string): string {
  let open = 0;
  for (const [mark] of line.matchAll(isolates)) {
    open += mark === "\u2069" ? -1 : 1;
    if (open < 0) break;
  }
  return open === 0 ? line : withoutIsolates(line);
}

/** For formats that show a text by itself, where nothing stands around it to be set apart from. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(isolates, "");
}

/** The text without control characters, direction overrides and broken surrogates; line ends become `\n`. */
export function cleanText(text: string): string {
  const clean = text.toWellFormed().replaceAll(lineBreaks, "\n").replaceAll(unwanted, "");
  return clean.search(isolates) < 0 ? clean : clean.split("\n").map(withBalancedIsolates).join("\n");
}

/** `cleanText` on one line: line ends and tabs become spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, " ").trim();
}

function cleanBlock(block: Block): Block {
  switch (block.kind) {
    case "heading":
      return { ...block, text: cleanLine(block.text) };
    case "paragraph":
      return { ...block, runs: block.runs.map((run) => ({ ...run, text: cleanText(run.text) })) };
    case "list":
      return {
        ...block,
        items: block.items.map((item) => item.map((run) => ({ ...run, text: cleanText(run.text) }))),
      };
    case "figures":
      return {
        ...block,
        items: block.items.map((item) => ({
          label: cleanLine(item.label),
          value: cleanLine(item.value),
          definition: cleanLine(item.definition),
        })),
      };
    case "table":
      return {
        ...block,
        caption: cleanLine(block.caption),
        empty: cleanLine(block.empty),
        columns: block.columns.map((column) => ({ ...column, heading: cleanLine(column.heading) })),
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: cleanText(cell.text).trim() }))),
      };
    case "quote":
      return { ...block, text: cleanText(block.text), source: cleanLine(block.source) };
    case "facts":
      return {
        ...block,
        items: block.items.map((item) => ({ label: cleanLine(item.label), value: cleanText(item.value) })),
      };
  }
}

/** The most characters of what is repeated on every page; a page has room for no more. */
const stripLength = 240;

function strip(text: string): string {
  const line = cleanLine(text);
  return line.length <= stripLength ? line : `${line.slice(0, stripLength - 1).toWellFormed()}…`;
}

/** The paper with every text cleaned. A language tag that is none becomes `und`. */
export function cleanPaper(paper: Paper): Paper {
  return {
    language: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/.test(paper.language) ? paper.language : "und",
    direction: paper.direction,
    marking: strip(paper.marking),
    title: cleanLine(paper.title),
    subtitle: cleanLine(paper.subtitle),
    asOf: strip(paper.asOf),
    pageLabel: strip(paper.pageLabel),
    footer: strip(paper.footer),
    blocks: paper.blocks.map(cleanBlock),
  };
}
