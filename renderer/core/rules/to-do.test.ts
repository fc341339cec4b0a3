import { describe, expect, test } from "vitest";
import { type DemarcheTask, demarcheTasks } from "../model/demarche-task.ts";
import { directives } from "../model/directive.ts";
import { type Engagement, engagements } from "../model/engagement.ts";
import type { PatchOf } from "../model/entity.ts";
import { type FollowUp, followUps } from "../model/follow-up.ts";
import { posts } from "../model/post.ts";
import { type TalkingPoint, talkingPoints } from "../model/talking-point.ts";
import type { DeskClock } from "./deadlines.ts";
import { madeRow } from "./made-row.ts";
import { taskLines } from "./task-line.ts";
import { toDoList } from "./to-do.ts";

const clock: DeskClock = {
  now: "2026-11-24T12:00:00Z",
  capitalTimeZone: "America/New_York",
  silenceDays: 10,
};
const cities = ["Paris", "Nairobi", "Riyadh", "Lima", "Rome"];
const postRows = cities.map((name) => madeRow(posts, name, { name, timeZone: "Europe/Paris" }));
const day = (value: string) => ({ kind: "day" as const, value, timeZone: null, text: "" });
const made = { outcome: "delivered", note: "", leftInWriting: false } as const;

interface Case {
  readonly tasks?: readonly PatchOf<typeof demarcheTasks>[];
  readonly directive?: PatchOf<typeof directives>;
  readonly meetings?: readonly PatchOf<typeof engagements>[];
  readonly points?: readonly TalkingPoint[];
  readonly followUps?: readonly FollowUp[];
  readonly conflicts?: number;
}

function listOf(given: Case) {
  const tasks: DemarcheTask[] = (given.tasks ?? []).map((patch, index) =>
    madeRow(demarcheTasks, `t${index}`, {
      directiveId: "d1",
      postId: cities[index % cities.length] ?? "",
      taskedAt: "2026-11-23T12:00:00Z",
      ...patch,
    }),
  );
  const meetings: Engagement[] = (given.meetings ?? []).map((patch, index) =>
    madeRow(engagements, `e${index}`, {
      directiveId: "d1",
      state: "held",
      at: "2026-11-20T10:00:00Z",
      ...patch,
    }),
  );
  const points = given.points ?? [];
  const lines = taskLines(
    {
      directives: [
        madeRow(directives, "d1", { status: "transmitted", subject: "Models", ...given.directive }),
      ],
      points,
      tasks,
      posts: postRows,
      engagements: meetings,
      responses: [],
    },
    clock,
  );
  return toDoList(
    { lines, points, followUps: given.followUps ?? [], conflictCount: given.conflicts ?? 0 },
    clock,
  );
}

function told(given: Case) {
  return listOf(given).map(({ because }) => `${because.code} ${JSON.stringify(because.facts)}`);
}

describe("the to-do list", () => {
  test("is empty where nothing is known", () => {
    expect(listOf({})).toEqual([]);
  });

  test.each<[string, Case, string[]]>([
    [
      "deadline passed yesterday, no meeting",
      { tasks: [{ deliverBy: "2026-11-23" }] },
      ['deliverOverdue {"post":"Paris","directive":"Models","days":1,"meeting":"none"}'],
    ],
    [
      "deadline passed, a meeting is planned",
      { tasks: [{ deliverBy: "2026-11-20", scheduledFor: "2026-11-26T09:00:00Z" }] },
      ['deliverOverdue {"post":"Paris","directive":"Models","days":4,"meeting":"planned"}'],
    ],
    [
      "many late posts are one line",
      { tasks: cities.map(() => ({ deliverBy: "2026-11-20" })) },
      ['deliverOverdueMany {"count":5,"posts":"Paris, Nairobi, Riyadh","directive":"Models"}'],
    ],
    [
      "report late, delivery made",
      { tasks: [{ deliveredAt: "2026-11-20T09:00:00Z" }], directive: { reportBy: day("2026-11-22") } },
      ['reportOverdue {"post":"Paris","directive":"Models","days":2}'],
    ],
    [
      "late to deliver and to report is told once",
      { tasks: [{ deliverBy: "2026-11-20", reportBy: "2026-11-22" }] },
      ['deliverOverdue {"post":"Paris","directive":"Models","days":4,"meeting":"none"}'],
    ],
    [
      "delivered and not reported",
      { tasks: [{ deliveredAt: "2026-11-22T09:00:00Z" }] },
      ['deliveredNotReported {"post":"Paris","directive":"Models","days":2}'],
    ],
    ["delivered yesterday is not nagged about", { tasks: [{ deliveredAt: "2026-11-23T09:00:00Z" }] }, []],
    [
      "host owes an answer",
      {
        tasks: [{ deliveredAt: "2026-11-10T09:00:00Z", reportedAt: "2026-11-11T09:00:00Z" }],
        directive: { ask: "Restrict it" },
      },
      ['answerOverdue {"post":"Paris","directive":"Models","days":14}'],
    ],
    [
      "a post asks to amend",
      { tasks: [{ amendmentRequest: "Drop point 3" }] },
      ['amendmentRequested {"post":"Paris","directive":"Models"}'],
    ],
    [
      "due in three days without a meeting",
      {
        tasks: [
          { deliverBy: "2026-11-27" },
          { deliverBy: "2026-11-27" },
          { deliverBy: "2026-11-28" },
          { deliverBy: "2026-11-27", scheduledFor: "2026-11-26T09:00:00Z" },
        ],
      },
      ['dueSoon {"count":2,"post":"Paris","on":{"day":"2026-11-27"},"directive":"Models"}'],
    ],
    [
      "quiet posts, by the least days",
      { tasks: [{ taskedAt: "2026-11-15T12:00:00Z" }, { taskedAt: "2026-11-10T12:00:00Z" }, {}] },
      ['quiet {"count":2,"post":"Paris","days":9,"directive":"Models"}'],
    ],
    [
      "exempt, separate and held posts are left in peace",
      {
        tasks: [
          { addressed: "exempt", deliverBy: "2026-11-20" },
          { mode: "separateInstruction", deliverBy: "2026-11-20" },
          { onHold: true, deliverBy: "2026-11-20" },
        ],
      },
      [],
    ],
    [
      "nothing is due on a rescinded directive",
      { tasks: [{ deliverBy: "2026-11-20" }], directive: { status: "rescinded" } },
      [],
    ],
    ["conflicts", { conflicts: 1 }, ['conflictsWaiting {"count":1}']],
  ])("%s", (_, given, expected) => {
    expect(told(given)).toEqual(expected);
  });

  test("a point revised after it was used names the posts that used the old text", () => {
    const points = [
      madeRow(talkingPoints, "p4", { directiveId: "d1", order: 4, label: "4" }),
      madeRow(talkingPoints, "p4b", { directiveId: "d1", order: 4, label: "4", supersedesId: "p4" }),
    ];
    const meetings = [
      { taskId: "t0", points: { p4: made } },
      { taskId: "t1", points: { p4: made } },
      { taskId: "t2", points: { p4: made, p4b: made } },
      { taskId: "t3", points: { p4: { ...made, outcome: "notDelivered" as const } } },
    ];
    const tasks = meetings.map(() => ({ deliveredAt: "2026-11-23T10:00:00Z" }));
    const [first] = listOf({ points, tasks, meetings });
    expect(first).toMatchObject({
      because: { code: "pointRevised", facts: { point: "4", count: 2, posts: "Paris, Nairobi" } },
      target: { kind: "point", directiveId: "d1", pointId: "p4b" },
    });
  });

  test("late follow-ups are one line that names the most pressing", () => {
    const rows = [
      madeRow(followUps, "f1", { what: "Send the paper", dueOn: "2026-11-20" }),
      madeRow(followUps, "f2", { what: "Call the minister", dueOn: "2026-11-22", priority: "high" }),
      madeRow(followUps, "f3", { what: "Later", dueOn: "2026-11-30" }),
      { ...madeRow(followUps, "f4", { what: "Gone", dueOn: "2026-11-20" }), deleted: true },
    ];
    const [first] = listOf({ followUps: rows });
    expect(first?.because.facts).toEqual({ count: 2, what: "Call the minister" });
    expect(first?.target).toEqual({ kind: "followUps", followUpIds: ["f2", "f1"] });
  });

  test("what is late stands first, keys are unique and targets lead to the task", () => {
    const list = listOf({
      conflicts: 2,
      tasks: [{ taskedAt: "2026-11-10T12:00:00Z" }, { deliverBy: "2026-11-20" }],
    });
    expect(list.map((row) => row.weight)).toEqual(["act", "watch", "note"]);
    expect(new Set(list.map((row) => row.key)).size).toBe(list.length);
    expect(list[0]?.target).toEqual({ kind: "task", directiveId: "d1", taskId: "t1", postId: "Nairobi" });
  });
});

test("a line gathers what belongs to its task", () => {
  const [line] = taskLines(
    {
      directives: [madeRow(directives, "d1", { status: "transmitted", ask: "Restrict it" })],
      points: [
        madeRow(talkingPoints, "p1", { directiveId: "d1", order: 1 }),
        madeRow(talkingPoints, "p2", { directiveId: "d1", order: 2, kind: "maySay" }),
        madeRow(talkingPoints, "p3", { directiveId: "d1", order: 3, kind: "ifRaised" }),
      ],
      tasks: [
        madeRow(demarcheTasks, "t1", {
          directiveId: "d1",
          postId: "Paris",
          taskedAt: "2026-11-02T00:00:00Z",
          deliveredAt: "2026-11-20T10:00:00Z",
        }),
        { ...madeRow(demarcheTasks, "gone", { directiveId: "d1" }), deleted: true },
      ],
      posts: postRows,
      engagements: [
        madeRow(engagements, "e1", {
          directiveId: "d1",
          postId: "Paris",
          state: "held",
          at: "2026-11-20T10:00:00Z",
          loggedAt: "2026-11-21T10:00:00Z",
          points: { p1: made },
        }),
        madeRow(engagements, "future", { taskId: "t1", state: "planned", at: "2026-12-20T10:00:00Z" }),
        madeRow(engagements, "foreign", { taskId: "t9", state: "held" }),
      ],
      responses: [],
    },
    clock,
  );
  expect(line).toMatchObject({
    pointsExpected: 2,
    pointsMade: 1,
    mustSayMissing: [],
    lastStepAt: "2026-11-21T10:00:00Z",
    state: "delivered",
  });
  expect(line?.engagements.map((row) => row.id)).toEqual(["e1", "future"]);
  expect(line?.timing.answerOwed).toBe(true);
});
