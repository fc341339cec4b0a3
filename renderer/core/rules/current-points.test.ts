// Which points stand, which texts they replaced, and who used which.
import { expect, test } from "vitest";
import type { PointRecord } from "../model/engagement.ts";
import { engagements } from "../model/engagement.ts";
import { talkingPoints } from "../model/talking-point.ts";
import { currentPoints, postsThatMade, withdrawnPoints } from "./current-points.ts";
import { madeRow } from "./made-row.ts";

const point = (id: string, patch: Parameters<typeof madeRow<typeof talkingPoints>>[2] = {}) =>
  madeRow(talkingPoints, id, { directiveId: "d", ...patch });
const record = (outcome: PointRecord["outcome"]): PointRecord => ({
  outcome,
  note: "",
  leftInWriting: false,
});
const meeting = (
  postId: string,
  points: Readonly<Record<string, PointRecord>>,
  state: "held" | "planned" = "held",
) => madeRow(engagements, `${postId}-meeting`, { postId, state, points });

test("points stand in order, revised ones with their former texts", () => {
  const rows = [
    point("c", { order: 3 }),
    point("a3", { order: 1, supersedesId: "a2" }),
    point("a", { order: 1 }),
    point("a2", { order: 1, supersedesId: "a" }),
    point("b", { order: 2, withdrawn: true }),
    point("rome", { order: 4, audiencePostIds: ["rome"] }),
    point("else", { directiveId: "other" }),
  ];
  expect(currentPoints("d", rows).map((row) => [row.point.id, row.formers.map(({ id }) => id)])).toEqual([
    ["a3", ["a2", "a"]],
    ["c", []],
    ["rome", []],
  ]);
  expect(withdrawnPoints("d", rows).map(({ id }) => id)).toEqual(["b"]);
});

test("two points that replace each other end the chain", () => {
  const rows = [
    point("a", { supersedesId: "b" }),
    point("b", { supersedesId: "a" }),
    point("c", { supersedesId: "a" }),
  ];
  expect(currentPoints("d", rows).map((row) => row.formers.map(({ id }) => id))).toEqual([["a", "b"]]);
});

test.each<[string, PointRecord["outcome"], boolean]>([
  ["delivered", "delivered", true],
  ["partly made", "partly", true],
  ["raised by the host", "hostRaised", true],
  ["not made", "notDelivered", false],
  ["not applicable", "notApplicable", false],
])("a point %s", (_, outcome, isMade) => {
  expect(postsThatMade(["a"], [meeting("rome", { a: record(outcome) })])).toEqual(isMade ? ["rome"] : []);
});

test("a meeting only planned uses no text, and a post counts once", () => {
  const rows = [
    meeting("rome", { a: record("delivered") }, "planned"),
    meeting("bonn", { a: record("delivered") }),
    meeting("bonn", { a2: record("partly") }),
  ];
  expect(postsThatMade(["a", "a2"], rows)).toEqual(["bonn"]);
});
