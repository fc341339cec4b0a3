// What comes after an engagement: the host's later answer, and the report to the capital.
import type { Change } from "#core/log/change.ts";
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import type { Directive } from "#core/model/directive.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { Stance } from "#core/model/enums.ts";
import type { Response } from "#core/model/response.ts";
import { changeTasks } from "./demarche-tasks.ts";
import type { WriteRequest } from "./write.ts";

export interface LaterAnswer extends Pick<
  Response,
  "category" | "authority" | "counterpartId" | "text" | "quote" | "verbatim" | "comment" | "confidence"
> {
  /** The instant it was received, and its day at the post. */
  readonly receivedAt: string;
  readonly receivedOn: string;
  /** Where they stand by it; null where it does not show. */
  readonly stance: Stance | null;
  /** Whether it is the answer the capital waits for. */
  readonly isAnswer: boolean;
}

export interface AnsweredCase {
  readonly engagement: Engagement;
  readonly directive: Directive | undefined;
  readonly task: DemarcheTask | undefined;
  /** Country of the post. */
  readonly country: string;
}

/** A response of its own with its own date, the stand it shows, and the date the task was answered where none is noted yet. */
export function recordAnswer(
  ids: { readonly response: string; readonly position: string },
  answer: LaterAnswer,
  { engagement, directive, task, country }: AnsweredCase,
): WriteRequest {
  const { receivedAt, receivedOn, stance, isAnswer, ...said } = answer;
  const { scope, postId, directiveId, taskId } = engagement;
  const changes: Change[] = [
    {
      table: "responses",
      id: ids.response,
      scope,
      values: { ...said, postId, directiveId, taskId, engagementId: engagement.id, receivedAt },
    },
  ];
  const issueId = directive?.issueId ?? null;
  if (stance !== null && issueId !== null) {
    const { counterpartId, quote, verbatim, confidence } = said;
    const values = {
      issueId,
      postId,
      country,
      counterpartId,
      on: receivedOn,
      stance,
      basis: "stated",
      confidence,
      quote,
      verbatim,
      engagementId: engagement.id,
      responseId: ids.response,
    };
    changes.push({ table: "positions", id: ids.position, scope, values });
  }
  if (isAnswer && task !== undefined && task.answeredAt === null) {
    changes.push({
      table: "demarcheTasks",
      id: task.id,
      scope: task.scope,
      values: { answeredAt: receivedAt },
    });
  }
  return { changes };
}

/** The reply cable went out: when, and by what number. */
export function markReported(
  task: Pick<DemarcheTask, "id" | "postId">,
  report: { readonly reportedAt: string; readonly replyMrn: string },
): WriteRequest {
  return changeTasks([{ id: task.id, postId: task.postId ?? "", values: report }]);
}
