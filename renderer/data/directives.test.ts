// What a reviewed cable, a revised point and a new status become: the scopes they live in, and what goes with them.
import { expect, test } from "vitest";
import { demarcheTasks } from "#core/model/demarche-task.ts";
import { directives } from "#core/model/directive.ts";
import { talkingPoints } from "#core/model/talking-point.ts";
import { madeRow } from "#core/rules/made-row.ts";
import { addDirective, changeStatus, fileCable } from "./directives.ts";
import { addPointFor, orderPoints, revisePoint } from "./talking-points.ts";

const rows = (postIds: readonly string[]) => ({
  directive: { id: "d", values: { subject: "Food", sourceSpans: { "points/p": span } } },
  talkingPoints: [{ id: "p", values: { directiveId: "d", text: "Come." } }],
  references: [],
  tasks: postIds.map((postId) => ({ id: `t-${postId}`, values: { directiveId: "d", postId } })),
});
const span = { start: 1, end: 5, tickedBy: "R. Tester", tickedAt: "2026-11-24T12:00:00Z" };

test("a cable to several posts lives in all; each task in its post's scope; the draft ends with it", () => {
  const { changes } = fileCable(rows(["rome", "lima"]), "draft");
  expect(changes.map(({ table, id, scope }) => [table, id, scope])).toEqual([
    ["directives", "d", "all"],
    ["talkingPoints", "p", "all"],
    ["demarcheTasks", "t-rome", "post/rome"],
    ["demarcheTasks", "t-lima", "post/lima"],
    ["drafts", "draft", "local"],
  ]);
  expect(changes.at(-1)?.values).toMatchObject({ deleted: true });
});

test("a cable to one post goes to no other", () => {
  const { changes } = fileCable(rows(["beijing"]), "draft");
  expect(new Set(changes.map(({ scope }) => scope))).toEqual(new Set(["post/beijing", "local"]));
});

test("maps are written key by key", () => {
  expect(fileCable(rows(["rome", "lima"]), "draft").changes[0]?.values).toEqual({
    subject: "Food",
    "sourceSpans/points/p": span,
  });
  const objective = { kind: "inform" as const, text: "Tell them." };
  expect(addDirective("d", { objectives: { a: objective } }).changes[0]?.values).toEqual({
    "objectives/a": objective,
  });
});

const former = madeRow(talkingPoints, "p1", {
  directiveId: "d",
  order: 4,
  label: "D",
  text: "Old.",
  topics: ["food"],
});
const adapted = madeRow(demarcheTasks, "t1", {
  directiveId: "d",
  postId: "rome",
  adaptations: { p1: { change: "drop", text: null, reason: "Sensitive" } },
});
const plain = madeRow(demarcheTasks, "t2", { directiveId: "d", postId: "lima" });

test("a new version keeps place and label, and what posts had changed of the former text", () => {
  const { changes, why } = revisePoint(former, "p2", { text: "New." }, [adapted, plain], "New figures");
  expect(why).toBe("New figures");
  expect(changes[0]).toMatchObject({
    table: "talkingPoints",
    id: "p2",
    values: { order: 4, label: "D", text: "New.", topics: ["food"], version: 2, supersedesId: "p1" },
  });
  expect(changes.slice(1)).toEqual([
    {
      table: "demarcheTasks",
      id: "t1",
      scope: "all",
      values: { "adaptations/p2": { change: "drop", text: null, reason: "Sensitive" } },
    },
  ]);
});

test("the order shown is the order written", () => {
  const second = madeRow(talkingPoints, "p2", { order: 5 });
  expect(orderPoints([second, former]).changes.map(({ id, values }) => [id, values["order"]])).toEqual([
    ["p2", 1],
    ["p1", 2],
  ]);
});

test("a point for one post alone lives in that post's scope", () => {
  expect(addPointFor("p3", { id: "d" }, "rome", { text: "Only there." }).changes).toEqual([
    {
      table: "talkingPoints",
      id: "p3",
      scope: "post/rome",
      values: { text: "Only there.", directiveId: "d", audiencePostIds: ["rome"] },
    },
  ]);
});

test.each([
  ["approved", null, true],
  ["approved", "2026-11-01T00:00:00Z", false],
] as const)(
  "going out from %s, sent %s: dates the directive and tasks those that wait",
  (status, sentAt, isDated) => {
    const directive = madeRow(directives, "d", { status, sentAt });
    const tasked = madeRow(demarcheTasks, "t3", { directiveId: "d", taskedAt: "2026-11-02T00:00:00Z" });
    const { changes } = changeStatus(directive, "transmitted", [plain, tasked], "2026-11-24T12:00:00Z");
    expect(changes[0]?.values).toEqual({
      status: "transmitted",
      ...(isDated ? { sentAt: "2026-11-24T12:00:00Z" } : {}),
    });
    expect(changes.slice(1).map(({ id }) => id)).toEqual(["t2"]);
  },
);

test("closing tasks nobody", () => {
  const directive = madeRow(directives, "d", { status: "transmitted" });
  expect(changeStatus(directive, "closed", [plain], "2026-11-24T12:00:00Z").changes).toHaveLength(1);
});
