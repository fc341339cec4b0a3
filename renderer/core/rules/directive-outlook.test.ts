// The word on a directive and its next step, from the state of its tasks.
import { expect, test } from "vitest";
import type { DemarcheTask } from "../model/demarche-task.ts";
import { demarcheTasks } from "../model/demarche-task.ts";
import type { Directive } from "../model/directive.ts";
import { directives } from "../model/directive.ts";
import { posts } from "../model/post.ts";
import { directiveNextStep, directiveOutlook } from "./directive-outlook.ts";
import { madeRow } from "./made-row.ts";
import { taskLines } from "./task-line.ts";

const clock = { now: "2026-11-24T12:00:00Z", capitalTimeZone: "UTC", silenceDays: 10 };
const rome = madeRow(posts, "rome", { name: "Rome", timeZone: "Europe/Rome" });

function told(directivePatch: Partial<Directive>, taskPatches: readonly Partial<DemarcheTask>[]) {
  const directive = madeRow(directives, "d", {
    status: "transmitted",
    deliverBy: { kind: "day", value: "2026-11-30", timeZone: null, text: "" },
    reportBy: { kind: "day", value: "2026-12-04", timeZone: null, text: "" },
    ...directivePatch,
  });
  const tasks = taskPatches.map((patch, at) =>
    madeRow(demarcheTasks, `t${at}`, {
      directiveId: "d",
      postId: "rome",
      taskedAt: "2026-11-20T12:00:00Z",
      ...patch,
    }),
  );
  const lines = taskLines(
    { directives: [directive], points: [], tasks, posts: [rome], engagements: [], responses: [] },
    clock,
  );
  return { directive, lines };
}

const due = (value: string) => ({ kind: "day" as const, value, timeZone: null, text: "" });
const delivered = { deliveredAt: "2026-11-21T10:00:00Z" };
const reported = { ...delivered, reportedAt: "2026-11-22T10:00:00Z" };

test.each<[string, Partial<Directive>, Partial<DemarcheTask>[], string | null, string, string | undefined]>([
  ["a draft without posts", { status: "draft" }, [], null, "", "addPosts"],
  ["a draft with posts", { status: "draft" }, [{}], null, "", "sendForClearance"],
  ["in clearance", { status: "inClearance" }, [{}], null, "", "approve"],
  ["approved", { status: "approved" }, [{}], "onTrack", "nothingLate", "transmit"],
  ["sent, time left", {}, [{}], "onTrack", "nothingLate", "awaitDelivery"],
  [
    "deadline passed",
    { deliverBy: due("2026-11-23") },
    [{}, delivered],
    "delayed",
    "lateDelivery",
    "chaseDelivery",
  ],
  [
    "deadline near, no meeting",
    { deliverBy: due("2026-11-26") },
    [{}],
    "atRisk",
    "nearDeadline",
    "awaitDelivery",
  ],
  [
    "deadline near, a meeting planned",
    { deliverBy: due("2026-11-26") },
    [{ scheduledFor: "2026-11-25T09:00:00Z" }],
    "onTrack",
    "nothingLate",
    "awaitDelivery",
  ],
  ["report late", { reportBy: due("2026-11-22") }, [delivered], "atRisk", "lateReport", "chaseReports"],
  ["report outstanding", {}, [delivered], "onTrack", "nothingLate", "awaitReports"],
  ["nothing asked, all reported", {}, [reported], "onTrack", "nothingLate", "close"],
  [
    "something asked, all reported",
    { ask: "Join us." },
    [reported],
    "onTrack",
    "nothingLate",
    "awaitAnswers",
  ],
  [
    "a host silent too long",
    { ask: "Join us." },
    [{ deliveredAt: "2026-11-03T10:00:00Z", reportedAt: "2026-11-04T10:00:00Z" }],
    "atRisk",
    "lateAnswer",
    "chaseAnswers",
  ],
  [
    "an exempt post late",
    { deliverBy: due("2026-11-23") },
    [{ exemptReason: "reliefGranted" }],
    "onTrack",
    "nothingLate",
    "close",
  ],
  ["rescinded", { status: "rescinded" }, [{}], null, "", "close"],
  ["closed", { status: "closed" }, [{}], null, "", undefined],
])("%s", (_, directivePatch, taskPatches, word, code, step) => {
  const { directive, lines } = told(directivePatch, taskPatches);
  const outlook = directiveOutlook(directive, lines, clock);
  expect([outlook?.word ?? null, outlook?.because.code ?? ""]).toEqual([word, code]);
  expect(directiveNextStep(directive, lines)?.code).toBe(step);
});

test("a step says how many posts it concerns", () => {
  const { directive, lines } = told({ deliverBy: due("2026-11-23") }, [{}, {}, delivered]);
  expect(directiveNextStep(directive, lines)).toEqual({ code: "chaseDelivery", facts: { count: 2 } });
});
