// One word on how a directive is doing, with its reason, and the step that would move it on.
import type { Directive } from "../model/directive.ts";
import { addDays, dayIn } from "./calendar.ts";
import { type DeskClock, isLive } from "./deadlines.ts";
import type { Sentence } from "./sentence.ts";
import type { TaskLine } from "./task-line.ts";

const outlooks = ["onTrack", "atRisk", "delayed"] as const;
export type OutlookWord = (typeof outlooks)[number];

/** Texts stand under `outlook.<code>`. */
const outlookCodes = ["lateDelivery", "lateReport", "lateAnswer", "nearDeadline", "nothingLate"] as const;

export interface Outlook {
  readonly word: OutlookWord;
  readonly because: Sentence<(typeof outlookCodes)[number]>;
}

/** Within so many days of its deadline, a post with no meeting in sight puts the directive at risk. */
const nearDays = 2;

function isNear(line: TaskLine, clock: DeskClock): boolean {
  const { task, timing, exclusion } = line;
  const due = timing.deliver;
  if (exclusion !== null || due?.kind !== "dated" || task.deliveredAt !== null || task.partlyDelivered)
    return false;
  if (task.notDeliveredReason !== null || task.closedAt !== null || task.scheduledFor !== null) return false;
  if (line.engagements.some(({ state }) => state === "planned")) return false;
  return due.on <= addDays(dayIn(clock.now, due.timeZone), nearDays);
}

/** Null where posts are not expected to act: a draft, or a directive that is over. `lines` are the directive's own. */
export function directiveOutlook(
  directive: Directive,
  lines: readonly TaskLine[],
  clock: DeskClock,
): Outlook | null {
  if (!isLive(directive)) return null;
  const late = (test: (line: TaskLine) => boolean): number => lines.filter(test).length;
  const deliveries = late(({ timing }) => timing.overdueToDeliver);
  if (deliveries > 0)
    return { word: "delayed", because: { code: "lateDelivery", facts: { count: deliveries } } };
  const reports = late(({ timing }) => timing.overdueToReport);
  if (reports > 0) return { word: "atRisk", because: { code: "lateReport", facts: { count: reports } } };
  const answers = late(({ timing }) => timing.answerOverdue);
  if (answers > 0) return { word: "atRisk", because: { code: "lateAnswer", facts: { count: answers } } };
  const near = late((line) => isNear(line, clock));
  if (near > 0) return { word: "atRisk", because: { code: "nearDeadline", facts: { count: near } } };
  return { word: "onTrack", because: { code: "nothingLate", facts: {} } };
}

/** Texts stand under `directiveStep.<code>`; `count` is how many posts it concerns. */
const directiveSteps = [
  "addPosts",
  "sendForClearance",
  "approve",
  "transmit",
  "chaseDelivery",
  "chaseReports",
  "chaseAnswers",
  "awaitDelivery",
  "awaitReports",
  "awaitAnswers",
  "close",
] as const;
export type DirectiveStep = (typeof directiveSteps)[number];

/** The step to take next; null where the directive is closed. */
export function directiveNextStep(
  directive: Directive,
  lines: readonly TaskLine[],
): Sentence<DirectiveStep> | null {
  const step = (code: DirectiveStep, count = 0): Sentence<DirectiveStep> => ({ code, facts: { count } });
  switch (directive.status) {
    case "draft":
      return step(lines.length === 0 ? "addPosts" : "sendForClearance");
    case "inClearance":
      return step("approve");
    case "approved":
      return step("transmit");
    case "superseded":
    case "rescinded":
      return step("close");
    case "closed":
      return null;
    case "transmitted":
    case "amended": {
      if (lines.length === 0) return step("addPosts");
      const counted = lines.filter(({ exclusion, task }) => exclusion === null && task.closedAt === null);
      const steps: readonly [DirectiveStep, (line: TaskLine) => boolean][] = [
        ["chaseDelivery", ({ timing }) => timing.overdueToDeliver],
        ["chaseReports", ({ timing }) => timing.overdueToReport],
        ["chaseAnswers", ({ timing }) => timing.answerOverdue],
        ["awaitDelivery", ({ task }) => task.deliveredAt === null && task.notDeliveredReason === null],
        ["awaitReports", ({ task }) => task.reportedAt === null],
        ["awaitAnswers", ({ timing }) => timing.answerOwed],
      ];
      for (const [code, test] of steps) {
        const count = counted.filter(test).length;
        if (count > 0) return step(code, count);
      }
      return step("close");
    }
    default:
      return directive.status satisfies never;
  }
}
