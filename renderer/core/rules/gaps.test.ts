import { describe, expect, test } from "vitest";
import { demarcheTasks } from "../model/demarche-task.ts";
import { directives } from "../model/directive.ts";
import { engagements } from "../model/engagement.ts";
import type { PatchOf } from "../model/entity.ts";
import { posts } from "../model/post.ts";
import { talkingPoints } from "../model/talking-point.ts";
import { gapsOf, isPointsComplete, isStagesComplete, pointCells, pointShare, stageShare } from "./gaps.ts";
import { madeRow } from "./made-row.ts";
import { taskLines } from "./task-line.ts";

const clock = { now: "2026-11-24T09:00:00Z", capitalTimeZone: "UTC", silenceDays: 10 };
const at = "2026-11-20T09:00:00Z";
const early = { taskedAt: at, acknowledgedAt: at };
const made = { outcome: "delivered", note: "", leftInWriting: false } as const;
type TaskPatch = PatchOf<typeof demarcheTasks>;

function lineOf(
  task: TaskPatch,
  meeting?: PatchOf<typeof engagements>,
  status: "transmitted" | "closed" = "transmitted",
) {
  const [line] = taskLines(
    {
      directives: [madeRow(directives, "d1", { status })],
      points: [
        madeRow(talkingPoints, "p1", { directiveId: "d1", order: 1 }),
        madeRow(talkingPoints, "p2", { directiveId: "d1", order: 2 }),
        madeRow(talkingPoints, "p3", { directiveId: "d1", order: 3, kind: "ifRaised" }),
      ],
      tasks: [madeRow(demarcheTasks, "t1", { directiveId: "d1", postId: "post1", ...task })],
      posts: [madeRow(posts, "post1", { name: "Nairobi" })],
      engagements: meeting
        ? [madeRow(engagements, "e1", { taskId: "t1", state: "held", at, ...meeting })]
        : [],
      responses: [],
    },
    clock,
  );
  if (!line) throw new Error("no line");
  return line;
}

const met = { points: { p1: made, p2: made } };

describe("gapsOf", () => {
  test.each<[string, ReturnType<typeof lineOf>, string]>([
    ["not tasked yet", lineOf({}), "tasked:sendInstruction"],
    ["not acknowledged", lineOf({ taskedAt: at }), "acknowledged:askReceipt"],
    ["no appointment", lineOf(early), "appointment:seekAppointment"],
    [
      "appointment asked for",
      lineOf({ ...early, appointmentRequestedAt: at }),
      "appointment:chaseAppointment",
    ],
    ["date set", lineOf({ ...early, scheduledFor: at }), "delivered:prepareMeeting"],
    [
      "late to deliver",
      lineOf({ ...early, deliverBy: "2026-11-20", reportBy: "2026-11-20" }),
      "delivered:seekAppointment",
    ],
    ["noted, not logged", lineOf({ ...early, deliveredAt: at }), "reported:report"],
    ["delivered, not reported", lineOf({ ...early, deliveredAt: at }, met), "reported:report"],
    ["reported", lineOf({ ...early, deliveredAt: at, reportedAt: at }, met), ""],
    [
      "one point left out",
      lineOf({ ...early, deliveredAt: at, reportedAt: at }, { points: { p1: made } }),
      "p2:raiseNext",
    ],
    [
      "one point half made",
      lineOf(
        { ...early, deliveredAt: at, reportedAt: at },
        { points: { p1: made, p2: { ...made, outcome: "partly" } } },
      ),
      "p2:deliverRest",
    ],
    [
      "below the rank asked for",
      lineOf(
        { ...early, deliveredAt: at, reportedAt: at, level: "minister" },
        { ...met, levelReached: "desk" },
      ),
      "p1:seekRank p2:seekRank",
    ],
    ["given up, to be reported", lineOf({ ...early, notDeliveredReason: "noAccess" }), "reported:report"],
    ["exempt", lineOf({ addressed: "info", mode: "info" }), ""],
    ["closed", lineOf({ ...early, closedAt: at }), ""],
    ["directive closed", lineOf(early, undefined, "closed"), ""],
  ])("%s", (_, line, expected) => {
    const gaps = gapsOf([line], clock).map((gap) =>
      gap.kind === "stage" ? `${gap.stage}:${gap.step}` : `${gap.postPoint.point.id}:${gap.step}`,
    );
    expect(gaps.join(" ")).toBe(expected);
  });
});

describe("complete rows", () => {
  test.each<[string, ReturnType<typeof lineOf>, boolean, boolean]>([
    ["nothing done", lineOf({}), false, false],
    ["all done", lineOf({ ...early, deliveredAt: at, reportedAt: at }, met), true, true],
    ["points made, not reported", lineOf({ ...early, deliveredAt: at }, met), false, true],
    ["exempt", lineOf({ addressed: "info", mode: "info" }), true, true],
  ])("%s", (_, line, stagesDone, pointsDone) => {
    expect([isStagesComplete(line), isPointsComplete(line, pointCells(line, "UTC"))]).toEqual([
      stagesDone,
      pointsDone,
    ]);
  });

  test("a point said only if raised has no cell until it was", () => {
    expect(pointCells(lineOf(early), "UTC").map(({ evidence }) => evidence?.level ?? null)).toEqual([
      0,
      0,
      null,
    ]);
  });
});

test("shares leave out what is not counted and what is not asked", () => {
  const lines = [
    lineOf({ ...early, deliveredAt: at, reportedAt: at }, met),
    lineOf(early),
    lineOf({ addressed: "info", mode: "info" }),
  ];
  expect(stageShare(lines, "delivered")).toEqual({ done: 1, of: 2 });
  // Nothing is asked of hosts, so no answer is owed.
  expect(stageShare(lines, "answered")).toEqual({ done: 0, of: 0 });
  const first = lines.slice(0, 2).map((line) => pointCells(line, "UTC")[0]?.evidence ?? null);
  expect(pointShare([...first, null])).toEqual({ done: 1, of: 2 });
});
