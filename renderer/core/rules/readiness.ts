// What a directive still lacks before it can go out: each part there, counted or missing.
import type { Directive } from "../model/directive.ts";
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { TalkingPoint } from "../model/talking-point.ts";
import { currentPoints } from "./current-points.ts";

/** In the order the list shows them. Texts stand under `readiness.<part>`. */
const readinessParts = [
  "subject",
  "objective",
  "points",
  "posts",
  "deliverBy",
  "reportBy",
  "level",
  "writtenMaterial",
  "reporting",
  "issue",
] as const;
export type ReadinessPart = (typeof readinessParts)[number];

/** Parts without which posts do not know what to do; the others are advised. */
const needed: ReadonlySet<ReadinessPart> = new Set(["subject", "objective", "points", "posts"]);

export interface Readiness {
  readonly part: ReadinessPart;
  /** How many there are; 1 for parts that are there or not, 0 where missing. */
  readonly count: number;
  readonly isNeeded: boolean;
}

function there(value: string | object | null): number {
  return value !== null && (typeof value !== "string" || value.trim() !== "") ? 1 : 0;
}

export function readinessOf(
  directive: Directive,
  points: readonly TalkingPoint[],
  tasks: readonly DemarcheTask[],
): Readiness[] {
  const counts: Readonly<Record<ReadinessPart, number>> = {
    subject: there(directive.subject),
    objective: Object.keys(directive.objectives).length,
    points: currentPoints(directive.id, points).length,
    posts: tasks.filter((task) => !task.deleted).length,
    deliverBy: there(directive.deliverBy),
    reportBy: there(directive.reportBy),
    level: there(directive.level),
    writtenMaterial: there(directive.writtenMaterial),
    reporting: there(directive.reportingRequirement),
    issue: there(directive.issueId),
  };
  return readinessParts.map((part) => ({ part, count: counts[part], isNeeded: needed.has(part) }));
}

/** Needed parts that are missing. */
export function missingParts(readiness: readonly Readiness[]): ReadinessPart[] {
  return readiness.flatMap(({ part, count, isNeeded }) => (isNeeded && count === 0 ? [part] : []));
}
