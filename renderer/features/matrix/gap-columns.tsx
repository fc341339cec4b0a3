// The columns of the backlog.
import { useMemo } from "react";
import type { Due } from "#core/rules/deadlines.ts";
import type { Gap } from "#core/rules/gaps.ts";
import { nextSteps } from "#core/rules/next-step.ts";
import { stages } from "#core/rules/task-stages.ts";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { EvidenceLevel } from "#ui/display/evidence-level.tsx";
import { type TextTools, useText } from "#ui/text/use-text.ts";
import { type DeadlineText, useDeadlineText } from "../parts/deadline-text.ts";
import { enumWord } from "../parts/enum-text.ts";
import { type SentenceText, useSentenceText } from "../parts/sentence-text.ts";
import { StageCell } from "./stage-cell.tsx";

export function useGapColumns(): readonly GridColumn<Gap>[] {
  const text = useText();
  const sentence = useSentenceText();
  const deadlineText = useDeadlineText();
  return useMemo(() => columnsOf(text, sentence, deadlineText), [text, sentence, deadlineText]);
}

function columnsOf(
  text: TextTools,
  sentence: SentenceText,
  deadlineText: DeadlineText,
): readonly GridColumn<Gap>[] {
  const { t } = text;
  const whatOf = (gap: Gap): string => {
    if (gap.kind === "stage") return t(`matrix.gaps.stage.${gap.stage}`);
    const { point } = gap.postPoint;
    return t("matrix.gaps.point", { label: point.label || String(point.order), text: gap.postPoint.text });
  };
  const stateOf = (gap: Gap): string =>
    gap.kind === "stage"
      ? enumWord(text, "stageStatus", gap.status)
      : t("ui.level.name", { level: gap.evidence.level });
  return [
    {
      id: "post",
      heading: t("matrix.post"),
      value: ({ line }) => line.post?.name ?? t("matrix.unknownPost"),
      width: 128,
    },
    {
      id: "what",
      heading: t("matrix.gaps.column.what"),
      value: (gap) => (gap.kind === "stage" ? stages.indexOf(gap.stage) : 10 + gap.postPoint.point.order),
      text: whatOf,
      width: 180,
      grows: true,
    },
    {
      id: "state",
      heading: t("matrix.gaps.column.state"),
      value: (gap) => (gap.kind === "stage" ? (gap.status === "overdue" ? -2 : -1) : gap.evidence.level),
      text: stateOf,
      cell: (gap) =>
        gap.kind === "stage" ? (
          <StageCell status={gap.status} label={stateOf(gap)} meaning={stateOf(gap)} isPlain />
        ) : (
          <EvidenceLevel level={gap.evidence.level} meaning={stateOf(gap)} />
        ),
      width: 96,
    },
    {
      id: "step",
      heading: t("matrix.gaps.column.step"),
      value: ({ step }) => nextSteps.indexOf(step),
      text: ({ step }) => t(`nextStep.${step}`),
      width: 240,
    },
    {
      id: "why",
      heading: t("matrix.gaps.column.why"),
      value: (gap) =>
        sentence("evidence", gap.kind === "stage" ? gap.line.evidence.because : gap.evidence.because),
      isSortable: false,
      width: 200,
    },
    {
      id: "due",
      heading: t("matrix.gaps.column.due"),
      value: (gap) => {
        const due = dueOf(gap);
        return due?.kind === "dated" ? due.lateFrom : null;
      },
      text: (gap) => deadlineText.due(dueOf(gap)),
      width: 96,
    },
    {
      id: "owner",
      heading: t("matrix.fact.owner"),
      value: ({ line }) => line.task.owner,
      width: 116,
    },
  ];
}

/** What is late first: the delivery while it is open, then the report. */
function dueOf({ line: { timing, task } }: Gap): Due | null {
  return task.deliveredAt === null || task.partlyDelivered ? timing.deliver : timing.report;
}
