// What is open at one post, by when it is due: tasks, meetings, follow-ups and promises on one list.
import { groupBy } from "../lib/group-by.ts";
import type { Commitment, Engagement } from "../model/engagement.ts";
import type { FollowUp } from "../model/follow-up.ts";
import { dayIn, zoneFrom } from "./calendar.ts";
import { answerDueOn, type DeskClock, type Due, type Host } from "./deadlines.ts";
import { compareFollowUps, dueBucket, type Here } from "./follow-up.ts";
import { isDeliveryOpen, isReportOpen } from "./open-task.ts";
import type { TaskLine } from "./task-line.ts";

/** In the order a post's page shows them. What has no day is `later`. */
const agendaGroups = ["overdue", "today", "thisWeek", "later", "waitingOnHost"] as const;
export type AgendaGroup = (typeof agendaGroups)[number];

export type AgendaMatter =
  | { readonly kind: "deliver" | "report"; readonly line: TaskLine; readonly due: Due | null }
  | { readonly kind: "answer"; readonly line: TaskLine }
  | { readonly kind: "meeting"; readonly engagement: Engagement }
  | { readonly kind: "followUp"; readonly followUp: FollowUp }
  | {
      readonly kind: "commitment";
      readonly engagement: Engagement;
      readonly commitmentId: string;
      readonly commitment: Commitment;
    };

export interface AgendaEntry {
  /** The same for the same matter from one reckoning to the next. */
  readonly key: string;
  readonly group: AgendaGroup;
  /** The day at the post; null where none is set. */
  readonly on: string | null;
  readonly matter: AgendaMatter;
}

/** What there is at one post; each list holds that post's rows only. */
export interface PostRows {
  readonly lines: readonly TaskLine[];
  readonly engagements: readonly Engagement[];
  readonly followUps: readonly FollowUp[];
}

/** The group of a day owed by us or by the host. */
function groupOf(on: string | null, waitingOn: "us" | "host", here: Here): AgendaGroup {
  const bucket = dueBucket(
    { status: "open", waitingOn, dueOn: on, priority: "normal", createdAt: "", id: "" },
    here,
  );
  return bucket === "undated" || bucket === "closed" ? "later" : bucket;
}

/** A deadline ends in its own zone, so lateness is judged there; until then it is for today at the earliest. */
function oursBy(
  key: string,
  matter: Extract<AgendaMatter, { readonly due: Due | null }>,
  isLate: boolean,
  here: Here,
): AgendaEntry {
  const on = matter.due?.kind === "dated" ? matter.due.on : null;
  const group = groupOf(on, "us", here);
  return { key, group: isLate ? "overdue" : group === "overdue" ? "today" : group, on, matter };
}

function taskEntries(line: TaskLine, host: Host, here: Here, clock: DeskClock): AgendaEntry[] {
  const { task, timing } = line;
  const entries: AgendaEntry[] = [];
  if (isDeliveryOpen(line)) {
    const matter = { kind: "deliver", line, due: timing.deliver } as const;
    entries.push(oursBy(`deliver/${task.id}`, matter, timing.overdueToDeliver, here));
  } else if (isReportOpen(line)) {
    const matter = { kind: "report", line, due: timing.report } as const;
    entries.push(oursBy(`report/${task.id}`, matter, timing.overdueToReport, here));
  }
  if (timing.answerOwed) {
    entries.push({
      key: `answer/${task.id}`,
      group: timing.answerOverdue ? "overdue" : "waitingOnHost",
      on: answerDueOn(task, host, clock.silenceDays),
      matter: { kind: "answer", line },
    });
  }
  return entries;
}

function meetingEntries(engagement: Engagement, host: Host, here: Here): AgendaEntry[] {
  if (engagement.deleted) return [];
  const entries: AgendaEntry[] = [];
  if (engagement.state === "planned") {
    const on =
      engagement.at === null ? null : dayIn(engagement.at, zoneFrom(engagement.timeZone, host.timeZone));
    entries.push({
      key: `meeting/${engagement.id}`,
      group: groupOf(on, "us", here),
      on,
      matter: { kind: "meeting", engagement },
    });
  }
  for (const [commitmentId, commitment] of Object.entries(engagement.commitments)) {
    if (commitment.verified.trim() !== "") continue;
    entries.push({
      key: `commitment/${engagement.id}/${commitmentId}`,
      group: groupOf(commitment.dueOn, commitment.by, here),
      on: commitment.dueOn,
      matter: { kind: "commitment", engagement, commitmentId, commitment },
    });
  }
  return entries;
}

function followUpEntries(followUps: readonly FollowUp[], here: Here): AgendaEntry[] {
  return followUps
    .filter((followUp) => !followUp.deleted)
    .toSorted(compareFollowUps)
    .flatMap((followUp): AgendaEntry[] => {
      const bucket = dueBucket(followUp, here);
      if (bucket === "closed") return [];
      return [
        {
          key: `followUp/${followUp.id}`,
          group: bucket === "undated" ? "later" : bucket,
          on: followUp.dueOn,
          matter: { kind: "followUp", followUp },
        },
      ];
    });
}

function compareDays(a: AgendaEntry, b: AgendaEntry): number {
  if (a.on === b.on) return 0;
  if (a.on === null) return 1;
  if (b.on === null) return -1;
  return a.on < b.on ? -1 : 1;
}

/** Everything open at a post, the soonest first; what has no day comes last. */
export function agendaOf(rows: PostRows, host: Host, clock: DeskClock): AgendaEntry[] {
  const here: Here = { today: dayIn(clock.now, host.timeZone), weekend: host.weekend };
  return [
    ...rows.lines.flatMap((line) => taskEntries(line, host, here, clock)),
    ...rows.engagements.flatMap((engagement) => meetingEntries(engagement, host, here)),
    ...followUpEntries(rows.followUps, here),
  ].toSorted(compareDays);
}

/** The groups that hold something, in order. */
export function agendaByGroup(
  entries: readonly AgendaEntry[],
): { readonly group: AgendaGroup; readonly entries: readonly AgendaEntry[] }[] {
  const groups = groupBy(entries, ({ group }) => group);
  return agendaGroups.flatMap((group) => {
    const found = groups.get(group);
    return found ? [{ group, entries: found }] : [];
  });
}
