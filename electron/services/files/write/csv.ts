// The tables of a paper as CSV that no spreadsheet can mistake for formulas.
import Papa from "papaparse";
import type { Cell, Paper } from "#core/report/blocks.ts";
import { cleanPaper, withoutIsolates } from "./clean-paper.ts";
import type { Writer } from "./writer.ts";

/**
 * First characters by which a spreadsheet takes a cell for a formula or a command, also after blanks. Behind apostrophes
 * too, so that the one put before it is told from those that were there (`read/csv.ts` takes just that one away).
 */
const formulaLike = /^[\s\ufeff']*[=+\-@|＝＋－＠]|^[\t\r\n]/;

type CsvCell = string | number;

function cellOf(cell: Cell): CsvCell {
  // A number counts only where the text shows just that number: "41 of 56" stays what a person reads.
  return cell.number !== null && String(cell.number) === cell.text ? cell.number : cell.text;
}

function rowsOf(paper: Paper): CsvCell[][] {
  const [only, ...others] = paper.blocks;
  // A list by itself stays a plain table, so that it can be read in again.
  if (only?.kind === "table" && others.length === 0) {
    return [only.columns.map((column) => column.heading), ...only.rows.map((row) => row.map(cellOf))];
  }
  const rows: CsvCell[][] = [[paper.marking], [paper.title], [paper.subtitle], [paper.asOf]];
  for (const block of paper.blocks) {
    if (block.kind === "heading") rows.push([""], [block.text]);
    if (block.kind === "figures") {
      rows.push(...block.items.map((item) => [item.label, item.value, item.definition]));
    }
    if (block.kind === "facts") rows.push(...block.items.map((item) => [item.label, item.value]));
    if (block.kind === "quote") rows.push([block.text, block.source]);
    if (block.kind === "table") {
      if (block.caption !== "") rows.push([block.caption]);
      rows.push(block.columns.map((column) => column.heading));
      rows.push(...(block.rows.length === 0 ? [[block.empty]] : block.rows.map((row) => row.map(cellOf))));
    }
  }
  rows.push([""], [paper.footer], [paper.marking]);
  return rows;
}

/** The CSV text: comma, CRLF, every text quoted, a byte order mark so that spreadsheets read UTF-8. */
export function csvOf(given: Paper): string {
  const rows = rowsOf(cleanPaper(given)).map((row) =>
    row.map((value) => (typeof value === "string" ? withoutIsolates(value) : value)),
  );
  const text = Papa.unparse(rows, {
    newline: "\r\n",
    quotes: (value: unknown) => typeof value === "string" && value !== "",
    escapeFormulae: formulaLike,
  });
  return `\ufeff${text}\r\n`;
}

export const csv: Writer = {
  extension: "csv",
  mime: "text/csv",
  encode: (paper) => Promise.resolve(new TextEncoder().encode(csvOf(paper))),
};
