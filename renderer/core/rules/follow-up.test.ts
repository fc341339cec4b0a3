import { expect, test } from "vitest";
import type { PatchOf } from "../model/entity.ts";
import { followUps } from "../model/follow-up.ts";
import { compareFollowUps, dueBucket, type Here, queueOf } from "./follow-up.ts";
import { madeRow } from "./made-row.ts";

type Patch = PatchOf<typeof followUps>;
const followUp = (id: string, patch: Patch) => madeRow(followUps, id, patch);
// Wednesday, 25 November 2026.
const nairobi: Here = { today: "2026-11-25", weekend: ["6", "7"] };
const riyadh: Here = { today: "2026-11-25", weekend: ["5", "6"] };

test.each<[string, Patch, Here, string]>([
  ["yesterday", { dueOn: "2026-11-24" }, nairobi, "overdue"],
  ["today", { dueOn: "2026-11-25" }, nairobi, "today"],
  ["Sunday, end of the week in Nairobi", { dueOn: "2026-11-29" }, nairobi, "thisWeek"],
  ["Sunday, next week in Riyadh", { dueOn: "2026-11-29" }, riyadh, "later"],
  ["Saturday in Riyadh", { dueOn: "2026-11-28" }, riyadh, "thisWeek"],
  ["no day", {}, nairobi, "undated"],
  ["host's move", { waitingOn: "host", dueOn: "2026-11-25" }, nairobi, "waitingOnHost"],
  ["waiting on host, no day", { status: "waitingOnHost" }, nairobi, "waitingOnHost"],
  ["host is late", { status: "waitingOnHost", dueOn: "2026-11-20" }, nairobi, "overdue"],
  ["done although late", { status: "done", dueOn: "2026-11-20" }, nairobi, "closed"],
  ["dropped", { status: "dropped" }, nairobi, "closed"],
])("%s", (_, patch, here, bucket) => {
  expect(dueBucket(followUp("f1", patch), here)).toBe(bucket);
});

test("priority first, then day with undated last, then age", () => {
  const rows = [
    followUp("low", { priority: "low", dueOn: "2026-11-01" }),
    followUp("undated", {}),
    followUp("late", { dueOn: "2026-12-09" }),
    followUp("early", { dueOn: "2026-12-01" }),
    { ...followUp("older", {}), createdAt: "2026-10-01T00:00:00Z" },
    followUp("high", { priority: "high" }),
  ];
  expect(rows.toSorted(compareFollowUps).map((row) => row.id)).toEqual([
    "high",
    "early",
    "late",
    "older",
    "undated",
    "low",
  ]);
});

test("the queue holds only buckets with something in them, each in order, by the day where it is owed", () => {
  const rows = [
    followUp("a", { dueOn: "2026-11-29", postId: "nairobi" }),
    followUp("b", { dueOn: "2026-11-29", postId: "riyadh" }),
    followUp("c", { status: "done" }),
    followUp("d", { dueOn: "2026-11-02" }),
  ];
  const queue = queueOf(rows, (row) => (row.postId === "riyadh" ? riyadh : nairobi));
  expect(
    queue.map(({ bucket, followUps: group }) => `${bucket}: ${group.map((row) => row.id).join()}`),
  ).toEqual(["overdue: d", "thisWeek: a", "later: b", "closed: c"]);
});
