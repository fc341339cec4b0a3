// The summary: what was instructed, and the figures with what each of them means.
import type { Block } from "../blocks.ts";
import { paragraph, shorten } from "../build.ts";
import type { Matter } from "../matter.ts";
import { notCounted } from "../not-counted.ts";
import { isLate } from "./progress.ts";
import { isRecordedAnswer } from "#core/rules/evidence.ts";
import { isHeardFrom } from "#core/rules/heard-from.ts";
import type { Deadline } from "#core/model/directive.ts";
import type { Section } from "./section.ts";

type Figure = Extract<Block, { kind: "figures" }>["items"][number];

function figure(
  matter: Matter,
  id: string,
  value: string,
  values: Readonly<Record<string, string | number>>,
): Figure {
  const { text } = matter.words;
  return {
    label: text(`report.figure.${id}`),
    value,
    definition: text(`report.figure.${id}.definition`, values),
  };
}

function figuresOf(matter: Matter): Figure[] {
  const { tally, words, counted, clock, brief } = matter;
  const of = (value: number, whole: number): string => words.text("report.nOfM", { value, whole });
  const met = tally.delivered + tally.partly;
  const answered = counted.filter(
    (line) => line.task.answeredAt !== null || line.responses.some(isRecordedAnswer),
  ).length;
  const unheard = counted.filter((line) => !isHeardFrom(line)).length;
  const late = counted.filter(isLate).length;
  const figures = [
    figure(matter, "delivered", of(tally.delivered, tally.counted), {
      partly: tally.partly,
      notDelivered: tally.notDelivered,
      notCounted: notCounted(matter),
    }),
    figure(matter, "reported", of(tally.reported, tally.counted), { unreported: tally.deliveredNotReported }),
    figure(matter, "responses", of(answered, met), { met }),
    figure(matter, "overdue", words.number(late), {
      deliver: tally.overdueToDeliver,
      report: late - tally.overdueToDeliver,
    }),
    figure(matter, "answersOwed", words.number(tally.answerOwed), {
      late: tally.answerOverdue,
      days: clock.silenceDays,
    }),
    figure(matter, "unheard", words.number(unheard), { count: unheard }),
  ];
  // A page has room for four: what was said, how it was answered, what is late and what hosts owe.
  return brief ? figures.filter((_, at) => at !== 1 && at !== 5) : figures;
}

function deadlineText(matter: Matter, which: "deliverBy" | "reportBy"): string {
  const { words, counted, snapshot } = matter;
  const base = baseDeadlineText(matter, snapshot.directive[which]);
  const own = counted.filter(({ task }) => task[which] !== null).length;
  return own === 0 ? base : words.text("report.ownDays", { base, count: own });
}

function baseDeadlineText({ words, clock, capitalName }: Matter, deadline: Deadline | null): string {
  if (deadline === null) return words.text("report.noDeadline");
  if (deadline.value === null) return deadline.text;
  if (deadline.value.length === 10) return words.day(deadline.value);
  return words.text("report.momentIn", {
    at: words.moment(deadline.value, clock.capitalTimeZone),
    place: capitalName,
  });
}

function instruction(matter: Matter): Block {
  const { words, snapshot, brief } = matter;
  const { directive } = snapshot;
  const objectives = Object.values(directive.objectives).map(({ kind, text }) => {
    const label = words.label("objectiveKind", kind);
    return text.trim() === ""
      ? label
      : words.text("report.objective", { kind: label, text: shorten(text, brief ? 160 : 400) });
  });
  const dates = brief
    ? []
    : [
        { id: "deliverBy", value: deadlineText(matter, "deliverBy") },
        { id: "reportBy", value: deadlineText(matter, "reportBy") },
      ];
  const items = [
    { id: "objective", value: objectives.join("\n") },
    {
      id: "ask",
      value:
        directive.ask.trim() === "" ? words.text("report.noAsk") : shorten(directive.ask, brief ? 240 : 600),
    },
    ...dates,
  ];
  return {
    kind: "facts",
    items: items
      .filter(({ value }) => value !== "")
      .map(({ id, value }) => ({ label: words.text(`report.fact.${id}`), value })),
  };
}

export const summary: Section = {
  id: "summary",
  group: "summary",
  build: (matter) => {
    const { words, tally } = matter;
    if (tally.tasked === 0) return [instruction(matter), paragraph(words.text("report.noPosts"))];
    if (tally.counted === 0) return [instruction(matter), paragraph(notCounted(matter))];
    return [instruction(matter), { kind: "figures", items: figuresOf(matter) }];
  },
};
