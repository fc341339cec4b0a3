// How far each point has been made. Background, fallbacks and what is not to be raised never stand here.
import type { Engagement, PointRecord } from "#core/model/engagement.ts";
import { cell, column, count, shorten } from "../build.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import type { Section } from "./section.ts";

function recordsOf(line: TaskLine, id: string): PointRecord[] {
  return line.engagements
    .filter((row: Engagement) => row.state === "held" && Object.hasOwn(row.points, id))
    .flatMap((row) => row.points[id] ?? []);
}

function isMade(outcomes: readonly string[]): boolean {
  return outcomes.includes("delivered") || outcomes.includes("hostRaised");
}

export const points: Section = {
  id: "points",
  group: "answers",
  build: ({ words, points: all, counted, brief }) => {
    if (all.length === 0 || counted.length === 0 || brief) return [];
    const heading = (id: string) => words.text(`report.column.${id}`);
    return [
      {
        kind: "table",
        caption: words.text("report.points.caption"),
        columns: [
          column(heading("point"), 8),
          column(heading("pointText"), 58),
          column(heading("pointKind"), 18),
          column(heading("pointMade"), 12, "end"),
          column(heading("pointPartly"), 12, "end"),
          column(heading("pointHostRaised"), 12, "end"),
        ],
        rows: all.map(({ point }) => {
          const found = counted.map((line) => recordsOf(line, point.id).map(({ outcome }) => outcome));
          return [
            cell(point.label || words.number(point.order)),
            cell(shorten(point.text, 260)),
            cell(words.label("pointKind", point.kind)),
            count(found.filter(isMade).length),
            count(found.filter((outcomes) => outcomes.includes("partly") && !isMade(outcomes)).length),
            count(found.filter((outcomes) => outcomes.includes("hostRaised")).length),
          ];
        }),
        empty: "",
      },
    ];
  },
};
