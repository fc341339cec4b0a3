// What hosts said they would do, and what we promised them.
import type { Block, Cell } from "../blocks.ts";
import { cell, column, shorten } from "../build.ts";
import type { Matter } from "../matter.ts";
import { dayIn } from "#core/rules/calendar.ts";
import type { Section } from "./section.ts";

interface Commitment {
  readonly by: "us" | "host";
  readonly post: string;
  readonly text: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly done: string;
  readonly late: boolean;
}

function commitmentsOf(matter: Matter): Commitment[] {
  const { lines, nameOf, hostOf, clock, words } = matter;
  return lines.flatMap((line) => {
    const post = nameOf(line.post);
    const today = dayIn(clock.now, hostOf(line).timeZone);
    const late = (dueOn: string | null, done: string) => dueOn !== null && done === "" && dueOn < today;
    return [
      ...line.engagements.flatMap((row) =>
        Object.values(row.commitments).map((one) => ({
          by: one.by,
          post,
          text: one.text,
          owner: "",
          dueOn: one.dueOn,
          done: one.verified,
          late: late(one.dueOn, one.verified),
        })),
      ),
      ...line.responses.flatMap((row) =>
        Object.values(row.undertakings).map((one) => ({
          by: "host" as const,
          post,
          text: one.text,
          owner: one.owner,
          dueOn: one.dueOn,
          done:
            one.doneOn === null ? "" : words.text("report.commitments.doneOn", { on: words.day(one.doneOn) }),
          late: late(one.dueOn, one.doneOn ?? ""),
        })),
      ),
    ];
  });
}

function tableOf(found: readonly Commitment[], by: "us" | "host", { words }: Matter): Block[] {
  const own = found
    .filter((one) => one.by === by && one.text.trim() !== "")
    .toSorted((a, b) => (a.dueOn ?? "9").localeCompare(b.dueOn ?? "9", "en"));
  if (own.length === 0) return [];
  const heading = (id: string) => words.text(`report.column.${id}`);
  const rows = own.map((one): Cell[] => [
    cell(one.post),
    cell(
      shorten(
        one.owner === ""
          ? one.text
          : words.text("report.commitments.owned", { text: one.text, owner: one.owner }),
        400,
      ),
    ),
    cell(
      one.dueOn === null ? words.text("report.undated") : words.day(one.dueOn),
      one.late ? "bad" : one.dueOn === null ? "quiet" : "plain",
    ),
    cell(
      one.done === "" ? words.text("report.commitments.open") : shorten(one.done, 200),
      one.done === "" ? "quiet" : "plain",
    ),
  ]);
  return [
    {
      kind: "table",
      caption: words.text(`report.commitments.${by}`, { count: own.length }),
      columns: [
        column(heading("post"), 20),
        column(heading("commitment"), 60),
        column(heading("due"), 19),
        column(heading("verified"), 32),
      ],
      rows,
      empty: "",
    },
  ];
}

export const commitments: Section = {
  id: "commitments",
  group: "next",
  build: (matter) => {
    const found = commitmentsOf(matter);
    return [...tableOf(found, "host", matter), ...tableOf(found, "us", matter)];
  },
};
