import { describe, expect, test } from "vitest";
import { demarcheTasks } from "../model/demarche-task.ts";
import { directives } from "../model/directive.ts";
import { engagements } from "../model/engagement.ts";
import type { PatchOf } from "../model/entity.ts";
import { followUps } from "../model/follow-up.ts";
import { posts } from "../model/post.ts";
import { responses } from "../model/response.ts";
import { agendaByGroup, agendaOf } from "./agenda.ts";
import { type DeskClock, hostOf } from "./deadlines.ts";
import { madeRow } from "./made-row.ts";
import { postSummaries } from "./post-summary.ts";
import { taskLines } from "./task-line.ts";

// Tuesday in Nairobi; the week ends on Sunday 29.
const clock: DeskClock = {
  now: "2026-11-24T09:00:00Z",
  capitalTimeZone: "America/New_York",
  silenceDays: 10,
};
const post = madeRow(posts, "post1", { name: "Nairobi", timeZone: "Africa/Nairobi", weekend: ["6", "7"] });
const base = { directiveId: "d1", postId: "post1", taskedAt: "2026-11-10T09:00:00Z" };

interface There {
  readonly task?: PatchOf<typeof demarcheTasks>;
  readonly directive?: PatchOf<typeof directives>;
  readonly meeting?: PatchOf<typeof engagements>;
  readonly followUp?: PatchOf<typeof followUps>;
  readonly response?: PatchOf<typeof responses>;
}

function rowsOf(there: There) {
  const met = there.meeting ? [madeRow(engagements, "e1", { postId: "post1", ...there.meeting })] : [];
  const lines = taskLines(
    {
      directives: [madeRow(directives, "d1", { status: "transmitted", ...there.directive })],
      points: [],
      tasks: there.task ? [madeRow(demarcheTasks, "t1", { ...base, ...there.task })] : [],
      posts: [post],
      engagements: met,
      responses: there.response ? [madeRow(responses, "r1", { taskId: "t1", ...there.response })] : [],
    },
    clock,
  );
  const owed = there.followUp
    ? [madeRow(followUps, "f1", { postId: "post1", what: "Call", ...there.followUp })]
    : [];
  return { lines, engagements: met, followUps: owed };
}

const sent = "2026-11-20T09:00:00Z";
const promise = { text: "A written answer", verified: "" } as const;

describe("agendaOf", () => {
  test.each<[string, There, string]>([
    ["delivery late", { task: { deliverBy: "2026-11-23" } }, "overdue deliver 2026-11-23"],
    ["delivery due on the day", { task: { deliverBy: "2026-11-24" } }, "today deliver 2026-11-24"],
    ["delivery due on Sunday", { task: { deliverBy: "2026-11-29" } }, "thisWeek deliver 2026-11-29"],
    ["delivery due on Monday", { task: { deliverBy: "2026-11-30" } }, "later deliver 2026-11-30"],
    ["delivery without a day", { task: {} }, "later deliver -"],
    [
      "the rest of a delivery",
      { task: { partlyDelivered: true, deliverBy: "2026-11-25" } },
      "thisWeek deliver 2026-11-25",
    ],
    [
      "report after delivery",
      { task: { deliveredAt: sent, reportBy: "2026-11-25" } },
      "thisWeek report 2026-11-25",
    ],
    [
      "report on why nothing was delivered",
      { task: { notDeliveredReason: "noAccess", reportBy: "2026-11-25" } },
      "thisWeek report 2026-11-25",
    ],
    [
      "answer owed",
      { task: { deliveredAt: sent, reportedAt: sent }, directive: { ask: "Say so." } },
      "waitingOnHost answer 2026-11-30",
    ],
    [
      "answer overdue",
      { task: { deliveredAt: "2026-11-02T09:00:00Z", reportedAt: sent }, directive: { ask: "Say so." } },
      "overdue answer 2026-11-12",
    ],
    ["exempt", { task: { addressed: "info", mode: "info", deliverBy: "2026-11-23" } }, ""],
    ["directive closed", { task: { deliverBy: "2026-11-23" }, directive: { status: "closed" } }, ""],
    [
      "meeting planned",
      { meeting: { state: "planned", at: "2026-11-24T13:00:00Z" } },
      "today meeting 2026-11-24",
    ],
    // 22:00 UTC on Tuesday is Wednesday in Nairobi.
    [
      "meeting planned late",
      { meeting: { state: "planned", at: "2026-11-24T22:00:00Z" } },
      "thisWeek meeting 2026-11-25",
    ],
    [
      "meeting past and not logged",
      { meeting: { state: "planned", at: sent } },
      "overdue meeting 2026-11-20",
    ],
    [
      "host's promise",
      {
        meeting: {
          state: "held",
          at: sent,
          commitments: { c: { by: "host", dueOn: "2026-11-26", ...promise } },
        },
      },
      "waitingOnHost commitment 2026-11-26",
    ],
    [
      "our promise",
      {
        meeting: {
          state: "held",
          at: sent,
          commitments: { c: { by: "us", dueOn: "2026-11-26", ...promise } },
        },
      },
      "thisWeek commitment 2026-11-26",
    ],
    [
      "promise kept",
      {
        meeting: {
          state: "held",
          at: sent,
          commitments: { c: { by: "host", text: "", dueOn: null, verified: "Seen" } },
        },
      },
      "",
    ],
    ["follow-up without a day", { followUp: {} }, "later followUp -"],
    ["follow-up on the host", { followUp: { waitingOn: "host" } }, "waitingOnHost followUp -"],
    ["follow-up done", { followUp: { status: "done", dueOn: "2026-11-20" } }, ""],
  ])("%s", (_, there, expected) => {
    const entries = agendaOf(rowsOf(there), hostOf(post, clock.capitalTimeZone), clock);
    expect(entries.map(({ group, matter, on }) => `${group} ${matter.kind} ${on ?? "-"}`).join("; ")).toBe(
      expected,
    );
  });

  test("groups stand in their order, days in theirs, and what has no day comes last", () => {
    const rows = rowsOf({ task: { deliverBy: "2026-11-30" }, followUp: { dueOn: null } });
    const late = madeRow(followUps, "f2", { postId: "post1", dueOn: "2026-11-20" });
    const groups = agendaByGroup(
      agendaOf({ ...rows, followUps: [...rows.followUps, late] }, hostOf(post, clock.capitalTimeZone), clock),
    );
    expect(groups.map(({ group, entries }) => [group, ...entries.map(({ key }) => key)])).toEqual([
      ["overdue", "followUp/f2"],
      ["later", "deliver/t1", "followUp/f1"],
    ]);
  });
});

describe("postSummaries", () => {
  test.each<[string, There, [number, number, string | null]]>([
    ["nothing", {}, [0, 0, null]],
    ["late task", { task: { deliverBy: "2026-11-23" } }, [1, 1, null]],
    ["reported, nothing asked", { task: { deliveredAt: sent, reportedAt: sent } }, [0, 0, null]],
    ["late follow-up", { followUp: { dueOn: "2026-11-23" } }, [0, 1, null]],
    ["planned meeting only", { meeting: { state: "planned", at: sent } }, [0, 0, null]],
    ["held meeting", { meeting: { state: "held", at: sent } }, [0, 0, "e1"]],
    ["held, dated after now", { meeting: { state: "held", at: "2026-12-20T09:00:00Z" } }, [0, 0, null]],
  ])("%s", (_, there, expected) => {
    const [summary] = postSummaries({ posts: [post], ...rowsOf(there) }, clock);
    expect([summary?.openTasks, summary?.overdue, summary?.lastHeld?.id ?? null]).toEqual(expected);
  });
});
