// Whether a task counts: who stands outside the denominator of every figure, and why.
import type { DemarcheTask } from "../model/demarche-task.ts";

/** Tasks that are shown but not counted, in the order a report names them. */
export const exclusions = ["exempt", "info", "separate", "onHold", "ifRaised"] as const;
export type Exclusion = (typeof exclusions)[number];

type Scoped = Pick<DemarcheTask, "addressed" | "mode" | "exemptReason" | "onHold" | "deliveredAt">;

/** Why a task is outside the denominator, or null where the post is expected to act. */
export function exclusionOf(task: Scoped): Exclusion | null {
  if (task.mode === "separateInstruction" || task.exemptReason === "separateChannel") return "separate";
  if (task.addressed === "exempt" || task.mode === "exempt" || task.exemptReason !== null) return "exempt";
  if (task.addressed === "info" || task.mode === "info") return "info";
  // A hold that came after delivery changes nothing about what the post did.
  if ((task.mode === "hold" || task.onHold) && task.deliveredAt === null) return "onHold";
  if (task.mode === "ifRaised") return "ifRaised";
  return null;
}

/** True where the post is expected to act on its own initiative. */
export function isCounted(task: Scoped): boolean {
  return exclusionOf(task) === null;
}
