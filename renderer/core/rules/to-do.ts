// The desk's to-do list: derived from what is known, never kept.
import type { FollowUp } from "../model/follow-up.ts";
import type { TalkingPoint } from "../model/talking-point.ts";
import type { DeskClock } from "./deadlines.ts";
import type { TaskLine } from "./task-line.ts";
import { type ToDo, toDoCodes } from "./to-do-line.ts";
import { postTroubles } from "./to-do-posts.ts";
import { dueSoon, lateFollowUps, quietPosts, revisedPoints } from "./to-do-signs.ts";

export interface DeskPicture {
  readonly lines: readonly TaskLine[];
  readonly points: readonly TalkingPoint[];
  readonly followUps: readonly FollowUp[];
  /** Records with two versions waiting for a decision. */
  readonly conflictCount: number;
}

const weights: readonly ToDo["weight"][] = ["act", "watch", "note"];

function waitingConflicts(count: number): ToDo[] {
  if (count === 0) return [];
  return [
    {
      key: "conflictsWaiting",
      weight: "watch",
      because: { code: "conflictsWaiting", facts: { count } },
      target: { kind: "conflicts" },
    },
  ];
}

/** What needs the desk, the most pressing first. */
export function toDoList(picture: DeskPicture, clock: DeskClock): ToDo[] {
  const { lines, points, followUps, conflictCount } = picture;
  const all = [
    ...waitingConflicts(conflictCount),
    ...postTroubles(lines, clock),
    ...revisedPoints(lines, points),
    ...lateFollowUps(followUps, lines, clock),
    ...dueSoon(lines, clock),
    ...quietPosts(lines, clock),
  ];
  return all.toSorted(
    (a, b) =>
      weights.indexOf(a.weight) - weights.indexOf(b.weight) ||
      toDoCodes.indexOf(a.because.code) - toDoCodes.indexOf(b.because.code),
  );
}
