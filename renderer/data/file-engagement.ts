// Files an engagement: everything that one meeting changes, as one write.
import type { Change } from "#core/log/change.ts";
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import type { Directive } from "#core/model/directive.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { ValuesOf } from "#core/model/entity.ts";
import type { engagements } from "#core/model/engagement.ts";
import type { Position } from "#core/model/position.ts";
import type { Post } from "#core/model/post.ts";
import type { Response } from "#core/model/response.ts";
import { postScope, type Scope } from "#core/model/scope.ts";
import { instantAt } from "#core/rules/calendar.ts";
import { isAnswering, taskDatesAfter } from "#core/rules/delivery.ts";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import type { PostPoint } from "#core/rules/point-scope.ts";
import { attachmentChanges } from "./attachments.ts";
import { endDraft } from "./drafts.ts";
import { followUpScope } from "./follow-ups.ts";
import { mapChanges } from "./map-changes.ts";
import type { WriteRequest } from "./write.ts";

/** What is known where the log is filed. Ids are those of the rows to be written: new ones, or those being edited. */
export interface FilingCase {
  readonly engagementId: string;
  readonly responseId: string;
  readonly positionId: string;
  /** Draft that ends with the filing; null where there is none. */
  readonly draftId: string | null;
  readonly now: string;
  readonly user: string;
  readonly timeZone: string;
  readonly post: Pick<Post, "id" | "country">;
  readonly directive: Directive | undefined;
  readonly task: DemarcheTask | undefined;
  readonly postPoints: readonly PostPoint[];
  /** The task's other engagements. */
  readonly others: readonly Engagement[];
  /** As they stand where an engagement is edited; null for a new one. */
  readonly before: Engagement | null;
  readonly response: Response | null;
  readonly position: Position | null;
}

/** The write of a log that has no problems left (core/rules/engagement-log). */
export function fileEngagement(log: EngagementLog, known: FilingCase): WriteRequest {
  const values = engagementValues(log, known);
  return {
    changes: [
      engagementChange(values, known),
      ...responseChange(log, values, known),
      ...positionChange(log, values, known),
      ...followUpChanges(log, known),
      ...attachmentChanges({ table: "engagements", id: known.engagementId }, scopeOf(known), log.attachments),
      ...taskChange(log, values, known),
      ...(known.draftId === null ? [] : [endDraft(known.draftId)]),
    ],
  };
}

type Values = ValuesOf<typeof engagements>;
const isHeld = (log: EngagementLog): boolean => log.state === "held";

function engagementValues(log: EngagementLog, known: FilingCase): Values {
  const { before, directive, timeZone } = known;
  const isNewlyLogged = before === null || (before.state === "planned" && log.state !== "planned");
  return {
    postId: known.post.id,
    directiveId: log.directiveId,
    taskId: known.task?.id ?? null,
    type: log.type,
    state: log.state,
    at: instantAt(log.on, log.time, timeZone),
    timeZone,
    place: log.place.trim(),
    initiatedBy: log.initiatedBy,
    subject: log.subject.trim() || (directive?.subject ?? ""),
    ours: rowsById(log.ours.filter(({ name }) => name.trim() !== "")),
    theirs: rowsById(log.theirs),
    levelReached: isHeld(log) ? log.levelReached : null,
    language: log.language.trim(),
    jointWith: log.jointWith,
    points: isHeld(log) ? recordedPoints(log) : {},
    instrument: isHeld(log) ? log.instrument : null,
    paper: isHeld(log) ? log.paper : null,
    reaction: isHeld(log) ? log.reaction : null,
    askOutcome: isHeld(log) ? log.askOutcome : null,
    commitments: isHeld(log) ? commitments(log) : {},
    counterArguments: isHeld(log)
      ? [...new Set(log.counterArguments.map((text) => text.trim()).filter(Boolean))]
      : [],
    report: log.report.trim(),
    comment: log.comment.trim(),
    marking: log.marking,
    notHeldReason: log.state === "notHeld" ? log.notHeldReason.trim() : "",
    loggedBy: isNewlyLogged ? known.user : before.loggedBy,
    loggedAt: isNewlyLogged ? known.now : before.loggedAt,
    externalId: before?.externalId ?? "",
  };
}

function rowsById<R extends { readonly id: string }>(rows: readonly R[]): Record<string, Omit<R, "id">> {
  return Object.fromEntries(rows.map(({ id, ...row }) => [id, row]));
}

/** Points nobody marked are left out: silence is not "not delivered". */
function recordedPoints(log: EngagementLog): Values["points"] {
  return Object.fromEntries(
    Object.entries(log.points).flatMap(([id, { outcome, note, leftInWriting }]) =>
      outcome === null ? [] : [[id, { outcome, note: note.trim(), leftInWriting }]],
    ),
  );
}

function commitments(log: EngagementLog): Values["commitments"] {
  const rows = log.commitments.filter(({ text }) => text.trim() !== "");
  return rowsById(rows.map((row) => ({ ...row, text: row.text.trim(), dueOn: row.dueOn || null })));
}

const mapFields = ["ours", "theirs", "points", "commitments"] as const;

function scopeOf(known: FilingCase): Scope {
  return known.before?.scope ?? postScope(known.post.id);
}

function engagementChange(values: Values, known: FilingCase): Change {
  const { before } = known;
  const flat: Record<string, unknown> = { ...values };
  for (const field of mapFields) {
    delete flat[field];
    Object.assign(flat, mapChanges(field, before?.[field] ?? {}, values[field]));
  }
  return { table: "engagements", id: known.engagementId, scope: scopeOf(known), values: flat };
}

function responseChange(log: EngagementLog, values: Values, known: FilingCase): readonly Change[] {
  const row = {
    table: "responses",
    id: known.responseId,
    scope: known.response?.scope ?? scopeOf(known),
  } as const;
  if (!isHeld(log) || log.category === null) {
    return known.response === null ? [] : [{ ...row, values: { deleted: true } }];
  }
  const answer = {
    postId: values.postId,
    directiveId: values.directiveId,
    taskId: values.taskId,
    engagementId: known.engagementId,
    counterpartId: log.theirs[0]?.id ?? null,
    receivedAt: values.at,
    category: log.category,
    text: log.answer.trim(),
    quote: log.quote.trim(),
    verbatim: log.verbatim && log.quote.trim() !== "",
  };
  return [{ ...row, values: answer }];
}

/** A stand on the directive's issue; a directive without an issue has none to take. */
function positionChange(log: EngagementLog, values: Values, known: FilingCase): readonly Change[] {
  const row = {
    table: "positions",
    id: known.positionId,
    scope: known.position?.scope ?? scopeOf(known),
  } as const;
  const issueId = known.directive?.issueId ?? known.position?.issueId ?? null;
  if (!isHeld(log) || log.stance === null || issueId === null) {
    return known.position === null ? [] : [{ ...row, values: { deleted: true } }];
  }
  const stand = {
    issueId,
    postId: values.postId,
    country: known.post.country,
    counterpartId: log.theirs[0]?.id ?? null,
    on: log.on,
    stance: log.stance,
    basis: "stated",
    confidence: log.confidence,
    quote: log.quote.trim(),
    verbatim: log.verbatim && log.quote.trim() !== "",
    engagementId: known.engagementId,
    responseId: log.category === null ? null : known.responseId,
  };
  return [{ ...row, values: stand }];
}

function followUpChanges(log: EngagementLog, known: FilingCase): Change[] {
  return log.followUps
    .filter(({ what }) => what.trim() !== "")
    .map(({ id, what, owner, waitingOn, dueOn, pointId }) => ({
      table: "followUps",
      id,
      scope: followUpScope(known.post.id),
      values: {
        what: what.trim(),
        owner: owner.trim(),
        waitingOn,
        status: waitingOn === "host" ? "waitingOnHost" : "open",
        dueOn: dueOn || null,
        postId: known.post.id,
        directiveId: log.directiveId,
        taskId: known.task?.id ?? null,
        engagementId: known.engagementId,
        pointId,
        counterpartId: waitingOn === "host" ? (log.theirs[0]?.id ?? null) : null,
      },
    }));
}

function taskChange(log: EngagementLog, values: Values, known: FilingCase): readonly Change[] {
  const { task, before, others, postPoints, now } = known;
  if (task === undefined) return [];
  const dates = taskDatesAfter({
    task,
    after: values,
    before: before?.taskId === task.id ? before : null,
    others,
    postPoints,
    isAnswer: isHeld(log) && log.category !== null && (log.isAnswer ?? isAnswering(log.category)),
    now,
  });
  if (Object.keys(dates).length === 0) return [];
  return [{ table: "demarcheTasks", id: task.id, scope: task.scope, values: dates }];
}
