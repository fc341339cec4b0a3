// What the instruction asks of each of the 25 posts, with the variants the desk gave some of them.
import { postScope } from "../model/scope.ts";
import type { PatchOf } from "../model/entity.ts";
import type { demarcheTasks } from "../model/demarche-task.ts";
import type { Calendar } from "./calendar.ts";
import { cableFacts } from "./cable-for.ts";
import { samplePosts } from "./posts.ts";
import type { SampleWrite } from "./shape.ts";
import { capitalWrites, change, deskDeputy, directiveId } from "./teller.ts";

type TaskValues = PatchOf<typeof demarcheTasks>;

const information: TaskValues = { addressed: "info", mode: "info" };

/** What differs from "deliver", by post. */
const variants: Readonly<Record<string, TaskValues>> = {
  wellington: information,
  "buenos-aires": information,
  abuja: information,
  beijing: {
    addressed: "exempt",
    mode: "separateInstruction",
    exemptReason: "separateChannel",
    separateDirectiveId: "dir-beijing",
    exemptNote: "Delivers under its own instruction.",
  },
  london: { level: "director" },
  paris: { level: "director", language: "French" },
  berlin: { level: "director" },
  rome: { level: "director" },
  ottawa: { level: "director" },
  tokyo: { level: "director", language: "Japanese" },
  hague: { level: "director", note: "Brief the secretariat and the presidency as well (paragraph 9)." },
  brussels: { level: "director", note: "Brief the secretariat and the presidency as well (paragraph 9)." },
  pretoria: { mode: "deliverUnlessObjection" },
  delhi: {
    adaptations: {
      "pt-a": {
        change: "reword",
        text: "We are concerned by the extraction of American AI models against their owners' terms, and by distillation used to that end. The technique as such is common and not in question.",
        reason: "Indian developers use distillation lawfully.",
      },
    },
  },
  jakarta: {
    adaptations: {
      "pt-e": {
        change: "reword",
        text: "Models made this way may give answers that differ from the original on public questions. Users may wish to test them before use in public services.",
        reason: "One of the models is in a trial at a ministry.",
      },
    },
  },
  nairobi: { mode: "coordinate", level: "deputyMinister", levelFallback: "director" },
  cairo: {
    adaptations: {
      "pt-b": {
        change: "hold",
        text: null,
        reason: "Names of companies to be cleared with the regional bureau first.",
      },
    },
  },
  mexico: {
    adaptations: {
      "pt-h": {
        change: "drop",
        text: null,
        reason: "Trade talks are under way; the answer is given in their frame.",
      },
    },
  },
};

export function assignTasks(calendar: Calendar): SampleWrite[] {
  const taskedAt = cableFacts.sentAt(calendar);
  const rows = samplePosts.map((post) =>
    change("demarcheTasks", `task-${post.key}`, postScope(`post-${post.key}`), {
      directiveId,
      postId: `post-${post.key}`,
      addressed: "action",
      mode: "deliver",
      taskedAt,
      ...variants[post.key],
    }),
  );
  return [
    capitalWrites(calendar, 0, "12:10", rows),
    // The cable's own term is the leaders' meeting; posts without a firm appointment got a nearer day.
    capitalWrites(
      calendar,
      7,
      "11:15",
      ["brussels", "mexico", "jakarta", "cairo"].map((key) =>
        change("demarcheTasks", `task-${key}`, postScope(`post-${key}`), { deliverBy: calendar.day(13) }),
      ),
      deskDeputy,
    ),
    // Posts with a longer way to their host got two more days.
    capitalWrites(calendar, 10, "12:15", [
      change("demarcheTasks", "task-riyadh", "post/post-riyadh", {
        deliverBy: calendar.day(17),
        reportBy: calendar.day(18),
        note: "Two more days: the host was away in the second week.",
      }),
    ]),
    capitalWrites(calendar, 12, "09:50", [
      change("demarcheTasks", "task-pretoria", "post/post-pretoria", {
        note: "The desk has the post's wording and will answer after clearance.",
      }),
    ]),
  ];
}
