// Where one task stands, read from its dates and flags; never stored.
import type { DemarcheTask } from "../model/demarche-task.ts";
import { exclusionOf } from "./task-scope.ts";

/** In the order a task runs through them; the last three are ends without delivery. */
const taskStates = [
  "received",
  "acknowledged",
  "amendmentRequested",
  "onHold",
  "assigned",
  "appointmentRequested",
  "scheduled",
  "partlyDelivered",
  "delivered",
  "reported",
  "awaitingResponse",
  "answered",
  "closed",
  "notDelivered",
  "noAction",
  "separate",
] as const;
export type TaskState = (typeof taskStates)[number];

/**
 * The furthest step a task has reached. `answerOwed` (rules/deadlines) tells a reported task that waits for its host
 * from one that is simply reported. A request to amend, being open text, stands until an appointment is sought; a hold
 * stands until something is delivered.
 */
export function taskState(task: DemarcheTask, answerOwed = false): TaskState {
  const exclusion = exclusionOf(task);
  if (exclusion === "separate") return "separate";
  if (exclusion === "exempt" || exclusion === "info") return "noAction";
  if (task.closedAt !== null) return "closed";
  if (task.notDeliveredReason !== null) return "notDelivered";
  if (task.answeredAt !== null) return "answered";
  if (task.reportedAt !== null) return answerOwed ? "awaitingResponse" : "reported";
  if (task.partlyDelivered) return "partlyDelivered";
  if (task.deliveredAt !== null) return "delivered";
  if (exclusion === "onHold") return "onHold";
  if (task.scheduledFor !== null) return "scheduled";
  if (task.appointmentRequestedAt !== null) return "appointmentRequested";
  if (task.amendmentRequest.trim() !== "") return "amendmentRequested";
  if (task.owner.trim() !== "") return "assigned";
  return task.acknowledgedAt === null ? "received" : "acknowledged";
}
