import fc from "fast-check";
import { expect, test } from "vitest";
import { demarcheTasks } from "../model/demarche-task.ts";
import { addressKinds, notDeliveredReasons, taskingModes } from "../model/enums.ts";
import { madeRow } from "./made-row.ts";
import { tally, type TimedTask } from "./tally.ts";

const at = "2026-11-20T09:00:00Z";
const calm = { answerOwed: false, overdueToDeliver: false, overdueToReport: false, answerOverdue: false };

test("56 action posts, 14 of them relieved, and the separate one", () => {
  const rows: TimedTask[] = [
    ...Array.from({ length: 41 }, (_, n) => ({
      task: madeRow(demarcheTasks, `d${n}`, { deliveredAt: at, reportedAt: n < 38 ? at : null }),
      timing: calm,
    })),
    ...Array.from({ length: 3 }, (_, n) => ({
      task: madeRow(demarcheTasks, `p${n}`, { deliveredAt: at, partlyDelivered: true }),
      timing: calm,
    })),
    ...Array.from({ length: 10 }, (_, n) => ({
      task: madeRow(demarcheTasks, `n${n}`),
      timing: { ...calm, overdueToDeliver: n < 4 },
    })),
    ...Array.from({ length: 2 }, (_, n) => ({
      task: madeRow(demarcheTasks, `r${n}`, { notDeliveredReason: "hostRefused" }),
      timing: calm,
    })),
    ...Array.from({ length: 14 }, (_, n) => ({
      task: madeRow(demarcheTasks, `x${n}`, { exemptReason: "reliefGranted" }),
      timing: calm,
    })),
    { task: madeRow(demarcheTasks, "beijing", { mode: "separateInstruction" }), timing: calm },
    { task: madeRow(demarcheTasks, "gone", { deleted: true, deliveredAt: at }), timing: calm },
  ];
  expect(tally(rows)).toEqual({
    tasked: 71,
    counted: 56,
    delivered: 41,
    partly: 3,
    notYet: 10,
    notDelivered: 2,
    reported: 38,
    answered: 0,
    answerOwed: 0,
    overdueToDeliver: 4,
    overdueToReport: 0,
    answerOverdue: 0,
    deliveredNotReported: 6,
    exempt: 14,
    info: 0,
    separate: 1,
    onHold: 0,
    ifRaised: 0,
  });
});

test("no posts at all", () => {
  expect(new Set(Object.values(tally([])))).toEqual(new Set([0]));
});

test("whatever the tasks, the parts add up to the whole", () => {
  const maybe = fc.constantFrom(null, at);
  const row = fc.record({
    addressed: fc.constantFrom(...addressKinds),
    mode: fc.constantFrom(...taskingModes),
    onHold: fc.boolean(),
    deliveredAt: maybe,
    reportedAt: maybe,
    partlyDelivered: fc.boolean(),
    notDeliveredReason: fc.constantFrom(null, ...notDeliveredReasons),
    deleted: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(row), (patches) => {
      const sum = tally(
        patches.map((patch, n) => ({ task: madeRow(demarcheTasks, `t${n}`, patch), timing: calm })),
      );
      expect(sum.delivered + sum.partly + sum.notYet + sum.notDelivered).toBe(sum.counted);
      expect(sum.counted + sum.exempt + sum.info + sum.separate + sum.onHold + sum.ifRaised).toBe(sum.tasked);
    }),
  );
});
