// The few ways sections make blocks.
import type { Block, Cell, Run, TableBlock } from "./blocks.ts";

export function paragraph(text: string, weight: Run["weight"] = "plain"): Block {
  return { kind: "paragraph", runs: [{ text, weight }] };
}

export function cell(text: string, tone: Cell["tone"] = "plain"): Cell {
  return { text, number: null, tone };
}

/** A count: a number in a spreadsheet; nought is set back. */
export function count(value: number, tone: Cell["tone"] = "plain"): Cell {
  return { text: String(value), number: value, tone: value === 0 ? "quiet" : tone };
}

export function column(
  heading: string,
  width: number,
  align: "start" | "end" = "start",
): TableBlock["columns"][number] {
  return { heading, align, width };
}

/** At most `length` characters, cut between words where there are any, with an ellipsis. Line ends become spaces. */
export function shorten(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const head = line.slice(0, length - 1);
  const space = head.lastIndexOf(" ");
  return `${(space > length / 2 ? head.slice(0, space) : head).toWellFormed().replace(/[\s.,;:\ufffd]+$/, "")}…`;
}
