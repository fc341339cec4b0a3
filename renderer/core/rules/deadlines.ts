// When a task is due, in whose day, and what is overdue. Nothing of it is stored.
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { Deadline, Directive } from "../model/directive.ts";
import type { Post } from "../model/post.ts";
import type { Response } from "../model/response.ts";
import {
  addDays,
  dayIn,
  daysBetween,
  startOfDay,
  workingDayFrom,
  workingDayUntil,
  zoneFrom,
} from "./calendar.ts";
import { exclusionOf } from "./task-scope.ts";

/** The desk's own clock and patience. `now` is an instant. */
export interface DeskClock {
  readonly now: string;
  readonly capitalTimeZone: string;
  /** Days after delivery without an answer when a host counts as silent. */
  readonly silenceDays: number;
}

export interface Host {
  /** A zone that exists: the post's, else the capital's. */
  readonly timeZone: string;
  readonly weekend: readonly string[];
}

export function hostOf(post: Pick<Post, "timeZone" | "weekend"> | undefined, capitalTimeZone: string): Host {
  return { timeZone: zoneFrom(post?.timeZone ?? "", capitalTimeZone), weekend: post?.weekend ?? [] };
}

/** A deadline of one task. `undated`: "soonest", or an event without a day; never overdue by itself. */
export type Due =
  | {
      readonly kind: "dated";
      /** The day in `timeZone`. */
      readonly on: string;
      /** The first instant that is late. */
      readonly lateFrom: string;
      readonly timeZone: string;
      /** True where an hour was named. */
      readonly exact: boolean;
      /** The last day on or before `on` when the host's offices are open. */
      readonly lastHostDay: string;
      /** True where the task has its own date. */
      readonly own: boolean;
      /** As the cable put it; may be empty. */
      readonly text: string;
    }
  | { readonly kind: "undated"; readonly text: string };

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

function dayDue(on: string, timeZone: string, host: Host, own: boolean, text: string): Due {
  return {
    kind: "dated",
    on,
    lateFrom: startOfDay(addDays(on, 1), timeZone),
    timeZone,
    exact: false,
    lastHostDay: workingDayUntil(on, host.weekend),
    own,
    text,
  };
}

function dueOf(own: string | null, base: Deadline | null, baseZone: string, host: Host): Due | null {
  if (own !== null) return dayDue(own, host.timeZone, host, true, "");
  if (base === null) return null;
  if (base.value === null) return { kind: "undated", text: base.text };
  const timeZone = zoneFrom(base.timeZone ?? "", baseZone);
  if (dayPattern.test(base.value)) return dayDue(base.value, timeZone, host, false, base.text);
  const on = dayIn(base.value, timeZone);
  return {
    kind: "dated",
    on,
    lateFrom: base.value,
    timeZone,
    exact: true,
    lastHostDay: workingDayUntil(dayIn(base.value, host.timeZone), host.weekend),
    own: false,
    text: base.text,
  };
}

type DatedTask = Pick<DemarcheTask, "deliverBy" | "reportBy">;
type DatedDirective = Pick<Directive, "deliverBy" | "reportBy">;

/** Delivery happens at the post: a bare day ends when it ends there. */
export function deliverDue(task: DatedTask, directive: DatedDirective | undefined, host: Host): Due | null {
  return dueOf(task.deliverBy, directive?.deliverBy ?? null, host.timeZone, host);
}

/** The report is owed to the capital: a bare day of the directive ends when it ends there; a post's own day, at the post. */
export function reportDue(
  task: DatedTask,
  directive: DatedDirective | undefined,
  host: Host,
  capitalTimeZone: string,
): Due | null {
  return dueOf(task.reportBy, directive?.reportBy ?? null, zoneFrom(capitalTimeZone), host);
}

function isPast(due: Due | null, now: string): boolean {
  return due?.kind === "dated" && Date.parse(now) >= Date.parse(due.lateFrom);
}

/** Days since the due day on its own calendar; 0 on the day itself, negative before, null where undated. */
export function daysPast(due: Due | null, now: string): number | null {
  return due?.kind === "dated" ? daysBetween(due.on, dayIn(now, due.timeZone)) : null;
}

const sleeping: ReadonlySet<Directive["status"]> = new Set([
  "draft",
  "inClearance",
  "superseded",
  "rescinded",
  "closed",
]);

/** True while posts are expected to act on a directive. */
export function isLive(directive: Pick<Directive, "status"> | undefined): boolean {
  return directive === undefined || !sleeping.has(directive.status);
}

function isOpen(task: DemarcheTask, directive: Directive | undefined): boolean {
  return (
    exclusionOf(task) === null &&
    task.closedAt === null &&
    task.notDeliveredReason === null &&
    isLive(directive)
  );
}

/** A partly delivered task still owes the rest. */
export function isOverdueToDeliver(
  task: DemarcheTask,
  directive: Directive | undefined,
  host: Host,
  now: string,
): boolean {
  const owes = task.deliveredAt === null || task.partlyDelivered;
  return owes && isOpen(task, directive) && isPast(deliverDue(task, directive, host), now);
}

/** Counts whether or not anything was delivered: "report by 21 May" is owed by a post that did nothing, too. */
export function isOverdueToReport(
  task: DemarcheTask,
  directive: Directive | undefined,
  host: Host,
  clock: Pick<DeskClock, "now" | "capitalTimeZone">,
): boolean {
  return (
    task.reportedAt === null &&
    isOpen(task, directive) &&
    isPast(reportDue(task, directive, host, clock.capitalTimeZone), clock.now)
  );
}

const deferring: ReadonlySet<Response["category"]> = new Set(["willStudy", "willConvey", "noResponseYet"]);

/**
 * Whether the host owes an answer: the points were delivered, no answer is noted, and either something was asked or
 * the host's latest word put the answer off. Where nothing is asked and nothing deferred, nothing is owed.
 */
export function isAnswerOwed(
  task: DemarcheTask,
  directive: Pick<Directive, "ask"> | undefined,
  responses: readonly Pick<Response, "category" | "receivedAt" | "createdAt">[],
): boolean {
  if (task.deliveredAt === null || task.answeredAt !== null || task.closedAt !== null) return false;
  const latest = responses
    .toSorted((a, b) => compareInstants(a.receivedAt ?? a.createdAt, b.receivedAt ?? b.createdAt))
    .at(-1);
  if (latest) return deferring.has(latest.category);
  return directive !== undefined && directive.ask.trim() !== "";
}

/** Days at the post since delivery without an answer; null where nothing was delivered or the matter is answered or closed. */
export function silenceDays(task: DemarcheTask, host: Host, now: string): number | null {
  if (task.deliveredAt === null || task.answeredAt !== null || task.closedAt !== null) return null;
  return Math.max(0, daysBetween(dayIn(task.deliveredAt, host.timeZone), dayIn(now, host.timeZone)));
}

/** The day from which a silent host is overdue: never judged on a day when its offices are shut. */
export function answerDueOn(task: DemarcheTask, host: Host, patience: number): string | null {
  if (task.deliveredAt === null) return null;
  return workingDayFrom(addDays(dayIn(task.deliveredAt, host.timeZone), patience), host.weekend);
}

/** `owed` is `isAnswerOwed`. */
export function isAnswerOverdue(task: DemarcheTask, owed: boolean, host: Host, clock: DeskClock): boolean {
  const due = answerDueOn(task, host, clock.silenceDays);
  return owed && due !== null && dayIn(clock.now, host.timeZone) > due;
}

/** Everything about time that a desk asks of one task. */
export interface TaskTiming {
  readonly deliver: Due | null;
  readonly report: Due | null;
  readonly overdueToDeliver: boolean;
  readonly overdueToReport: boolean;
  readonly answerOwed: boolean;
  readonly answerOverdue: boolean;
  readonly silenceDays: number | null;
}

/** `responses` are those of this task. */
export function taskTiming(
  task: DemarcheTask,
  directive: Directive | undefined,
  post: Post | undefined,
  responses: readonly Response[],
  clock: DeskClock,
): TaskTiming {
  const host = hostOf(post, clock.capitalTimeZone);
  const answerOwed = isAnswerOwed(task, directive, responses) && exclusionOf(task) === null;
  return {
    deliver: deliverDue(task, directive, host),
    report: reportDue(task, directive, host, clock.capitalTimeZone),
    overdueToDeliver: isOverdueToDeliver(task, directive, host, clock.now),
    overdueToReport: isOverdueToReport(task, directive, host, clock),
    answerOwed,
    answerOverdue: isLive(directive) && isAnswerOverdue(task, answerOwed, host, clock),
    silenceDays: silenceDays(task, host, clock.now),
  };
}

function compareInstants(a: string, b: string): number {
  return Temporal.Instant.compare(a, b);
}
