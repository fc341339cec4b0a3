// The counter-arguments heard, by how widely, and which rebuttal was used.
import { cell, column, count, paragraph, shorten } from "../build.ts";
import { objectionTally } from "#core/rules/objections.ts";
import type { Section } from "./section.ts";

const briefCount = 2;

export const objections: Section = {
  id: "objections",
  group: "answers",
  build: (matter) => {
    const { words, lines, snapshot, clock, brief, points } = matter;
    const own = lines.flatMap((line) => line.engagements);
    const found = objectionTally(own, snapshot.points, clock.capitalTimeZone);
    if (found.length === 0)
      return brief || own.length === 0 ? [] : [paragraph(words.text("report.objections.none"))];
    if (brief) {
      const heard = found
        .slice(0, briefCount)
        .map(({ text, heardAt }) =>
          words.text("report.objections.line", { text: shorten(text, 140), count: heardAt.length }),
        );
      return [paragraph(words.text("report.objections.heard", { heard: heard.join("; ") }))];
    }
    const names = new Map(lines.map((line) => [line.task.postId, matter.nameOf(line.post)]));
    // A rebuttal that may not leave the mission is not named.
    const labels = new Map(points.map(({ point }) => [point.id, point.label || words.number(point.order)]));
    const heading = (id: string) => words.text(`report.column.${id}`);
    return [
      {
        kind: "table",
        caption: words.text("report.objections.caption"),
        columns: [
          column(heading("objection"), 46),
          column(heading("capitals"), 13, "end"),
          column(heading("where"), 34),
          column(heading("firstHeard"), 18),
          column(heading("rebuttal"), 16),
        ],
        rows: found.map((objection) => {
          const used = objection.rebuttals.find(
            (rebuttal) => rebuttal.used > 0 && labels.has(rebuttal.pointId),
          );
          const where = objection.heardAt
            .map(({ postId }) => names.get(postId) ?? "")
            .filter((name) => name !== "");
          return [
            cell(shorten(objection.text, 240)),
            count(objection.heardAt.length),
            cell(shorten(words.list(where), 400)),
            cell(words.day(objection.firstOn)),
            cell(
              used ? words.text("report.objections.point", { point: labels.get(used.pointId) ?? "" }) : "",
            ),
          ];
        }),
        empty: "",
      },
    ];
  },
};
