// The table by post: state, delivery, ranks, points, response, next step.
import type { Cell } from "../blocks.ts";
import { cell, column, paragraph, shorten } from "../build.ts";
import type { Matter } from "../matter.ts";
import { stepForStage } from "#core/rules/next-step.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { stages } from "#core/rules/task-stages.ts";
import type { Section } from "./section.ts";

function deliveredCell(line: TaskLine, { words, hostOf }: Matter): Cell {
  const { task, timing } = line;
  if (task.deliveredAt !== null) return cell(words.dayOf(task.deliveredAt, hostOf(line).timeZone));
  if (task.notDeliveredReason !== null)
    return cell(words.label("notDeliveredReason", task.notDeliveredReason), "warn");
  const due = timing.deliver;
  if (due === null) return cell("");
  if (due.kind === "undated") return cell(shorten(due.text, 60));
  return timing.overdueToDeliver
    ? cell(words.text("report.overdueSince", { on: words.day(due.on) }), "bad")
    : cell(words.text("report.dueOn", { on: words.day(due.on) }), "quiet");
}

/** "Economic Officer to Deputy Minister of Trade": who spoke to whom in the meeting that shows the delivery. */
function ranksOf(line: TaskLine, { words }: Matter): string {
  const meeting =
    line.engagements.find((row) => row.id === line.evidence.engagementId && row.state === "held") ??
    line.engagements.findLast((row) => row.state === "held");
  if (!meeting) return "";
  const [ours] = Object.values(meeting.ours);
  const [theirs] = Object.values(meeting.theirs);
  const by = ours?.rank || ours?.name || "";
  const to = theirs?.title || words.label("level", meeting.levelReached) || theirs?.name || "";
  if (by === "" || to === "") return shorten(by || to, 120);
  return words.text("report.byTo", { by: shorten(by, 48), to: shorten(to, 64) });
}

/** What the post does next: the nearest step that the rules see. */
function nextStepOf(line: TaskLine, { words }: Matter): Cell {
  const next = stages.find((stage) => ["due", "overdue", "partly"].includes(line.stages[stage]));
  if (next === undefined) return cell("");
  const step = words.text(`nextStep.${stepForStage(next, line.evidence.because.code)}`);
  return cell(step, line.stages[next] === "overdue" ? "bad" : "plain");
}

function rowOf(line: TaskLine, matter: Matter): Cell[] {
  const { words, nameOf } = matter;
  const { state, timing } = line;
  const late = timing.overdueToDeliver || timing.overdueToReport || timing.answerOverdue;
  const response = matter.latestResponse(line);
  return [
    cell(nameOf(line.post)),
    cell(words.label("taskState", state), late ? "bad" : state === "notDelivered" ? "warn" : "plain"),
    deliveredCell(line, matter),
    cell(ranksOf(line, matter)),
    line.pointsExpected === 0
      ? cell("")
      : cell(
          words.text("report.nOfM", { value: line.pointsMade, whole: line.pointsExpected }),
          line.mustSayMissing.length > 0 && line.task.deliveredAt !== null ? "warn" : "plain",
        ),
    cell(words.label("responseCategory", response?.category ?? null)),
    nextStepOf(line, matter),
  ];
}

export const posts: Section = {
  id: "posts",
  group: "answers",
  build: (matter) => {
    const { words, counted } = matter;
    if (counted.length === 0) return [];
    const heading = (id: string) => words.text(`report.column.${id}`);
    return [
      {
        kind: "table",
        caption: words.text("report.posts.caption", { count: counted.length }),
        columns: [
          column(heading("post"), 20),
          column(heading("state"), 17),
          column(heading("delivered"), 18),
          column(heading("byTo"), 29),
          column(heading("points"), 11),
          column(heading("response"), 19),
          column(heading("nextStep"), 20),
        ],
        rows: counted.map((line) => rowOf(line, matter)),
        empty: "",
      },
      ...(counted.some((line) => line.mustSayMissing.length > 0 && line.task.deliveredAt !== null)
        ? [paragraph(words.text("report.posts.note"), "quiet")]
        : []),
    ];
  },
};
