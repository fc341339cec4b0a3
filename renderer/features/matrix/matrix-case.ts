// One directive as the matrix shows it: its tasks with what the rules say, its points, its regions.
import { useMemo } from "react";
import { type CurrentPoint, currentPoints } from "#core/rules/current-points.ts";
import type { DeskClock } from "#core/rules/deadlines.ts";
import { type PointCell, pointCells } from "#core/rules/gaps.ts";
import { isSaidUnasked } from "#core/rules/point-scope.ts";
import { type Tally, tally } from "#core/rules/tally.ts";
import { type TaskLine, taskLines } from "#core/rules/task-line.ts";
import type { CaseFile } from "#data/case-file.ts";
import type { MatrixGroup } from "#ui/matrix-grid/matrix.ts";

export interface MatrixCase {
  readonly file: CaseFile;
  /** By the names of their posts. */
  readonly lines: readonly TaskLine[];
  readonly lineOf: ReadonlyMap<string, TaskLine>;
  /** Task id -> point id -> cell. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, PointCell>>;
  /** Points with at least one cell to fill. */
  readonly points: readonly CurrentPoint[];
  readonly regions: readonly string[];
  readonly tally: Tally;
}

export function useMatrixCase(file: CaseFile, clock: DeskClock): MatrixCase {
  return useMemo(() => {
    const lines = taskLines({ ...file, directives: [file.directive] }, clock).toSorted((a, b) =>
      (a.post?.name ?? "").localeCompare(b.post?.name ?? ""),
    );
    const cells = new Map(
      lines.map((line) => [
        line.task.id,
        new Map(pointCells(line, clock.capitalTimeZone).map((cell) => [cell.postPoint.point.id, cell])),
      ]),
    );
    const hasCell = (pointId: string): boolean =>
      [...cells.values()].some((row) => row.get(pointId)?.evidence != null);
    return {
      file,
      lines,
      lineOf: new Map(lines.map((line) => [line.task.id, line])),
      cells,
      points: currentPoints(file.directive.id, file.points).filter(
        ({ point }) => isSaidUnasked(point.kind) || hasCell(point.id),
      ),
      regions: [...new Set(lines.map(({ post }) => post?.region ?? ""))].toSorted((a, b) =>
        a === "" ? 1 : b === "" ? -1 : a.localeCompare(b),
      ),
      tally: tally(lines),
    };
  }, [file, clock]);
}

const noRegion = "none";

export function groupIdOf({ post }: TaskLine): string {
  return post?.region || noRegion;
}

export function groupsOf(regions: readonly string[], unnamed: string): readonly MatrixGroup[] {
  return regions.map((region) => ({ id: region || noRegion, label: region || unnamed }));
}
