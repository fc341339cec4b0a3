// Posts against stages: how far each has come, step by step, and how many of each region have passed.
import { type ReactNode, useCallback, useMemo } from "react";
import { dayIn, zoneFrom } from "#core/rules/calendar.ts";
import { isStagesComplete, stageShare } from "#core/rules/gaps.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { type Stage, stageAt, stages } from "#core/rules/task-stages.ts";
import { EvidenceLevel } from "#ui/display/evidence-level.tsx";
import type { MatrixCell, MatrixColumn, MatrixRow } from "#ui/matrix-grid/matrix.ts";
import { useText } from "#ui/text/use-text.ts";
import { enumWord } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import type { MatrixCase } from "./matrix-case.ts";
import { MatrixFrame, type MatrixViewProps, totalRow } from "./matrix-frame.tsx";
import { StageCell } from "./stage-cell.tsx";

function isStage(id: string): id is Stage {
  return (stages as readonly string[]).includes(id);
}

export function StageMatrix(props: MatrixViewProps): ReactNode {
  const { view } = props;
  const cells = useStageCells(view);
  return <MatrixFrame {...props} {...cells} isComplete={isStagesComplete} />;
}

/** How the cells of the stage matrix read and look. */
function useStageCells({ lineOf, lines }: MatrixCase) {
  const text = useText();
  const { t, formatDay } = text;
  const { settings } = useWorkspace();
  const columns = useMemo(
    (): readonly MatrixColumn[] =>
      stages.map((stage) => ({
        id: stage,
        label: enumWord(text, "stage", stage),
        title: t(`matrix.stage.${stage}`),
        width: 103,
      })),
    [text, t],
  );

  const share = useCallback(
    (of: readonly TaskLine[], stage: string) => {
      const { done, of: all } = isStage(stage) ? stageShare(of, stage) : { done: 0, of: 0 };
      return all === 0 ? "" : t("matrix.share", { done, all });
    },
    [t],
  );

  const cell = useCallback(
    (row: MatrixRow, column: MatrixColumn): MatrixCell => {
      if (row.id === totalRow) {
        const words = share(lines, column.id);
        return {
          text: words,
          meaning: t("matrix.total.means", { column: column.label, share: words }),
          drawn: words,
        };
      }
      const line = lineOf.get(row.id);
      if (line === undefined || !isStage(column.id)) return { text: "", meaning: "", drawn: null };
      if (line.exclusion !== null) {
        const why = enumWord(text, "exclusion", line.exclusion);
        const meaning = t("matrix.notCounted", { post: row.label, why });
        return { text: why, meaning, drawn: <EvidenceLevel level={null} meaning={meaning} fills /> };
      }
      const status = line.stages[column.id];
      const at = stageAt(line.task, column.id);
      const timeZone = zoneFrom(line.post?.timeZone ?? "", settings.capitalTimeZone);
      const day = at === null ? "" : formatDay(dayIn(at, timeZone));
      const word = enumWord(text, "stageStatus", status);
      const meaning = t(day === "" ? "matrix.cell" : "matrix.cell.day", {
        post: row.label,
        column: column.label,
        status: word,
        day,
      });
      const label = status === "done" ? day || word : word;
      return { text: label, meaning, drawn: <StageCell status={status} label={label} meaning={meaning} /> };
    },
    [lineOf, lines, share, text, t, formatDay, settings.capitalTimeZone],
  );
  const valueOf = useCallback(
    (line: TaskLine, column: string) => (isStage(column) ? line.stages[column] : ""),
    [],
  );
  const valueWord = (column: string, value: string) =>
    t("matrix.only", {
      column: enumWord(text, "stage", column),
      value: enumWord(text, "stageStatus", value),
    });
  return { columns, cell, share, valueOf, valueWord };
}
