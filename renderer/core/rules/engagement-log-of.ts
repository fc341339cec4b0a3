// A filed engagement as the form's values again, for editing.
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { Engagement } from "../model/engagement.ts";
import type { Position } from "../model/position.ts";
import type { Response } from "../model/response.ts";
import { wallClock } from "./calendar.ts";
import { blankLog, type EngagementLog } from "./engagement-log.ts";

export interface Filed {
  readonly engagement: Engagement;
  readonly task: DemarcheTask | undefined;
  /** What the host said at the table, and the stand it showed. */
  readonly response: Response | null;
  readonly position: Position | null;
  /** The post's zone, for engagements that do not name their own. */
  readonly timeZone: string;
}

/** The response given in an engagement itself; answers that came later have their own date. */
export function responseAtTable(engagement: Engagement, responses: readonly Response[]): Response | null {
  const own = responses.filter((row) => row.engagementId === engagement.id && !row.deleted);
  return own.find((row) => row.receivedAt === engagement.at) ?? null;
}

/** Follow-ups and attachments are left out: those filed live on their own, and the form only adds new ones. */
export function logOf({ engagement, task, response, position, timeZone }: Filed): EngagementLog {
  const clock = engagement.at === null ? null : wallClock(engagement.at, engagement.timeZone || timeZone);
  return blankLog({
    postId: engagement.postId,
    directiveId: engagement.directiveId,
    type: engagement.type,
    state: engagement.state,
    on: clock?.on ?? "",
    time: clock?.time ?? "",
    place: engagement.place,
    language: engagement.language,
    initiatedBy: engagement.initiatedBy,
    subject: engagement.subject,
    instrument: engagement.instrument,
    paper: engagement.paper,
    jointWith: [...engagement.jointWith],
    notHeldReason: engagement.notHeldReason,
    marking: engagement.marking,
    ours: Object.entries(engagement.ours).map(([id, row]) => ({ id, ...row })),
    theirs: Object.entries(engagement.theirs).map(([id, row]) => ({ id, ...row })),
    levelReached: engagement.levelReached,
    points: { ...engagement.points },
    reaction: engagement.reaction,
    category: response?.category ?? null,
    isAnswer: response === null ? null : task?.answeredAt === engagement.at,
    answer: response?.text ?? "",
    quote: response?.quote ?? "",
    verbatim: response?.verbatim ?? false,
    askOutcome: engagement.askOutcome,
    stance: position?.stance ?? null,
    confidence: position?.confidence ?? null,
    commitments: Object.entries(engagement.commitments).map(([id, row]) => ({
      id,
      ...row,
      dueOn: row.dueOn ?? "",
    })),
    counterArguments: [...engagement.counterArguments],
    report: engagement.report,
    comment: engagement.comment,
  });
}
