// The papers the instruction cites.
import { cell, column, shorten } from "../build.ts";
import type { Section } from "./section.ts";

export const sources: Section = {
  id: "sources",
  group: null,
  build: ({ references, words, brief }) => {
    if (references.length === 0 || brief) return [];
    const heading = (id: string) => words.text(`report.column.${id}`);
    const sorted = references.toSorted(
      (a, b) => words.compare(a.label, b.label) || words.compare(a.title, b.title),
    );
    return [
      {
        kind: "table",
        caption: words.text("report.sources.caption"),
        columns: [
          column(heading("reference"), 8),
          column(heading("title"), 50),
          column(heading("issuer"), 26),
          column(heading("date"), 19),
          column(heading("number"), 26),
        ],
        rows: sorted.map((row) => [
          cell(row.label),
          cell([shorten(row.title, 200), shorten(row.quote, 240)].filter((part) => part !== "").join("\n")),
          cell(shorten(row.issuer, 80)),
          cell(words.day(row.on)),
          cell(row.mrn || shorten(row.link, 200)),
        ]),
        empty: "",
      },
    ];
  },
};
