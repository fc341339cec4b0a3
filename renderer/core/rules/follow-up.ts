// The queue of what is owed next: which bucket a follow-up falls in, and which comes first.
import { groupBy } from "../lib/group-by.ts";
import { priorities } from "../model/enums.ts";
import type { FollowUp } from "../model/follow-up.ts";
import { endOfWeek } from "./calendar.ts";

/** In the order the queue shows them. */
export const dueBuckets = [
  "overdue",
  "today",
  "thisWeek",
  "later",
  "waitingOnHost",
  "undated",
  "closed",
] as const;
export type DueBucket = (typeof dueBuckets)[number];

/** The day it is, and the weekend, where the follow-up is owed: at its post, else in the capital. */
export interface Here {
  readonly today: string;
  readonly weekend: readonly string[];
}

type Owed = Pick<FollowUp, "status" | "waitingOn" | "dueOn" | "priority" | "createdAt" | "id">;

export function isOpenFollowUp(followUp: Pick<FollowUp, "status">): boolean {
  return followUp.status === "open" || followUp.status === "waitingOnHost";
}

/** Overdue goes before everything: a host that is late is to be chased, not waited for. */
export function dueBucket(followUp: Owed, here: Here): DueBucket {
  if (!isOpenFollowUp(followUp)) return "closed";
  const { dueOn } = followUp;
  if (dueOn !== null && dueOn < here.today) return "overdue";
  if (followUp.status === "waitingOnHost" || followUp.waitingOn === "host") return "waitingOnHost";
  if (dueOn === null) return "undated";
  if (dueOn === here.today) return "today";
  return dueOn <= endOfWeek(here.today, here.weekend) ? "thisWeek" : "later";
}

/** By priority, then by day with undated last, then by age. */
export function compareFollowUps(a: Owed, b: Owed): number {
  return (
    priorities.indexOf(a.priority) - priorities.indexOf(b.priority) ||
    compareDays(a.dueOn, b.dueOn) ||
    a.createdAt.localeCompare(b.createdAt, "en") ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** The buckets that hold something, in order, each sorted. `hereOf` tells day and weekend where each is owed. */
export function queueOf<F extends Owed>(
  followUps: readonly F[],
  hereOf: (followUp: F) => Here,
): { readonly bucket: DueBucket; readonly followUps: readonly F[] }[] {
  const groups = groupBy(followUps, (followUp) => dueBucket(followUp, hereOf(followUp)));
  return dueBuckets.flatMap((bucket) => {
    const group = groups.get(bucket);
    return group ? [{ bucket, followUps: group.toSorted(compareFollowUps) }] : [];
  });
}
