// The life of a directive: from draft to closed, and which steps are open from where.
import type { DirectiveStatus } from "../model/enums.ts";

const steps: Readonly<Record<DirectiveStatus, readonly DirectiveStatus[]>> = {
  draft: ["inClearance", "approved", "transmitted"],
  inClearance: ["approved", "draft"],
  approved: ["transmitted", "inClearance"],
  transmitted: ["amended", "closed", "superseded", "rescinded"],
  amended: ["closed", "superseded", "rescinded"],
  superseded: ["closed"],
  rescinded: ["closed"],
  closed: ["transmitted"],
};

/** Statuses a person may choose next, the usual one first. A closed directive can be opened again. */
export function nextStatuses(status: DirectiveStatus): readonly DirectiveStatus[] {
  return steps[status];
}

/** True where posts have the instruction: its text is then changed by amendment, not by editing. */
export function hasGoneOut(status: DirectiveStatus): boolean {
  return status !== "draft" && status !== "inClearance" && status !== "approved";
}

/** Steps that take the instruction away from posts need a reason, kept with the change. */
export function needsReason(status: DirectiveStatus): boolean {
  return status === "superseded" || status === "rescinded" || status === "amended";
}
