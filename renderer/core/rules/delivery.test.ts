import { expect, test } from "vitest";
import { demarcheTasks } from "../model/demarche-task.ts";
import type { Engagement } from "../model/engagement.ts";
import { talkingPoints } from "../model/talking-point.ts";
import { countPoints, isAnswering, type Filing, taskDatesAfter } from "./delivery.ts";
import { madeRow } from "./made-row.ts";
import { pointsFor } from "./point-scope.ts";

const at4 = "2026-11-10T09:00:00Z";
const at5 = "2026-11-11T09:00:00Z";
const at6 = "2026-11-12T09:00:00Z";

type Outcome = Engagement["points"][string]["outcome"];

function said(outcomes: Readonly<Record<string, Outcome>>): Engagement["points"] {
  return Object.fromEntries(
    Object.entries(outcomes).map(([id, outcome]) => [id, { outcome, note: "", leftInWriting: false }]),
  );
}

function held(at: string, outcomes: Readonly<Record<string, Outcome>>) {
  return { state: "held" as const, at, points: said(outcomes) };
}

const directiveId = "dir";
const task = madeRow(demarcheTasks, "task", { directiveId, postId: "post" });
const point = (id: string, kind: "mustSay" | "maySay" | "ifRaised", supersedesId: string | null = null) =>
  madeRow(talkingPoints, id, { directiveId, kind, supersedesId });
const postPoints = pointsFor(task, [
  point("a", "mustSay"),
  point("b", "mustSay"),
  point("c", "maySay"),
  point("d", "ifRaised"),
]);

test.each([
  { points: {}, count: { expected: 3, made: 0, partly: 0, missingMustSay: 2 } },
  { points: { a: "delivered", b: "partly" }, count: { expected: 3, made: 1, partly: 1, missingMustSay: 1 } },
  {
    points: { a: "delivered", b: "hostRaised", c: "notDelivered" },
    count: { expected: 3, made: 2, partly: 0, missingMustSay: 0 },
  },
  {
    points: { a: "notApplicable", b: "delivered", d: "delivered" },
    count: { expected: 2, made: 1, partly: 0, missingMustSay: 0 },
  },
] as const)("counts points $points", ({ points, count }) => {
  expect(countPoints(said(points), postPoints)).toEqual(count);
});

test("a point made before it was revised was made", () => {
  const revised = pointsFor(task, [
    point("a", "mustSay"),
    point("b", "mustSay"),
    point("b2", "mustSay", "b"),
  ]);
  expect(countPoints(said({ a: "delivered", b: "delivered" }), revised)).toMatchObject({
    made: 2,
    missingMustSay: 0,
  });
});

const filing: Filing = {
  task,
  after: held(at5, {}),
  before: null,
  others: [],
  postPoints,
  isAnswer: false,
  now: at6,
};

const cases: readonly { name: string; filing: Partial<Filing>; dates: object }[] = [
  { name: "nothing said", filing: {}, dates: {} },
  {
    name: "all must-say points made",
    filing: { after: held(at5, { a: "delivered", b: "hostRaised" }) },
    dates: { deliveredAt: at5, partlyDelivered: false },
  },
  {
    name: "some of them",
    filing: { after: held(at5, { a: "delivered", b: "notDelivered" }) },
    dates: { deliveredAt: at5, partlyDelivered: true },
  },
  {
    name: "the rest of them in a second meeting",
    filing: {
      task: { ...task, deliveredAt: at4, partlyDelivered: true },
      others: [held(at4, { a: "delivered" })],
      after: held(at5, { b: "delivered" }),
    },
    dates: { deliveredAt: at5, partlyDelivered: false },
  },
  {
    name: "a later call does not touch a whole delivery",
    filing: {
      task: { ...task, deliveredAt: at4 },
      others: [held(at4, {})],
      after: held(at5, { a: "partly" }),
    },
    dates: {},
  },
  {
    name: "no points for the post: raising the matter delivers it",
    filing: { postPoints: [] },
    dates: { deliveredAt: at5, partlyDelivered: false },
  },
  {
    name: "points made in an earlier wording stay made",
    filing: {
      postPoints: pointsFor(task, [
        point("a", "mustSay"),
        point("b", "mustSay"),
        point("b2", "mustSay", "b"),
      ]),
      after: held(at5, { a: "delivered", b: "delivered" }),
    },
    dates: { deliveredAt: at5, partlyDelivered: false },
  },
  {
    name: "an edit that takes the delivery back",
    filing: {
      task: { ...task, deliveredAt: at5, answeredAt: at5 },
      before: held(at5, { a: "delivered", b: "delivered" }),
      after: { ...held(at5, {}), state: "notHeld" },
    },
    dates: { deliveredAt: null, partlyDelivered: false, answeredAt: null },
  },
  {
    name: "an edit of the hour moves the date",
    filing: {
      task: { ...task, deliveredAt: at4 },
      before: held(at4, { a: "delivered", b: "delivered" }),
      after: held(at5, { a: "delivered", b: "delivered" }),
    },
    dates: { deliveredAt: at5, partlyDelivered: false },
  },
  {
    name: "planned for an hour",
    filing: { after: { ...held(at6, { a: "delivered" }), state: "planned" } },
    dates: { scheduledFor: at6 },
  },
  {
    name: "planned without an hour: an appointment is sought",
    filing: { after: { state: "planned", at: null, points: {} } },
    dates: { appointmentRequestedAt: at6 },
  },
  {
    name: "planned after delivery: the dates of delivery stand",
    filing: { task: { ...task, deliveredAt: at4 }, after: { state: "planned", at: at6, points: {} } },
    dates: {},
  },
  {
    name: "a planned meeting that fell through",
    filing: {
      task: { ...task, scheduledFor: at5 },
      before: { state: "planned", at: at5, points: {} },
      after: { state: "notHeld", at: at5, points: {} },
    },
    dates: { scheduledFor: null },
  },
  {
    name: "the host answers at the table",
    filing: { after: held(at5, { a: "delivered", b: "delivered" }), isAnswer: true },
    dates: { deliveredAt: at5, partlyDelivered: false, answeredAt: at5 },
  },
  {
    name: "an answer noted before stands",
    filing: { task: { ...task, answeredAt: at4, deliveredAt: at4 }, isAnswer: true },
    dates: {},
  },
];

test.each(cases)("dates of the task: $name", (row) => {
  expect(taskDatesAfter({ ...filing, ...row.filing })).toEqual(row.dates);
});

test.each([
  ["rejected", true],
  ["supportiveInPrinciple", true],
  ["willStudy", false],
  ["noAskMade", false],
  [null, false],
] as const)("%s answers the demarche: %s", (category, answers) => {
  expect(isAnswering(category)).toBe(answers);
});
