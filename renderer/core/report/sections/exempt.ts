// The posts outside the figures, each with the reason and who cleared it.
import type { Cell } from "../blocks.ts";
import { cell, column, paragraph, shorten } from "../build.ts";
import type { Matter } from "../matter.ts";
import { notCounted } from "../not-counted.ts";
import type { Section } from "./section.ts";

function reasonOf(line: Matter["excluded"][number], words: Matter["words"]): string {
  const { task, exclusion } = line;
  const reason = exclusion === "exempt" ? words.label("exemptReason", task.exemptReason) : "";
  return [reason, shorten(task.exemptNote, 300)].filter((part) => part !== "").join(". ");
}

export const exempt: Section = {
  id: "exempt",
  group: null,
  build: (matter) => {
    const { excluded, words, brief, nameOf } = matter;
    if (excluded.length === 0) return [];
    if (brief) return [paragraph(notCounted(matter))];
    const heading = (id: string) => words.text(`report.column.${id}`);
    return [
      {
        kind: "table",
        caption: words.text("report.exempt.caption", { count: excluded.length }),
        columns: [
          column(heading("post"), 26),
          column(heading("why"), 28),
          column(heading("reason"), 50),
          column(heading("clearedBy"), 22),
        ],
        rows: excluded.map((line): Cell[] => [
          cell(nameOf(line.post)),
          cell(words.label("exclusion", line.exclusion)),
          cell(reasonOf(line, words)),
          cell(shorten(line.task.exemptClearedBy, 100)),
        ]),
        empty: "",
      },
    ];
  },
};
