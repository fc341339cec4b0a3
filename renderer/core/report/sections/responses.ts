// How hosts answered: by category, and what each of them said. The post's own view is not part of it.
import { groupBy } from "#core/lib/group-by.ts";
import { type ResponseCategory, responseCategories } from "#core/model/enums.ts";
import type { Block } from "../blocks.ts";
import { cell, column, count, paragraph, shorten } from "../build.ts";
import { inOrder, type Matter } from "../matter.ts";
import type { Section } from "./section.ts";

type Line = Matter["lines"][number];

/** A post's latest response stands for it; categories in the order of their list. */
function byCategory(
  matter: Matter,
): { readonly category: ResponseCategory; readonly lines: readonly Line[] }[] {
  const groups = groupBy(matter.lines, (line) => matter.latestResponse(line)?.category ?? null);
  return responseCategories.flatMap((category) => {
    const lines = groups.get(category);
    return lines ? [{ category, lines }] : [];
  });
}

/** "6 non-committal, 5 will study": one line for a page that has no room for names. */
function inOneLine(matter: Matter): Block {
  const { words } = matter;
  const groups = byCategory(matter);
  const parts = groups.map(({ category, lines }) =>
    words.text("report.responses.part", {
      count: lines.length,
      category: words.label("responseCategory", category),
    }),
  );
  const total = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  return paragraph(words.text("report.responses.line", { count: total, parts: parts.join("; ") }));
}

function categoryTable(matter: Matter): Block {
  const { words, nameOf } = matter;
  return {
    kind: "table",
    caption: words.text("report.responses.caption"),
    columns: [
      column(words.text("report.column.response"), 30),
      column(words.text("report.column.posts"), 10, "end"),
      column(words.text("report.column.where"), 80),
    ],
    rows: byCategory(matter).map(({ category, lines }) => [
      cell(words.label("responseCategory", category)),
      count(lines.length),
      cell(words.list(lines.map((line) => nameOf(line.post)))),
    ]),
    empty: words.text("report.responses.none"),
  };
}

function saidWhat(matter: Matter): Block[] {
  const { words, lines, nameOf, hostOf } = matter;
  const rows = lines.flatMap((line) =>
    inOrder(line.responses)
      .filter((response) => response.text.trim() !== "")
      .map((response) => [
        cell(nameOf(line.post)),
        cell(words.dayOf(response.receivedAt, hostOf(line).timeZone)),
        cell(words.label("authority", response.authority)),
        cell(shorten(response.text, 480)),
      ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption: words.text("report.responses.said"),
      columns: [
        column(words.text("report.column.post"), 18),
        column(words.text("report.column.date"), 17),
        column(words.text("report.column.authority"), 17),
        column(words.text("report.column.said"), 70),
      ],
      rows,
      empty: "",
    },
  ];
}

export const responses: Section = {
  id: "responses",
  group: "answers",
  build: (matter) => {
    const { lines, words, brief } = matter;
    if (lines.every((line) => line.responses.length === 0)) {
      return brief || lines.length === 0 ? [] : [paragraph(words.text("report.responses.none"))];
    }
    return brief ? [inOneLine(matter)] : [categoryTable(matter), ...saidWhat(matter)];
  },
};
