// The posts' own assessments, under their own heading and never beside what hosts said.
import { cell, column, paragraph, shorten } from "../build.ts";
import type { Section } from "./section.ts";

export const comments: Section = {
  id: "comments",
  group: "answers",
  build: ({ lines, words, nameOf, zoneOf, hostOf }) => {
    const rows = lines.flatMap((line) => [
      ...line.engagements
        .filter((row) => row.comment.trim() !== "")
        .map((row) => [
          cell(nameOf(line.post)),
          cell(words.dayOf(row.at, zoneOf(row, line))),
          cell(shorten(row.comment, 600)),
        ]),
      ...line.responses
        .filter((row) => row.comment.trim() !== "")
        .map((row) => [
          cell(nameOf(line.post)),
          cell(words.dayOf(row.receivedAt, hostOf(line).timeZone)),
          cell(shorten(row.comment, 600)),
        ]),
    ]);
    if (rows.length === 0) return [];
    return [
      paragraph(words.text("report.comments.note"), "quiet"),
      {
        kind: "table",
        caption: words.text("report.comments.caption"),
        columns: [
          column(words.text("report.column.post"), 20),
          column(words.text("report.column.date"), 17),
          column(words.text("report.column.comment"), 84),
        ],
        rows,
        empty: "",
      },
    ];
  },
};
