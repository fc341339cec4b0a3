// A paper as plain text of 72 columns, to be pasted into a message.
import type { Block, Paper, Run } from "#core/report/blocks.ts";
import { cleanPaper, withoutIsolates } from "./clean-paper.ts";
import { pad, widthOf, wrap } from "./text-width.ts";
import { tableLines } from "./txt-table.ts";
import type { Writer } from "./writer.ts";

const columns = 72;

function indented(text: string, first: string, rest: string): string[] {
  return wrap(text, columns - widthOf(rest)).map((line, index) =>
    `${index === 0 ? first : rest}${line}`.trimEnd(),
  );
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}

function underlined(text: string, rule: string): string[] {
  const lines = wrap(text, columns);
  return [...lines, rule.repeat(Math.max(1, ...lines.map(widthOf)))];
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      if (block.level === 1) return ["", ...underlined(block.text, "=")];
      return block.level === 2 ? ["", ...underlined(block.text, "-")] : wrap(block.text, columns);
    case "paragraph":
      return wrap(textOf(block.runs), columns);
    case "list":
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : "- ";
        return indented(textOf(item), mark, " ".repeat(mark.length));
      });
    case "figures": {
      const label = Math.min(28, Math.max(0, ...block.items.map((item) => widthOf(item.label))));
      return block.items.flatMap((item) => {
        const line = `${pad(item.label, label, "start")}  ${item.value}`;
        return [
          ...(widthOf(line) <= columns ? [line.trimEnd()] : wrap(line, columns)),
          ...(item.definition === "" ? [] : indented(item.definition, "    ", "    ")),
        ];
      });
    }
    case "table":
      return [
        ...(block.caption === "" ? [] : [...wrap(block.caption, columns), ""]),
        ...tableLines(block, columns),
      ];
    case "quote":
      return [...indented(`"${block.text}"`, "  ", "  "), ...indented(block.source, "  -- ", "     ")];
    case "facts":
      return block.items.flatMap((item) => indented(`${item.label}: ${item.value}`, "", "  "));
  }
}

function centred(text: string): string[] {
  return wrap(text, columns).map((line) => " ".repeat(Math.floor((columns - widthOf(line)) / 2)) + line);
}

/** The text with CRLF line ends; the marking stands first and last. */
export function textFileOf(given: Paper): string {
  const paper = cleanPaper(given);
  const opening = [
    paper.title.toLocaleUpperCase(paper.language === "und" ? "en" : paper.language),
    paper.subtitle,
    paper.asOf,
  ];
  const lines = [
    ...centred(paper.marking),
    "",
    ...opening.filter((text) => text !== "").flatMap((text) => wrap(text, columns)),
    ...paper.blocks.flatMap((block) => ["", ...blockLines(block)]),
    "",
    ...(paper.footer === "" ? [] : [...wrap(paper.footer, columns), ""]),
    ...centred(paper.marking),
  ];
  // Invisible marks have no place in a text that goes into a message.
  return withoutIsolates(`${lines.join("\r\n")}\r\n`);
}

export const txt: Writer = {
  extension: "txt",
  mime: "text/plain",
  // Old Windows programs take a file without the mark for their own code page, and Arabic names turn to noise.
  encode: (paper) => Promise.resolve(new TextEncoder().encode(`\ufeff${textFileOf(paper)}`)),
};
