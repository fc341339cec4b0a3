// How far each point has been made. Background, fallbacks and what is not to be raised never stand here.
import { cell, column, count, shorten } from "../build.ts";
import { type PostPoint, recordOf } from "#core/rules/point-scope.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import type { Section } from "./section.ts";

interface Said {
  readonly outcomes: readonly string[];
  /** Made, but only in a wording that has been revised since. */
  readonly earlier: boolean;
}

function saidAt(line: TaskLine, postPoint: PostPoint): Said {
  const found = line.engagements
    .filter((row) => row.state === "held")
    .flatMap((row) => recordOf(row.points, postPoint) ?? []);
  const made = found.filter(({ record }) => isMade([record.outcome]));
  return {
    outcomes: found.map(({ record }) => record.outcome),
    earlier: made.length > 0 && made.every(({ isFormer }) => isFormer),
  };
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
    const isRevised = all.some(({ formerIds }) => formerIds.length > 0);
    return [
      {
        kind: "table",
        caption: words.text("report.points.caption"),
        columns: [
          column(heading("point"), 9),
          column(heading("pointText"), isRevised ? 50 : 58),
          column(heading("pointKind"), 17),
          column(heading("pointMade"), 10, "end"),
          ...(isRevised ? [column(heading("pointEarlier"), 14, "end")] : []),
          column(heading("pointPartly"), 10, "end"),
          column(heading("pointHostRaised"), 12, "end"),
        ],
        rows: all.map((postPoint) => {
          const { point } = postPoint;
          const said = counted.map((line) => saidAt(line, postPoint));
          const outcomes = said.map((one) => one.outcomes);
          return [
            cell(point.label || words.number(point.order)),
            cell(shorten(point.text, 260)),
            cell(words.label("pointKind", point.kind)),
            count(outcomes.filter(isMade).length),
            ...(isRevised ? [count(said.filter(({ earlier }) => earlier).length)] : []),
            count(outcomes.filter((one) => one.includes("partly") && !isMade(one)).length),
            count(outcomes.filter((one) => one.includes("hostRaised")).length),
          ];
        }),
        empty: "",
      },
    ];
  },
};
