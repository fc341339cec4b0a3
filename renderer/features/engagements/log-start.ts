// What the log form begins with: a draft kept before, a filed engagement, or what is known of the task, post and day.
import { initialValues } from "#core/model/entity.ts";
import type { Engagement } from "#core/model/engagement.ts";
import { settings, workspaceSettingsId } from "#core/model/settings.ts";
import { dayIn, zoneFrom } from "#core/rules/calendar.ts";
import { isLive } from "#core/rules/deadlines.ts";
import { blankLog, engagementLog, type EngagementLog } from "#core/rules/engagement-log.ts";
import { logOf, responseAtTable } from "#core/rules/engagement-log-of.ts";
import { isCounted } from "#core/rules/task-scope.ts";
import { draftById, draftOfSubject } from "#data/drafts.ts";
import { engagementById, responsesWhere } from "#data/engagements.ts";
import { newId } from "#data/ids.ts";
import { positionsWhere } from "#data/positions.ts";
import { postById } from "#data/posts.ts";
import { taskById, tasksAt } from "#data/demarche-tasks.ts";
import type { Ask, View } from "#data/view/view.ts";
import type { LogSearch } from "./log-search.ts";

export type LogStart =
  | {
      readonly kind: "form";
      /** Draft the form is kept under; new where `keptAt` is null. */
      readonly draftId: string;
      readonly keptAt: string | null;
      readonly log: EngagementLog;
      /** Id of the engagement being edited, or null for a new one. */
      readonly editId: string | null;
    }
  /** The draft or engagement is not there any more. */
  | { readonly kind: "gone"; readonly draftId: string }
  /** The draft was kept by a version with another form. */
  | { readonly kind: "unreadable"; readonly draftId: string };

/** `newDraftId` is used where no draft is there yet; `now` is an instant. */
export const logStart =
  (search: LogSearch, newDraftId: string, now: string): Ask<LogStart> =>
  async (view) => {
    if (search.draft !== "") return draftStart(view, search.draft);
    if (search.edit !== "") return editStart(view, search, newDraftId, now);
    return {
      kind: "form",
      draftId: newDraftId,
      keptAt: null,
      editId: null,
      log: await freshLog(view, search, now),
    };
  };

async function draftStart(view: View, draftId: string): Promise<LogStart> {
  const draft = await draftById(draftId)(view);
  if (!draft) return { kind: "gone", draftId };
  const read = engagementLog.safeParse({ ...blankLog(), ...draft.values });
  if (!read.success) return { kind: "unreadable", draftId };
  return { kind: "form", draftId, keptAt: draft.changedAt, log: read.data, editId: draft.subjectId || null };
}

async function editStart(view: View, search: LogSearch, newDraftId: string, now: string): Promise<LogStart> {
  const kept = await draftOfSubject("engagement", search.edit)(view);
  if (kept) return draftStart(view, kept.id);
  const engagement = await engagementById(search.edit)(view);
  if (!engagement || engagement.deleted) return { kind: "gone", draftId: newDraftId };
  const log = await filedLog(view, engagement);
  const asHeld = search.state === "held" && log.state === "planned";
  return {
    kind: "form",
    draftId: newDraftId,
    keptAt: null,
    editId: engagement.id,
    log: asHeld
      ? { ...log, state: "held", ...(await oursWhere(view, log)), ...notAhead(log, engagement, now) }
      : log,
  };
}

async function filedLog(view: View, engagement: Engagement): Promise<EngagementLog> {
  const [task, responses, positions, post, office] = await Promise.all([
    engagement.taskId === null ? undefined : taskById(engagement.taskId)(view),
    responsesWhere({ engagementId: engagement.id })(view),
    positionsWhere({ engagementId: engagement.id })(view),
    engagement.postId === null ? undefined : postById(engagement.postId)(view),
    officeSettings(view),
  ]);
  return logOf({
    engagement,
    task,
    response: responseAtTable(engagement, responses),
    position: positions[0] ?? null,
    timeZone: zoneFrom(post?.timeZone ?? "", office.capitalTimeZone),
  });
}

/** A meeting planned for later cannot have been held then: day and time are to be given anew. */
function notAhead(log: EngagementLog, engagement: Engagement, now: string): Partial<EngagementLog> {
  const isAhead = engagement.at !== null && Temporal.Instant.compare(engagement.at, now) > 0;
  return isAhead ? { on: "", time: "" } : { on: log.on, time: log.time };
}

async function oursWhere(view: View, log: EngagementLog): Promise<Partial<EngagementLog>> {
  return log.ours.length > 0 ? {} : { ours: await oneself(view) };
}

async function officeSettings(view: View) {
  const [row] = await view.get("settings", [workspaceSettingsId]);
  return row ?? { ...initialValues(settings) };
}

async function oneself(view: View): Promise<EngagementLog["ours"]> {
  const { userName, userRank } = await officeSettings(view);
  return userName === "" ? [] : [{ id: newId(), name: userName, rank: userRank }];
}

async function freshLog(view: View, search: LogSearch, now: string): Promise<EngagementLog> {
  const office = await officeSettings(view);
  const task = search.task === "" ? undefined : await taskById(search.task)(view);
  const homePostId = office.role === "post" ? office.postId : null;
  const postId = task?.postId ?? (search.post || homePostId);
  const post = postId === null ? undefined : await postById(postId)(view);
  const directiveId =
    task?.directiveId ??
    (search.directive || (post === undefined ? null : await onlyDirective(view, post.id)));
  const timeZone = zoneFrom(post?.timeZone ?? "", office.capitalTimeZone);
  return blankLog({
    postId,
    directiveId,
    on: dayIn(now, timeZone),
    language: task?.language ?? "",
    ours: await oneself(view),
  });
}

/** The directive a post is busy with, where there is only one; else the person chooses. */
async function onlyDirective(view: View, postId: string): Promise<string | null> {
  const tasks = (await tasksAt(postId)(view)).filter((task) => isCounted(task) && task.closedAt === null);
  const ids = [...new Set(tasks.flatMap(({ directiveId }) => directiveId ?? []))];
  const directives = (await view.get("directives", ids)).filter((row) => row && !row.deleted && isLive(row));
  return directives.length === 1 ? (directives[0]?.id ?? null) : null;
}
