// Posts against points: how well each point's delivery is shown, from 0 to 4.
import { type ReactNode, useCallback, useMemo } from "react";
import { isPointsComplete, type PointCell, pointShare } from "#core/rules/gaps.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { EvidenceLevel } from "#ui/display/evidence-level.tsx";
import type { MatrixCell, MatrixColumn, MatrixRow } from "#ui/matrix-grid/matrix.ts";
import { type TextTools, useText } from "#ui/text/use-text.ts";
import { enumWord } from "../parts/enum-text.ts";
import { type SentenceText, useSentenceText } from "../parts/sentence-text.ts";
import type { MatrixCase } from "./matrix-case.ts";
import { MatrixFrame, type MatrixViewProps, totalRow } from "./matrix-frame.tsx";

export function PointMatrix(props: MatrixViewProps): ReactNode {
  const { view } = props;
  const cells = usePointCells(view);
  const isComplete = useCallback(
    (line: TaskLine) => isPointsComplete(line, [...(view.cells.get(line.task.id)?.values() ?? [])]),
    [view],
  );
  return <MatrixFrame {...props} {...cells} isComplete={isComplete} />;
}

const excludedValue = "none";

/** How the cells of the matrix of points read and look. */
function usePointCells({ lineOf, lines, cells, points }: MatrixCase) {
  const text = useText();
  const { t } = text;
  const sentence = useSentenceText();
  const columns = useMemo(
    (): readonly MatrixColumn[] =>
      points.map(({ point }) => ({
        id: point.id,
        label: point.label || String(point.order),
        title: t("matrix.point", {
          label: point.label || String(point.order),
          kind: enumWord(text, "pointKind", point.kind),
          text: point.text,
        }),
        width: 64,
      })),
    [points, text, t],
  );

  const share = useCallback(
    (of: readonly TaskLine[], pointId: string) => {
      const counted = of.filter(({ exclusion }) => exclusion === null);
      const { done, of: all } = pointShare(
        counted.map(({ task }) => cells.get(task.id)?.get(pointId)?.evidence ?? null),
      );
      return all === 0 ? "" : t("matrix.share", { done, all });
    },
    [cells, t],
  );

  const cell = useCallback(
    (row: MatrixRow, column: MatrixColumn): MatrixCell => {
      if (row.id === totalRow) {
        const words = share(lines, column.id);
        return {
          text: words,
          meaning: t("matrix.total.points", { column: column.label, share: words }),
          drawn: words,
        };
      }
      const line = lineOf.get(row.id);
      if (line === undefined) return { text: "", meaning: "", drawn: null };
      if (line.exclusion !== null) {
        const why = enumWord(text, "exclusion", line.exclusion);
        const meaning = t("matrix.notCounted", { post: row.label, why });
        return { text: why, meaning, drawn: <EvidenceLevel level={null} meaning={meaning} fills /> };
      }
      const found = cells.get(row.id)?.get(column.id);
      return pointCell(found, row.label, column.label, t, sentence);
    },
    [lineOf, lines, cells, share, text, t, sentence],
  );

  const valueOf = useCallback(
    (line: TaskLine, column: string) => {
      const level = cells.get(line.task.id)?.get(column)?.evidence?.level;
      return line.exclusion !== null || level === undefined ? excludedValue : String(level);
    },
    [cells],
  );
  const valueWord = (column: string, value: string) => {
    const point = points.find((row) => row.point.id === column)?.point;
    const name = point?.label || String(point?.order ?? "");
    return value === excludedValue
      ? t("matrix.only.none", { column: name })
      : t("matrix.only.level", { column: name, value });
  };
  return { columns, cell, share, valueOf, valueWord };
}

function pointCell(
  found: PointCell | undefined,
  post: string,
  point: string,
  t: TextTools["t"],
  sentence: SentenceText,
): MatrixCell {
  if (found === undefined) {
    return { text: "", meaning: t("matrix.notAsked", { post, point }), drawn: null };
  }
  const { postPoint, evidence } = found;
  const { variant, reason } = postPoint;
  const own = variant === "asGiven" ? "" : t(`matrix.variant.${variant}`, { reason });
  if (evidence === null) {
    const isLeftOut = variant === "dropped" || variant === "held";
    const meaning = isLeftOut
      ? t("matrix.leftOut", { post, point, own })
      : t("matrix.ifRaised", { post, point });
    const drawn = isLeftOut ? <EvidenceLevel level={null} meaning={meaning} hasVariant fills /> : null;
    return { text: isLeftOut ? t("matrix.leftOut.short") : "", meaning, drawn };
  }
  const meaning = t("matrix.level", {
    post,
    point,
    level: evidence.level,
    why: sentence("evidence", evidence.because),
    own,
  });
  return {
    text: String(evidence.level),
    meaning,
    drawn: (
      <EvidenceLevel level={evidence.level} meaning={meaning} hasVariant={variant === "reworded"} fills />
    ),
  };
}
