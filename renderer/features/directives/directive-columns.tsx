// One line per directive for the list: what it is, where it stands, how far posts have come.
import { useMemo } from "react";
import type { Directive } from "#core/model/directive.ts";
import type { DeskClock } from "#core/rules/deadlines.ts";
import { directiveNextStep, directiveOutlook, type Outlook } from "#core/rules/directive-outlook.ts";
import type { Sentence } from "#core/rules/sentence.ts";
import { type Tally, tally } from "#core/rules/tally.ts";
import { taskLines } from "#core/rules/task-line.ts";
import type { DirectiveBoard } from "#data/directives.ts";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { useText } from "#ui/text/use-text.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { useDeadlineText } from "../parts/deadline-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { DirectiveStatusMark } from "./directive-status-mark.tsx";
import { OutlookMark } from "./outlook-mark.tsx";

export interface DirectiveLine {
  readonly directive: Directive;
  readonly tally: Tally;
  readonly outlook: Outlook | null;
  readonly nextStep: Sentence | null;
}

export function directiveLines(board: DirectiveBoard, clock: DeskClock): readonly DirectiveLine[] {
  const lines = Map.groupBy(
    taskLines({ ...board, points: [], engagements: [] }, clock),
    ({ task }) => task.directiveId,
  );
  return board.directives.map((directive) => {
    const own = lines.get(directive.id) ?? [];
    return {
      directive,
      tally: tally(own),
      outlook: directiveOutlook(directive, own, clock),
      nextStep: directiveNextStep(directive, own),
    };
  });
}

/** The reference a directive is called by; its subject where it has no number yet. */
export function directiveName({ mrn, subject }: Pick<Directive, "mrn" | "subject">): string {
  return mrn === "" ? subject : mrn;
}

export function useDirectiveColumns(): readonly GridColumn<DirectiveLine>[] {
  const { t, has } = useText();
  const enumText = useEnumText();
  const { deadline } = useDeadlineText();
  return useMemo(() => {
    const step = (line: DirectiveLine): string => {
      if (line.nextStep === null) return "";
      const key = `directiveStep.${line.nextStep.code}`;
      return has(key) ? t(key, { count: Number(line.nextStep.facts["count"] ?? 0) }) : "";
    };
    return [
      {
        id: "mrn",
        heading: t("directives.column.mrn"),
        value: ({ directive }) => directive.mrn,
        cell: ({ directive }) =>
          directive.mrn === "" ? t("directives.no-number") : <bdi>{directive.mrn}</bdi>,
        width: 150,
      },
      {
        id: "subject",
        heading: t("directives.column.subject"),
        value: ({ directive }) => directive.subject,
        cell: ({ directive }) => (
          <>
            <bdi>{directive.subject}</bdi>
            <ConflictBadge conflicts={directive.conflicts} />
          </>
        ),
        width: 260,
        grows: true,
      },
      {
        id: "status",
        heading: t("directives.column.status"),
        value: ({ directive }) => enumText("directiveStatus", directive.status),
        cell: ({ directive }) => <DirectiveStatusMark status={directive.status} isPlain />,
        width: 124,
      },
      {
        id: "deadline",
        heading: t("directives.column.deadline"),
        title: t("directives.column.deadline.means"),
        value: ({ directive }) => directive.deliverBy?.value ?? null,
        text: ({ directive }) => deadline(directive.deliverBy),
        width: 150,
      },
      {
        id: "delivered",
        heading: t("directives.column.delivered"),
        title: t("directives.column.delivered.means"),
        value: ({ tally: count }) => (count.counted === 0 ? null : count.delivered / count.counted),
        text: ({ tally: count }) =>
          count.counted === 0
            ? ""
            : t("directive.delivered-of", { made: count.delivered, of: count.counted }),
        align: "end",
        width: 96,
      },
      {
        id: "outlook",
        heading: t("directives.column.outlook"),
        value: ({ outlook }) => (outlook === null ? null : t(`outlook.${outlook.word}`)),
        cell: ({ outlook }) => (outlook === null ? "" : <OutlookMark outlook={outlook} isPlain />),
        width: 108,
      },
      {
        id: "next",
        heading: t("directives.column.next"),
        value: step,
        width: 200,
      },
    ];
  }, [t, has, enumText, deadline]);
}
