// The figures of a directive: how many posts of how many, and who is not counted.
import { groupBy } from "../lib/group-by.ts";
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { TaskTiming } from "./deadlines.ts";
import { exclusionOf } from "./task-scope.ts";

/** `delivered + partly + notYet + notDelivered` is `counted`; `counted` and the exclusions together are `tasked`. */
export interface Tally {
  readonly tasked: number;
  /** The denominator: posts expected to act. */
  readonly counted: number;
  readonly delivered: number;
  readonly partly: number;
  readonly notYet: number;
  /** Ended without delivery, for a stated reason. */
  readonly notDelivered: number;
  readonly reported: number;
  readonly answered: number;
  readonly answerOwed: number;
  readonly overdueToDeliver: number;
  readonly overdueToReport: number;
  readonly answerOverdue: number;
  readonly deliveredNotReported: number;
  // Not counted, by why.
  readonly exempt: number;
  readonly info: number;
  readonly separate: number;
  readonly onHold: number;
  readonly ifRaised: number;
}

export interface TimedTask {
  readonly task: DemarcheTask;
  readonly timing: Pick<TaskTiming, "answerOwed" | "overdueToDeliver" | "overdueToReport" | "answerOverdue">;
}

export function tally(rows: readonly TimedTask[]): Tally {
  const present = rows.filter(({ task }) => !task.deleted);
  const by = groupBy(present, ({ task }) => exclusionOf(task));
  const counted = by.get(null) ?? [];
  const count = (test: (row: TimedTask) => boolean): number => counted.filter(test).length;
  const excluded = (why: "exempt" | "info" | "separate" | "onHold" | "ifRaised"): number =>
    by.get(why)?.length ?? 0;
  const isWhole = ({ task }: TimedTask): boolean => task.deliveredAt !== null && !task.partlyDelivered;
  return {
    tasked: present.length,
    counted: counted.length,
    delivered: count(isWhole),
    partly: count(({ task }) => task.partlyDelivered),
    notYet: count(
      ({ task }) => task.deliveredAt === null && !task.partlyDelivered && task.notDeliveredReason === null,
    ),
    notDelivered: count(
      ({ task }) => task.deliveredAt === null && !task.partlyDelivered && task.notDeliveredReason !== null,
    ),
    reported: count(({ task }) => task.reportedAt !== null),
    answered: count(({ task }) => task.answeredAt !== null),
    answerOwed: count(({ timing }) => timing.answerOwed),
    overdueToDeliver: count(({ timing }) => timing.overdueToDeliver),
    overdueToReport: count(({ timing }) => timing.overdueToReport),
    answerOverdue: count(({ timing }) => timing.answerOverdue),
    deliveredNotReported: count(
      ({ task }) =>
        (task.deliveredAt !== null || task.partlyDelivered) &&
        task.reportedAt === null &&
        task.closedAt === null,
    ),
    exempt: excluded("exempt"),
    info: excluded("info"),
    separate: excluded("separate"),
    onHold: excluded("onHold"),
    ifRaised: excluded("ifRaised"),
  };
}
