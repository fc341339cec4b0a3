// What is late: delivery, reports, and answers that hosts owe.
import type { Cell } from "../blocks.ts";
import { cell, column, count, paragraph } from "../build.ts";
import type { Matter } from "../matter.ts";
import { answerDueOn, daysPast, type Due } from "#core/rules/deadlines.ts";
import { dayIn, daysBetween } from "#core/rules/calendar.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import type { Section } from "./section.ts";

interface Late {
  readonly line: TaskLine;
  readonly what: "deliver" | "report" | "answer";
  readonly on: string | null;
  readonly days: number;
}

function dayOf(due: Due | null): string | null {
  return due?.kind === "dated" ? due.on : null;
}

function lateOf(line: TaskLine, { clock, hostOf }: Matter): Late[] {
  const { timing, task } = line;
  const host = hostOf(line);
  const answerOn = answerDueOn(task, host, clock.silenceDays);
  return [
    ...(timing.overdueToDeliver
      ? [
          {
            line,
            what: "deliver" as const,
            on: dayOf(timing.deliver),
            days: daysPast(timing.deliver, clock.now) ?? 0,
          },
        ]
      : []),
    // A post that is late to deliver cannot have reported: it is named once.
    ...(timing.overdueToReport && !timing.overdueToDeliver
      ? [
          {
            line,
            what: "report" as const,
            on: dayOf(timing.report),
            days: daysPast(timing.report, clock.now) ?? 0,
          },
        ]
      : []),
    ...(timing.answerOverdue && answerOn !== null
      ? [
          {
            line,
            what: "answer" as const,
            on: answerOn,
            days: daysBetween(answerOn, dayIn(clock.now, host.timeZone)),
          },
        ]
      : []),
  ];
}

function because({ line, what }: Late, matter: Matter): Cell {
  const { words } = matter;
  if (what === "answer")
    return cell(words.text("report.overdue.silence", { days: line.timing.silenceDays ?? 0 }));
  if (what === "report" && line.task.deliveredAt !== null) {
    const on = words.dayOf(line.task.deliveredAt, matter.hostOf(line).timeZone);
    return cell(words.text("report.overdue.deliveredOn", { on }));
  }
  return cell(words.sentence("evidence", line.evidence.because));
}

const briefCount = 6;

/** The first names, and how many more there are. */
function some(names: readonly string[], words: Matter["words"]): string[] {
  if (names.length <= briefCount + 1) return [...names];
  return [...names.slice(0, briefCount), words.text("report.others", { count: names.length - briefCount })];
}

const order = ["deliver", "report", "answer"] as const;

export const overdue: Section = {
  id: "overdue",
  group: "next",
  build: (matter) => {
    const { words, counted, nameOf, brief } = matter;
    const late = counted
      .flatMap((line) => lateOf(line, matter))
      .toSorted((a, b) => order.indexOf(a.what) - order.indexOf(b.what) || b.days - a.days);
    if (counted.length === 0) return [];
    if (late.length === 0) return [paragraph(words.text("report.overdue.none"))];
    if (brief) {
      const sentences = order.flatMap((what) => {
        const names = late.filter((one) => one.what === what).map(({ line }) => nameOf(line.post));
        if (names.length === 0) return [];
        const values = { count: names.length, names: words.list(some(names, words)) };
        return [words.text(`report.overdue.${what}Names`, values)];
      });
      return [paragraph(sentences.join(" "))];
    }
    const heading = (id: string) => words.text(`report.column.${id}`);
    return [
      {
        kind: "table",
        caption: words.text("report.overdue.caption"),
        columns: [
          column(heading("post"), 24),
          column(heading("owed"), 22),
          column(heading("due"), 19),
          column(heading("daysLate"), 11, "end"),
          column(heading("standing"), 58),
        ],
        rows: late.map((one) => [
          cell(nameOf(one.line.post)),
          cell(words.text(`report.overdue.${one.what}`)),
          cell(words.day(one.on)),
          count(one.days),
          because(one, matter),
        ]),
        empty: "",
      },
    ];
  },
};
