// What is owed next, by whom and when; finished follow-ups are left out.
import { cell, column, paragraph, shorten } from "../build.ts";
import type { Matter } from "../matter.ts";
import { dayIn } from "#core/rules/calendar.ts";
import { dueBucket, isOpenFollowUp, queueOf } from "#core/rules/follow-up.ts";
import { hostOf } from "#core/rules/deadlines.ts";
import type { FollowUp } from "#core/model/follow-up.ts";
import type { Section } from "./section.ts";

const briefCount = 3;

function hereOf(followUp: FollowUp, { snapshot, clock }: Matter) {
  const host = hostOf(
    snapshot.posts.find((post) => post.id === followUp.postId),
    clock.capitalTimeZone,
  );
  return { today: dayIn(clock.now, host.timeZone), weekend: host.weekend };
}

export const followUps: Section = {
  id: "followUps",
  group: "next",
  build: (matter) => {
    const { words, snapshot, nameOf, brief } = matter;
    const open = matter.followUps.filter(isOpenFollowUp);
    if (open.length === 0) return brief ? [] : [paragraph(words.text("report.followUps.none"))];
    const sorted = queueOf(open, (row) => hereOf(row, matter)).flatMap((group) => group.followUps);
    const posts = new Map(snapshot.posts.map((post) => [post.id, post]));
    const dueText = (row: FollowUp) =>
      row.dueOn === null ? words.text("report.undated") : words.day(row.dueOn);
    const postText = (row: FollowUp) =>
      row.postId === null ? matter.capitalName : nameOf(posts.get(row.postId));
    if (brief) {
      const items = sorted.slice(0, briefCount).map((row) => {
        const rest = [row.owner, postText(row), dueText(row)]
          .filter((part) => part !== "")
          .map(words.isolate);
        return [
          { text: `${shorten(row.what, 72)} `, weight: "plain" as const },
          { text: rest.join(", "), weight: "quiet" as const },
        ];
      });
      return [{ kind: "list", ordered: false, items }];
    }
    const heading = (id: string) => words.text(`report.column.${id}`);
    return [
      {
        kind: "table",
        caption: words.text("report.followUps.caption", { count: open.length }),
        columns: [
          column(heading("what"), 52),
          column(heading("owner"), 24),
          column(heading("post"), 20),
          column(heading("due"), 19),
          column(heading("waitingOn"), 16),
        ],
        rows: sorted.map((row) => {
          const late = dueBucket(row, hereOf(row, matter)) === "overdue";
          return [
            cell(shorten(row.what, 300)),
            cell(shorten(row.owner, 80)),
            cell(postText(row)),
            cell(dueText(row), late ? "bad" : row.dueOn === null ? "quiet" : "plain"),
            cell(words.label("party", row.status === "waitingOnHost" ? "host" : row.waitingOn)),
          ];
        }),
        empty: "",
      },
    ];
  },
};
