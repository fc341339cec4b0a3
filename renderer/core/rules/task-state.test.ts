import { describe, expect, test } from "vitest";
import { demarcheTasks, type DemarcheTask } from "../model/demarche-task.ts";
import type { PatchOf } from "../model/entity.ts";
import { madeRow } from "./made-row.ts";
import { exclusionOf } from "./task-scope.ts";
import { taskState } from "./task-state.ts";
import { taskStages } from "./task-stages.ts";
import type { TaskTiming } from "./deadlines.ts";

type Patch = PatchOf<typeof demarcheTasks>;
const task = (patch: Patch): DemarcheTask => madeRow(demarcheTasks, "t1", patch);
const at = "2026-11-20T09:00:00Z";

test.each<[string, Patch, string | null]>([
  ["action post told to deliver", {}, null],
  ["deliver unless objection", { mode: "deliverUnlessObjection" }, null],
  ["standing instruction", { mode: "standing" }, null],
  ["info addressee", { addressed: "info" }, "info"],
  ["told for information", { mode: "info" }, "info"],
  ["excluded addressee", { addressed: "exempt" }, "exempt"],
  ["relief granted", { exemptReason: "reliefGranted" }, "exempt"],
  ["separate instruction, Beijing on info", { addressed: "info", mode: "separateInstruction" }, "separate"],
  [
    "exempt because separately instructed",
    { addressed: "exempt", exemptReason: "separateChannel" },
    "separate",
  ],
  ["told to hold", { mode: "hold" }, "onHold"],
  ["held by the desk", { onHold: true }, "onHold"],
  ["delivered before the hold came", { onHold: true, deliveredAt: at }, null],
  ["only if raised", { mode: "ifRaised" }, "ifRaised"],
])("%s: outside the count as %s", (_, patch, expected) => {
  expect(exclusionOf(task(patch))).toBe(expected);
});

describe("the state of a task", () => {
  test.each<[string, Patch, string]>([
    ["nothing yet", {}, "received"],
    ["acknowledged", { acknowledgedAt: at }, "acknowledged"],
    ["has an owner", { acknowledgedAt: at, owner: "A. Moreno" }, "assigned"],
    ["asks to amend", { owner: "A. Moreno", amendmentRequest: "Drop point 3" }, "amendmentRequested"],
    [
      "asked to amend, then sought an appointment",
      { amendmentRequest: "x", appointmentRequestedAt: at },
      "appointmentRequested",
    ],
    ["scheduled", { appointmentRequestedAt: at, scheduledFor: at }, "scheduled"],
    ["held although scheduled", { scheduledFor: at, onHold: true }, "onHold"],
    ["delivered", { scheduledFor: at, deliveredAt: at }, "delivered"],
    ["delivered, hold came later", { deliveredAt: at, onHold: true }, "delivered"],
    ["partly delivered", { deliveredAt: at, partlyDelivered: true }, "partlyDelivered"],
    ["reported", { deliveredAt: at, reportedAt: at }, "reported"],
    ["reported without a delivery date", { reportedAt: at }, "reported"],
    ["answered", { deliveredAt: at, reportedAt: at, answeredAt: at }, "answered"],
    ["closed", { deliveredAt: at, closedAt: at }, "closed"],
    ["not delivered, host refused", { scheduledFor: at, notDeliveredReason: "hostRefused" }, "notDelivered"],
    ["information only", { addressed: "info", acknowledgedAt: at }, "noAction"],
    ["exempt", { addressed: "exempt" }, "noAction"],
    ["separately instructed", { mode: "separateInstruction" }, "separate"],
  ])("%s: %s", (_, patch, expected) => {
    expect(taskState(task(patch))).toBe(expected);
  });

  test("a reported task waits where an answer is owed", () => {
    expect(taskState(task({ deliveredAt: at, reportedAt: at }), true)).toBe("awaitingResponse");
    expect(taskState(task({ deliveredAt: at }), true)).toBe("delivered");
  });
});

const calm: TaskTiming = {
  deliver: null,
  report: null,
  overdueToDeliver: false,
  overdueToReport: false,
  answerOwed: false,
  answerOverdue: false,
  silenceDays: null,
};

describe("the stages of a task", () => {
  test.each<[string, Patch, Partial<TaskTiming>, boolean, string]>([
    ["not yet tasked", {}, {}, true, "due pending pending pending pending pending"],
    ["tasked", { taskedAt: at }, {}, true, "done due pending pending pending pending"],
    ["tasked, nothing asked", { taskedAt: at }, {}, false, "done due pending pending pending notNeeded"],
    [
      "appointment sought",
      { taskedAt: at, appointmentRequestedAt: at },
      {},
      true,
      "done notNeeded partly pending pending pending",
    ],
    [
      "scheduled",
      { taskedAt: at, acknowledgedAt: at, scheduledFor: at },
      {},
      true,
      "done done done due pending pending",
    ],
    [
      "overdue",
      { taskedAt: at, acknowledgedAt: at },
      { overdueToDeliver: true },
      true,
      "done done due overdue pending pending",
    ],
    [
      "partly and overdue",
      { taskedAt: at, deliveredAt: at, partlyDelivered: true },
      { overdueToDeliver: true, answerOwed: true },
      true,
      "done notNeeded notNeeded overdue pending pending",
    ],
    [
      "delivered, answer owed",
      { taskedAt: at, deliveredAt: at },
      { answerOwed: true },
      true,
      "done notNeeded notNeeded done due pending",
    ],
    [
      "delivered, report overdue, host silent",
      { taskedAt: at, deliveredAt: at },
      { answerOwed: true, overdueToReport: true, answerOverdue: true },
      true,
      "done notNeeded notNeeded done overdue overdue",
    ],
    [
      "reported, answer owed",
      { taskedAt: at, deliveredAt: at, reportedAt: at },
      { answerOwed: true },
      true,
      "done notNeeded notNeeded done done due",
    ],
    [
      "reported, nothing owed",
      { taskedAt: at, deliveredAt: at, reportedAt: at },
      {},
      true,
      "done notNeeded notNeeded done done notNeeded",
    ],
    [
      "not delivered",
      { taskedAt: at, notDeliveredReason: "noAccess" },
      {},
      true,
      "done notNeeded notNeeded notNeeded due notNeeded",
    ],
    [
      "closed early",
      { taskedAt: at, closedAt: at },
      {},
      true,
      "done notNeeded notNeeded notNeeded notNeeded notNeeded",
    ],
    [
      "exempt",
      { addressed: "exempt" },
      {},
      true,
      "notNeeded notNeeded notNeeded notNeeded notNeeded notNeeded",
    ],
    [
      "only if raised, and it was",
      { mode: "ifRaised", taskedAt: at, deliveredAt: at },
      {},
      false,
      "done notNeeded notNeeded done notNeeded notNeeded",
    ],
  ])("%s", (_, patch, timing, askExpected, expected) => {
    const row = taskStages(task(patch), { ...calm, ...timing }, askExpected);
    expect(Object.values(row).join(" ")).toBe(expected);
  });
});
