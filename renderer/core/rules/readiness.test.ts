// What counts as there: withdrawn points and blank texts do not.
import { expect, test } from "vitest";
import { demarcheTasks } from "../model/demarche-task.ts";
import { directives } from "../model/directive.ts";
import { talkingPoints } from "../model/talking-point.ts";
import { madeRow } from "./made-row.ts";
import { missingParts, readinessOf } from "./readiness.ts";

const point = (id: string, patch: Parameters<typeof madeRow<typeof talkingPoints>>[2] = {}) =>
  madeRow(talkingPoints, id, { directiveId: "d", text: "Say it.", ...patch });

test("an empty directive lacks all that is needed", () => {
  const readiness = readinessOf(madeRow(directives, "d"), [], []);
  expect(missingParts(readiness)).toEqual(["subject", "objective", "points", "posts"]);
  expect(readiness.every(({ count }) => count === 0)).toBe(true);
});

test.each([
  ["a withdrawn point", [point("a", { withdrawn: true })], 0],
  ["a point of another directive", [point("a", { directiveId: "other" })], 0],
  ["a revised point and its former text", [point("a"), point("b", { supersedesId: "a" })], 1],
  ["a point for some posts only", [point("a", { audiencePostIds: ["rome"] })], 1],
])("%s", (_, points, count) => {
  const readiness = readinessOf(madeRow(directives, "d"), points, []);
  expect(readiness.find(({ part }) => part === "points")?.count).toBe(count);
});

test("a full directive lacks nothing", () => {
  const directive = madeRow(directives, "d", {
    subject: "Food conference",
    objectives: { a: { kind: "inform", text: "Tell them." } },
    deliverBy: { kind: "day", value: "2026-11-26", timeZone: null, text: "" },
    reportBy: { kind: "soonest", value: null, timeZone: null, text: "SOONEST" },
    level: "minister",
    writtenMaterial: "nonPaper",
    reportingRequirement: "Report reactions.",
    issueId: "food",
  });
  const tasks = [
    madeRow(demarcheTasks, "t", { directiveId: "d", postId: "rome" }),
    madeRow(demarcheTasks, "u", { directiveId: "d", postId: "bonn", deleted: true }),
  ];
  const readiness = readinessOf(directive, [point("a")], tasks);
  expect(missingParts(readiness)).toEqual([]);
  expect(readiness.every(({ count }) => count === 1)).toBe(true);
});

test("blank texts are missing", () => {
  const readiness = readinessOf(madeRow(directives, "d", { subject: "  " }), [], []);
  expect(missingParts(readiness)).toContain("subject");
});
