// The next seven days of a desk or of one post: what falls on each, the same deadline of many posts as one entry.
import { groupBy } from "../lib/group-by.ts";
import type { Post } from "../model/post.ts";
import type { Reference } from "../model/reference.ts";
import { addDays } from "./calendar.ts";
import { type AgendaEntry, type AgendaMatter, agendaOf, type PostRows } from "./agenda.ts";
import { type DeskClock, hostOf } from "./deadlines.ts";
import type { TaskLine } from "./task-line.ts";

export interface WeekRows extends PostRows {
  readonly posts: readonly Post[];
  /** Dated things a directive cites, such as a meeting of leaders. */
  readonly references: readonly Reference[];
}

export type DayEntry =
  | {
      readonly kind: "tasks";
      readonly key: string;
      readonly what: "deliver" | "report" | "answer";
      readonly directiveId: string;
      readonly subject: string;
      readonly postIds: readonly string[];
    }
  | { readonly kind: "event"; readonly key: string; readonly reference: Reference }
  | {
      readonly kind: "single";
      readonly key: string;
      readonly matter: Exclude<AgendaMatter, TaskMatter>;
      readonly postId: string | null;
    };

export interface DayAhead {
  readonly on: string;
  readonly entries: readonly DayEntry[];
}

type TaskMatter = Extract<AgendaMatter, { readonly line: TaskLine }>;

interface Placed {
  readonly entry: AgendaEntry;
  readonly postId: string | null;
}

function placed(rows: WeekRows, clock: DeskClock): Placed[] {
  const posts = new Map(rows.posts.map((post) => [post.id, post]));
  const lines = groupBy(rows.lines, ({ task }) => task.postId);
  const engagements = groupBy(rows.engagements, ({ postId }) => postId);
  const followUps = groupBy(rows.followUps, ({ postId }): string | null => postId);
  const postIds = new Set([...lines.keys(), ...engagements.keys(), ...followUps.keys()]);
  return [...postIds].flatMap((postId) => {
    const own = {
      lines: lines.get(postId) ?? [],
      engagements: engagements.get(postId) ?? [],
      followUps: followUps.get(postId) ?? [],
    };
    const host = hostOf(posts.get(postId ?? ""), clock.capitalTimeZone);
    return agendaOf(own, host, clock).map((entry) => ({ entry, postId }));
  });
}

function entriesOf(there: readonly Placed[]): DayEntry[] {
  const shared = new Map<string, { readonly matter: TaskMatter; readonly postIds: string[] }>();
  const single: DayEntry[] = [];
  for (const { entry, postId } of there) {
    const { matter } = entry;
    if (!("line" in matter)) {
      single.push({ kind: "single", key: entry.key, matter, postId });
      continue;
    }
    const key = `${matter.kind}/${matter.line.task.directiveId}`;
    const known = shared.get(key);
    if (known) known.postIds.push(postId ?? "");
    else shared.set(key, { matter, postIds: [postId ?? ""] });
  }
  const tasks = [...shared].map(([key, { matter, postIds }]): DayEntry => {
    const { directive, task } = matter.line;
    const directiveId = task.directiveId ?? "";
    return { kind: "tasks", key, what: matter.kind, directiveId, subject: directive?.subject ?? "", postIds };
  });
  return [...tasks, ...single];
}

/** The seven days from `today` (ISO, in the capital), each with what falls on it; late matters are not repeated here. */
export function weekAhead(rows: WeekRows, today: string, clock: DeskClock): DayAhead[] {
  const byDay = groupBy(
    placed(rows, clock).filter(({ entry }) => entry.group !== "overdue"),
    ({ entry }) => entry.on,
  );
  const events = groupBy(
    rows.references.filter((reference) => reference.kind === "meeting" && !reference.deleted),
    ({ on }) => on,
  );
  return Array.from({ length: 7 }, (_, ahead) => {
    const on = addDays(today, ahead);
    return {
      on,
      entries: [
        ...(events.get(on) ?? []).map((reference): DayEntry => ({
          kind: "event",
          key: `event/${reference.id}`,
          reference,
        })),
        ...entriesOf(byDay.get(on) ?? []),
      ],
    };
  });
}
