// The posts that nothing has been heard from.
import { column, cell, paragraph } from "../build.ts";
import { isHeardFrom } from "#core/rules/heard-from.ts";
import type { Section } from "./section.ts";

export const missing: Section = {
  id: "missing",
  group: "next",
  build: ({ counted, words, nameOf, brief, hostOf }) => {
    const silent = counted.filter((line) => !isHeardFrom(line));
    if (silent.length === 0)
      return brief || counted.length === 0 ? [] : [paragraph(words.text("report.missing.none"))];
    if (brief) {
      const names = words.list(silent.map((line) => nameOf(line.post)));
      return [paragraph(words.text("report.missing.names", { count: silent.length, names }))];
    }
    return [
      {
        kind: "table",
        caption: words.text("report.missing.caption", { count: silent.length }),
        columns: [
          column(words.text("report.column.post"), 30),
          column(words.text("report.column.tasked"), 20),
          column(words.text("report.column.owner"), 30),
          column(words.text("report.column.deliverBy"), 20),
        ],
        rows: silent.map((line) => {
          const due = line.timing.deliver;
          return [
            cell(nameOf(line.post)),
            line.task.taskedAt === null
              ? cell(words.text("report.notTasked"), "warn")
              : cell(words.dayOf(line.task.taskedAt, hostOf(line).timeZone)),
            cell(line.task.owner),
            cell(
              due === null ? "" : due.kind === "dated" ? words.day(due.on) : due.text,
              line.timing.overdueToDeliver ? "bad" : "plain",
            ),
          ];
        }),
        empty: "",
      },
    ];
  },
};
