// Progress by region, with the sum at the foot.
import { groupBy } from "#core/lib/group-by.ts";
import type { Cell } from "../blocks.ts";
import { tally } from "#core/rules/tally.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { cell, column, count } from "../build.ts";
import type { Section } from "./section.ts";

/** Late to deliver or to report; a post that is both is one post. */
export function isLate({ timing }: TaskLine): boolean {
  return timing.overdueToDeliver || timing.overdueToReport;
}

function row(name: Cell, lines: readonly TaskLine[]): Cell[] {
  const sum = tally(lines);
  return [
    name,
    count(sum.counted),
    count(sum.delivered),
    count(sum.partly),
    count(sum.notYet),
    count(sum.notDelivered),
    count(sum.reported),
    count(lines.filter(isLate).length, "bad"),
  ];
}

export const progress: Section = {
  id: "progress",
  group: "answers",
  build: ({ counted, words }) => {
    if (counted.length === 0) return [];
    const regions = groupBy(counted, (line) => line.post?.region.trim() ?? "");
    const names = [...regions.keys()].toSorted(
      (a, b) => Number(a === "") - Number(b === "") || words.compare(a, b),
    );
    const rows = names.map((name) =>
      row(cell(name === "" ? words.text("report.noRegion") : name), regions.get(name) ?? []),
    );
    const heading = (id: string) => words.text(`report.column.${id}`);
    return [
      {
        kind: "table",
        caption: words.text("report.progress.caption"),
        columns: [
          column(heading("region"), 22),
          ...["posts", "delivered", "partly", "notYet", "notDelivered", "reported", "overdue"].map((id) =>
            column(heading(id), 14, "end"),
          ),
        ],
        rows: regions.size > 1 ? [...rows, row(cell(words.text("report.total"), "bad"), counted)] : rows,
        empty: "",
      },
    ];
  },
};
