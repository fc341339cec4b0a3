import { expect, test } from "vitest";
import { demarcheTasks } from "../model/demarche-task.ts";
import { directives } from "../model/directive.ts";
import { engagements } from "../model/engagement.ts";
import { followUps } from "../model/follow-up.ts";
import { posts } from "../model/post.ts";
import { references } from "../model/reference.ts";
import { madeRow } from "./made-row.ts";
import { taskLines } from "./task-line.ts";
import { weekAhead } from "./week-ahead.ts";

const clock = { now: "2026-11-24T09:00:00Z", capitalTimeZone: "America/New_York", silenceDays: 10 };
const directive = madeRow(directives, "d1", { status: "transmitted", subject: "Models" });

test("a shared deadline is one entry, late matters are left out, each thing stands on its post's own day", () => {
  const there = ["nairobi", "cairo", "tokyo"].map((id) =>
    madeRow(posts, id, {
      name: id,
      timeZone: id === "tokyo" ? "Asia/Tokyo" : "Africa/Nairobi",
      weekend: ["6", "7"],
    }),
  );
  const tasks = there.map(({ id }) =>
    madeRow(demarcheTasks, `t-${id}`, {
      directiveId: "d1",
      postId: id,
      deliverBy: id === "tokyo" ? "2026-11-20" : "2026-11-26",
    }),
  );
  // 23:00 UTC is already the 26th in Tokyo.
  const meeting = madeRow(engagements, "e1", {
    postId: "tokyo",
    state: "planned",
    at: "2026-11-25T23:00:00Z",
  });
  const owed = madeRow(followUps, "f1", { what: "Report", dueOn: "2026-11-24" });
  const summit = madeRow(references, "r1", { kind: "meeting", on: "2026-11-30", title: "Leaders' meeting" });
  const statement = madeRow(references, "r2", { kind: "statement", on: "2026-11-30" });
  const days = weekAhead(
    {
      posts: there,
      lines: taskLines(
        { directives: [directive], points: [], tasks, posts: there, engagements: [meeting], responses: [] },
        clock,
      ),
      engagements: [meeting],
      followUps: [owed],
      references: [summit, statement],
    },
    "2026-11-24",
    clock,
  );
  expect(days.map(({ on, entries }) => [on, ...entries.map(({ key }) => key)])).toEqual([
    ["2026-11-24", "followUp/f1"],
    ["2026-11-25"],
    ["2026-11-26", "deliver/d1", "meeting/e1"],
    ["2026-11-27"],
    ["2026-11-28"],
    ["2026-11-29"],
    ["2026-11-30", "event/r1"],
  ]);
  expect(days[2]?.entries[0]).toMatchObject({
    what: "deliver",
    subject: "Models",
    postIds: ["nairobi", "cairo"],
  });
});
