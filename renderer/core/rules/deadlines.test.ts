import { describe, expect, test } from "vitest";
import { demarcheTasks, type DemarcheTask } from "../model/demarche-task.ts";
import { type Deadline, type Directive, directives } from "../model/directive.ts";
import type { PatchOf } from "../model/entity.ts";
import { posts } from "../model/post.ts";
import { type Response, responses } from "../model/response.ts";
import {
  answerDueOn,
  daysPast,
  deliverDue,
  hostOf,
  isAnswerOverdue,
  isAnswerOwed,
  isOverdueToDeliver,
  isOverdueToReport,
  reportDue,
  silenceDays,
  taskTiming,
} from "./deadlines.ts";
import { madeRow } from "./made-row.ts";

const washington = "America/New_York";
const task = (patch: PatchOf<typeof demarcheTasks>): DemarcheTask => madeRow(demarcheTasks, "t1", patch);
const directive = (patch: PatchOf<typeof directives>): Directive =>
  madeRow(directives, "d1", { status: "transmitted", ...patch });
const response = (patch: PatchOf<typeof responses>): Response => madeRow(responses, "r1", patch);
const host = (timeZone: string, weekend: string[] = []) => hostOf({ timeZone, weekend }, washington);
const deadline = (patch: Partial<Deadline>): Deadline => ({
  kind: "day",
  value: null,
  timeZone: null,
  text: "",
  ...patch,
});

describe("deliver by a day: it ends when it ends at the post", () => {
  test.each([
    {
      post: "Riyadh",
      zone: "Asia/Riyadh",
      weekend: ["5", "6"],
      lateFrom: "2026-11-27T21:00:00Z",
      lastHostDay: "2026-11-26",
    },
    {
      post: "Auckland",
      zone: "Pacific/Auckland",
      weekend: ["6", "7"],
      lateFrom: "2026-11-27T11:00:00Z",
      lastHostDay: "2026-11-27",
    },
    {
      post: "Honolulu",
      zone: "Pacific/Honolulu",
      weekend: ["6", "7"],
      lateFrom: "2026-11-28T10:00:00Z",
      lastHostDay: "2026-11-27",
    },
    {
      post: "Nairobi",
      zone: "Africa/Nairobi",
      weekend: ["6", "7"],
      lateFrom: "2026-11-27T21:00:00Z",
      lastHostDay: "2026-11-27",
    },
    {
      post: "Kathmandu",
      zone: "Asia/Kathmandu",
      weekend: ["6"],
      lateFrom: "2026-11-27T18:15:00Z",
      lastHostDay: "2026-11-27",
    },
    {
      post: "no zone known: the capital's",
      zone: "",
      weekend: [],
      lateFrom: "2026-11-28T05:00:00Z",
      lastHostDay: "2026-11-27",
    },
  ])("$post", ({ zone, weekend, lateFrom, lastHostDay }) => {
    // 27 November 2026 is a Friday.
    const base = directive({ deliverBy: deadline({ value: "2026-11-27", text: "BY NOV 27" }) });
    const due = deliverDue(task({}), base, host(zone, weekend));
    expect(due).toMatchObject({
      kind: "dated",
      on: "2026-11-27",
      lateFrom,
      lastHostDay,
      exact: false,
      own: false,
      text: "BY NOV 27",
    });
    const before = Temporal.Instant.from(lateFrom).subtract({ seconds: 1 }).toString();
    expect(isOverdueToDeliver(task({}), base, host(zone, weekend), before)).toBe(false);
    expect(isOverdueToDeliver(task({}), base, host(zone, weekend), lateFrom)).toBe(true);
  });
});

test("a deadline with an hour is one moment everywhere, and names the host's last working day before it", () => {
  const base = directive({
    deliverBy: deadline({ kind: "instant", value: "2026-11-26T22:00:00Z", timeZone: washington }),
  });
  const riyadh = deliverDue(task({}), base, host("Asia/Riyadh", ["5", "6"]));
  expect(riyadh).toMatchObject({
    on: "2026-11-26",
    lateFrom: "2026-11-26T22:00:00Z",
    exact: true,
    lastHostDay: "2026-11-26",
  });
  const auckland = deliverDue(task({}), base, host("Pacific/Auckland", ["6", "7"]));
  expect(auckland).toMatchObject({ on: "2026-11-26", timeZone: washington, lastHostDay: "2026-11-27" });
});

test("the task's own day stands before the directive's and is the post's", () => {
  const base = directive({
    deliverBy: deadline({ value: "2026-11-20" }),
    reportBy: deadline({ value: "2026-11-25" }),
  });
  const own = task({ deliverBy: "2026-12-04", reportBy: "2026-12-08" });
  expect(deliverDue(own, base, host("Pacific/Auckland"))).toMatchObject({
    on: "2026-12-04",
    own: true,
    timeZone: "Pacific/Auckland",
  });
  expect(reportDue(own, base, host("Pacific/Auckland"), washington)).toMatchObject({
    on: "2026-12-08",
    timeZone: "Pacific/Auckland",
  });
});

test("a report is owed on the capital's day, and a zone that the cable names goes before both", () => {
  const base = directive({ reportBy: deadline({ value: "2026-11-25" }) });
  expect(reportDue(task({}), base, host("Pacific/Auckland"), washington)).toMatchObject({
    lateFrom: "2026-11-26T05:00:00Z",
  });
  const zulu = directive({ reportBy: deadline({ value: "2026-11-25", timeZone: "UTC" }) });
  expect(reportDue(task({}), zulu, host("Pacific/Auckland"), washington)).toMatchObject({
    lateFrom: "2026-11-26T00:00:00Z",
  });
});

test("soonest, relative and event deadlines are undated and never overdue", () => {
  const base = directive({ deliverBy: deadline({ kind: "soonest", text: "SOONEST" }) });
  const due = deliverDue(task({}), base, host("Africa/Nairobi"));
  expect(due).toEqual({ kind: "undated", text: "SOONEST" });
  expect(daysPast(due, "2030-01-01T00:00:00Z")).toBeNull();
  expect(isOverdueToDeliver(task({}), base, host("Africa/Nairobi"), "2030-01-01T00:00:00Z")).toBe(false);
});

test.each<[string, PatchOf<typeof demarcheTasks>, PatchOf<typeof directives>, boolean, boolean]>([
  ["nothing done", {}, {}, true, true],
  ["delivered", { deliveredAt: "2026-11-19T00:00:00Z" }, {}, false, true],
  [
    "partly delivered: the rest is owed",
    { deliveredAt: "2026-11-19T00:00:00Z", partlyDelivered: true },
    {},
    true,
    true,
  ],
  ["reported", { deliveredAt: "2026-11-19T00:00:00Z", reportedAt: "2026-11-20T00:00:00Z" }, {}, false, false],
  ["exempt", { addressed: "exempt" }, {}, false, false],
  ["information", { addressed: "info" }, {}, false, false],
  ["separate", { mode: "separateInstruction" }, {}, false, false],
  ["held", { onHold: true }, {}, false, false],
  ["only if raised", { mode: "ifRaised" }, {}, false, false],
  ["closed", { closedAt: "2026-11-19T00:00:00Z" }, {}, false, false],
  ["not delivered, with a reason", { notDeliveredReason: "hostRefused" }, {}, false, false],
  ["directive rescinded", {}, { status: "rescinded" }, false, false],
  ["directive still a draft", {}, { status: "draft" }, false, false],
])("past both deadlines, %s", (_, patch, base, deliver, report) => {
  const due = { deliverBy: deadline({ value: "2026-11-20" }), reportBy: deadline({ value: "2026-11-22" }) };
  const now = "2026-11-24T12:00:00Z";
  const row = directive({ ...due, ...base });
  expect(isOverdueToDeliver(task(patch), row, host("Africa/Nairobi"), now)).toBe(deliver);
  expect(
    isOverdueToReport(task(patch), row, host("Africa/Nairobi"), { now, capitalTimeZone: washington }),
  ).toBe(report);
});

test.each<[string, PatchOf<typeof demarcheTasks>, string, PatchOf<typeof responses>[], boolean]>([
  ["not delivered", {}, "Restrict it", [], false],
  ["delivered, something asked", { deliveredAt: "2026-11-19T00:00:00Z" }, "Restrict it", [], true],
  ["delivered, nothing asked", { deliveredAt: "2026-11-19T00:00:00Z" }, " ", [], false],
  [
    "nothing asked, host will study",
    { deliveredAt: "2026-11-19T00:00:00Z" },
    "",
    [{ category: "willStudy" }],
    true,
  ],
  [
    "asked, host supports",
    { deliveredAt: "2026-11-19T00:00:00Z" },
    "Restrict it",
    [{ category: "supportiveCommitted" }],
    false,
  ],
  ["no ask made", { deliveredAt: "2026-11-19T00:00:00Z" }, "Restrict it", [{ category: "noAskMade" }], false],
  [
    "answer noted",
    { deliveredAt: "2026-11-19T00:00:00Z", answeredAt: "2026-11-20T00:00:00Z" },
    "Restrict it",
    [],
    false,
  ],
  [
    "will study first, rejected later, rows in the wrong order",
    { deliveredAt: "2026-11-19T00:00:00Z" },
    "Restrict it",
    [
      { category: "rejected", receivedAt: "2026-11-22T00:00:00+05:45" },
      { category: "willStudy", receivedAt: "2026-11-21T00:00:00Z" },
    ],
    false,
  ],
])("an answer is owed: %s", (_, patch, ask, found, expected) => {
  expect(isAnswerOwed(task(patch), directive({ ask }), found.map(response))).toBe(expected);
});

const clock = (now: string) => ({ now, capitalTimeZone: washington, silenceDays: 10 });

describe("the silence clock", () => {
  test.each([
    {
      post: "Auckland",
      zone: "Pacific/Auckland",
      weekend: ["6", "7"],
      delivered: "2026-11-12T12:00:00Z",
      now: "2026-11-23T11:30:00Z",
      days: 11,
      dueOn: "2026-11-23",
      late: true,
    },
    {
      post: "Honolulu",
      zone: "Pacific/Honolulu",
      weekend: ["6", "7"],
      delivered: "2026-11-13T05:00:00Z",
      now: "2026-11-24T05:00:00Z",
      days: 11,
      dueOn: "2026-11-23",
      late: false,
    },
    // The tenth day is a Friday: judged on Sunday, when offices open, and late on Monday.
    {
      post: "Riyadh",
      zone: "Asia/Riyadh",
      weekend: ["5", "6"],
      delivered: "2026-11-17T09:00:00Z",
      now: "2026-11-29T09:00:00Z",
      days: 12,
      dueOn: "2026-11-29",
      late: false,
    },
    {
      post: "Riyadh",
      zone: "Asia/Riyadh",
      weekend: ["5", "6"],
      delivered: "2026-11-17T09:00:00Z",
      now: "2026-11-29T21:00:00Z",
      days: 13,
      dueOn: "2026-11-29",
      late: true,
    },
    {
      post: "Kathmandu",
      zone: "Asia/Kathmandu",
      weekend: ["6"],
      delivered: "2026-11-12T18:20:00Z",
      now: "2026-11-13T18:10:00Z",
      days: 0,
      dueOn: "2026-11-23",
      late: false,
    },
  ])("$post after $days days", ({ zone, weekend, delivered, now, days, dueOn, late }) => {
    const row = task({ deliveredAt: delivered });
    const there = host(zone, weekend);
    expect(silenceDays(row, there, now)).toBe(days);
    expect(answerDueOn(row, there, 10)).toBe(dueOn);
    expect(isAnswerOverdue(row, true, there, clock(now))).toBe(late);
    expect(isAnswerOverdue(row, false, there, clock(now))).toBe(false);
  });

  test("a clock that runs behind the delivery does not count backwards", () => {
    expect(
      silenceDays(task({ deliveredAt: "2026-11-20T00:00:00Z" }), host("UTC"), "2026-11-10T00:00:00Z"),
    ).toBe(0);
  });
});

test("the whole timing of a task without directive and post", () => {
  const timing = taskTiming(task({ deliverBy: "2026-11-20" }), undefined, undefined, [], {
    now: "2026-11-24T12:00:00Z",
    capitalTimeZone: "Mars/Base",
    silenceDays: 10,
  });
  expect(timing).toMatchObject({
    overdueToDeliver: true,
    overdueToReport: false,
    report: null,
    answerOwed: false,
    silenceDays: null,
  });
});

test("an exempt post owes and is owed nothing", () => {
  const post = madeRow(posts, "p1", { timeZone: "Africa/Nairobi" });
  const row = task({ addressed: "exempt", deliveredAt: "2026-10-01T00:00:00Z" });
  const timing = taskTiming(row, directive({ ask: "Restrict it" }), post, [], {
    now: "2026-11-24T12:00:00Z",
    capitalTimeZone: washington,
    silenceDays: 10,
  });
  expect(timing).toMatchObject({ answerOwed: false, answerOverdue: false });
});
