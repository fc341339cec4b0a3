// Whose position moved, from where to where, and on what evidence.
import type { Position } from "#core/model/position.ts";
import { cell, column, paragraph, shorten } from "../build.ts";
import type { Matter } from "../matter.ts";
import { positionLedger, shiftsOf, type Standing } from "#core/rules/position-ledger.ts";
import type { Section } from "./section.ts";

/** The directive's issue; where it names none, all issues of its posts' countries. */
function ownPositions({ snapshot, lines }: Matter): readonly Position[] {
  const { issueId } = snapshot.directive;
  const countries = new Set(lines.map((line) => line.post?.country ?? ""));
  return snapshot.positions.filter(
    (row) =>
      (issueId === null || row.issueId === issueId) && countries.has(row.country) && row.country !== "",
  );
}

function evidenceOf(position: Position, { words }: Matter): string {
  const quote = position.basis === "stated" ? shorten(position.quote, 200) : "";
  const label = words.label("positionBasis", position.basis);
  return [label, words.label("confidence", position.confidence), quote]
    .filter((part) => part !== "")
    .join(". ");
}

/** "Closer to us: Italy and Peru. Further from us: Nepal." */
function inOneLine(moved: readonly Standing[], { words }: Matter): string {
  const sides = [
    { id: "closer", countries: moved.filter((one) => (one.shift ?? 0) > 0) },
    { id: "further", countries: moved.filter((one) => (one.shift ?? 0) < 0) },
  ];
  return sides
    .filter(({ countries }) => countries.length > 0)
    .map(({ id, countries }) =>
      words.text(`report.positions.${id}Names`, { names: words.list(countries.map((one) => one.country)) }),
    )
    .join(" ");
}

export const positions: Section = {
  id: "positions",
  group: "answers",
  build: (matter) => {
    const { words, since, brief, snapshot } = matter;
    const standings = positionLedger(ownPositions(matter), { view: "country", since });
    if (standings.length === 0) return brief ? [] : [paragraph(words.text("report.positions.unknown"))];
    const moved = shiftsOf(standings);
    const from = since === null ? words.text("report.positions.baseline") : words.day(since);
    if (moved.length === 0)
      return [paragraph(words.text("report.positions.none", { count: standings.length, from }))];
    if (brief) return [paragraph(inOneLine(moved, matter))];
    const issues = new Map(snapshot.issues.map((row) => [row.id, row.name]));
    const named = snapshot.directive.issueId === null;
    const heading = (id: string) => words.text(`report.column.${id}`);
    return [
      {
        kind: "table",
        caption: words.text("report.positions.caption", {
          moved: moved.length,
          count: standings.length,
          from,
        }),
        columns: [
          column(heading("country"), 22),
          ...(named ? [column(heading("issue"), 20)] : []),
          column(heading("from"), 18),
          column(heading("to"), 18),
          column(heading("direction"), 16),
          column(heading("date"), 18),
          column(heading("evidence"), 42),
        ],
        rows: moved.map((standing) => {
          const closer = (standing.shift ?? 0) > 0;
          return [
            cell(standing.country),
            ...(named ? [cell(issues.get(standing.issueId) ?? "")] : []),
            cell(words.label("stance", standing.from?.stance ?? null)),
            cell(words.label("stance", standing.current.stance)),
            cell(
              words.text(closer ? "report.positions.closer" : "report.positions.further"),
              closer ? "plain" : "bad",
            ),
            cell(words.day(standing.current.on)),
            cell(evidenceOf(standing.current, matter)),
          ];
        }),
        empty: "",
      },
    ];
  },
};
