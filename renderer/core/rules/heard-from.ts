// Whether a post has sent any sign since it was tasked.
import type { TaskLine } from "./task-line.ts";

/** True where the post has sent any sign: a receipt, a step, a meeting, a request. */
export function isHeardFrom({ task, engagements }: TaskLine): boolean {
  return (
    engagements.length > 0 ||
    task.acknowledgedAt !== null ||
    task.appointmentRequestedAt !== null ||
    task.scheduledFor !== null ||
    task.deliveredAt !== null ||
    task.partlyDelivered ||
    task.reportedAt !== null ||
    task.notDeliveredReason !== null ||
    task.closedAt !== null ||
    task.amendmentRequest.trim() !== ""
  );
}
