// From a snapshot to a paper: the sections asked for, in order, numbered, under one title block.
import { type Marking } from "../model/enums.ts";
import { engagementsOf } from "../rules/evidence.ts";
import { rollUp } from "../rules/marking.ts";
import { mayLeave } from "../rules/point-scope.ts";
import type { Block, Paper } from "./blocks.ts";
import { matterOf } from "./matter.ts";
import { sections } from "./sections/index.ts";
import type { Section } from "./sections/section.ts";
import type { ReportOptions, ReportSnapshot } from "./snapshot.ts";
import type { Wording } from "./wording.ts";

/** The highest marking of what a report on the directive may hold: the paper's own marking must not stand below it. */
export function reportMarking(snapshot: ReportSnapshot): Marking {
  const { directive } = snapshot;
  const tasks = snapshot.tasks.filter((task) => task.directiveId === directive.id && !task.deleted);
  return rollUp([
    directive.marking,
    ...snapshot.points
      .filter((point) => point.directiveId === directive.id && !point.deleted && mayLeave(point.kind))
      .map((point) => point.portion),
    ...tasks
      .flatMap((task) => engagementsOf(task, snapshot.engagements))
      .map((engagement) => engagement.marking),
  ]);
}

interface Written {
  readonly section: Section;
  readonly content: readonly Block[];
}

function heading(text: string): Block {
  return { kind: "heading", level: 1, text };
}

function underNumbers(written: readonly Written[], { text, number }: Wording): Block[] {
  return written.flatMap(({ section, content }, index) => [
    heading(
      text("report.numbered", { number: number(index + 1), title: text(`report.section.${section.id}`) }),
    ),
    ...content,
  ]);
}

/** A page of a few short parts is read, not referred to: no numbers, and one heading for what belongs together. */
function underGroups(written: readonly Written[], { text }: Wording): Block[] {
  return written.flatMap(({ section, content }, index) => {
    const isNew = section.group !== null && section.group !== written[index - 1]?.section.group;
    return isNew ? [heading(text(`report.group.${section.group}`)), ...content] : content;
  });
}

/** Unknown section ids are passed over: a saved choice may name one that is no more. */
export function buildReport(snapshot: ReportSnapshot, options: ReportOptions): Paper {
  const matter = matterOf(snapshot, options);
  const { words } = matter;
  const chosen = options.sections.flatMap((id) => sections.find((section) => section.id === id) ?? []);
  const written = chosen
    .map((section) => ({ section, content: section.build(matter) }))
    .filter(({ content }) => content.length > 0);
  const blocks = options.brief ? underGroups(written, words) : underNumbers(written, words);
  const { directive } = snapshot;
  const sentOn = words.dayOf(directive.sentAt, matter.clock.capitalTimeZone);
  const number =
    directive.mrn === "" || sentOn === ""
      ? directive.mrn
      : words.text("report.numberOf", { mrn: directive.mrn, on: sentOn });
  const subject = directive.subject.trim() === "" ? words.text("report.untitled") : directive.subject;
  return {
    language: options.language,
    direction: options.direction,
    marking: options.marking,
    title: subject,
    subtitle: [words.text(options.kind), number].filter((part) => part !== "").join(", "),
    asOf: words.text("report.asOf", {
      at: words.moment(options.asOf, matter.clock.capitalTimeZone),
      place: options.capitalName,
    }),
    pageLabel: words.text("report.page", { page: "{page}", pages: "{pages}" }),
    footer: options.officeName,
    blocks,
  };
}
