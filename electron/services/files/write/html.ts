// A paper as one self-contained web page: no script, nothing loaded, ready to print.
import type { Block, Paper, Run, TableBlock } from "#core/report/blocks.ts";
import { cleanPaper } from "./clean-paper.ts";
import { styleOf } from "./html-style.ts";
import type { Writer } from "./writer.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => entities[char] ?? "");
}

function runsOf(runs: readonly Run[]): string {
  return runs
    .map((run) =>
      run.weight === "plain" ? escape(run.text) : `<span class="${run.weight}">${escape(run.text)}</span>`,
    )
    .join("");
}

function tableOf(block: TableBlock): string {
  const total = block.columns.reduce((sum, column) => sum + column.width, 0);
  const columns = block.columns
    .map((column) => `<col style="width:${((column.width / total) * 100).toFixed(2)}%">`)
    .join("");
  const alignment = (index: number): string => (block.columns[index]?.align === "end" ? " end-align" : "");
  const headings = block.columns
    .map(
      (column, index) => `<th scope="col" class="${alignment(index).trim()}">${escape(column.heading)}</th>`,
    )
    .join("");
  const rows = block.rows.map((row) => {
    const cells = row.map((cell, index) => {
      // The text runs its own way, and stays on its column's side.
      const text = cell.text === "" ? "" : `<bdi>${escape(cell.text)}</bdi>`;
      const style = `class="${cell.tone}${alignment(index)}"`;
      return index === 0 ? `<th scope="row" ${style}>${text}</th>` : `<td ${style}>${text}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const none = `<tr><td class="none" colspan="${block.columns.length}">${escape(block.empty)}</td></tr>`;
  const caption = block.caption === "" ? "" : `<caption>${escape(block.caption)}</caption>`;
  return `<table>${caption}<colgroup>${columns}</colgroup><thead><tr>${headings}</tr></thead><tbody>${
    rows.length === 0 ? none : rows.join("\n")
  }</tbody></table>`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      // The title is the page's only h1.
      return `<h${block.level + 1}>${escape(block.text)}</h${block.level + 1}>`;
    case "paragraph":
      return `<p dir="auto">${runsOf(block.runs)}</p>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${runsOf(item)}</li>`).join("")}</${tag}>`;
    }
    case "figures":
      return `<dl class="figures">${block.items
        .map(
          (item) =>
            `<div><dt>${escape(item.label)}</dt><dd class="value">${escape(item.value)}</dd><dd class="definition">${escape(item.definition)}</dd></div>`,
        )
        .join("")}</dl>`;
    case "table":
      return tableOf(block);
    case "quote":
      return `<blockquote><p dir="auto">${escape(block.text)}</p><cite>${escape(block.source)}</cite></blockquote>`;
    case "facts":
      return `<dl class="facts">${block.items
        .map((item) => `<div><dt>${escape(item.label)}</dt><dd>${escape(item.value)}</dd></div>`)
        .join("")}</dl>`;
  }
}

/** The page's text; the same bytes are printed to PDF. */
export function pageOf(given: Paper): string {
  const paper = cleanPaper(given);
  const line = (name: string, text: string): string =>
    text === "" ? "" : `<p class="${name}">${escape(text)}</p>`;
  return `<!doctype html>
<html lang="${paper.language}" dir="${paper.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escape(paper.title)}</title>
<style>
${styleOf(paper)}</style>
</head>
<body>
<div class="strip">${escape(paper.marking)}</div>
<main>
<header class="title">
<h1>${escape(paper.title)}</h1>
${line("subtitle", paper.subtitle)}
${line("as-of", paper.asOf)}
</header>
${paper.blocks.map(blockOf).join("\n")}
</main>
<footer class="end">${line("as-of", paper.footer)}</footer>
<div class="strip foot">${escape(paper.marking)}</div>
</body>
</html>
`;
}

export const html: Writer = {
  extension: "html",
  mime: "text/html",
  encode: (paper) => Promise.resolve(new TextEncoder().encode(pageOf(paper))),
};
