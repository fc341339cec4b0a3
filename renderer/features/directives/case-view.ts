// One directive as its screen shows it: the case file, and what the rules say of every task in it.
import { useMemo } from "react";
import type { CaseFile } from "#data/case-file.ts";
import type { Position } from "#core/model/position.ts";
import type { Post } from "#core/model/post.ts";
import type { DeskClock } from "#core/rules/deadlines.ts";
import { type CurrentPoint, currentPoints } from "#core/rules/current-points.ts";
import { type Readiness, readinessOf } from "#core/rules/readiness.ts";
import { type Tally, tally } from "#core/rules/tally.ts";
import { type TaskLine, taskLines } from "#core/rules/task-line.ts";

export interface CaseView {
  readonly file: CaseFile;
  readonly lines: readonly TaskLine[];
  readonly tally: Tally;
  /** Current points in order, those for some posts only included. */
  readonly points: readonly CurrentPoint[];
  readonly readiness: readonly Readiness[];
  /** Positions on the issue, of the governments that the directive's posts deal with. */
  readonly positions: readonly Position[];
}

/** Positions of the governments that posts of the directive deal with; the issue may be wider than the directive. */
function positionsOfPosts(positions: readonly Position[], posts: readonly Post[]): readonly Position[] {
  const ids = new Set(posts.map(({ id }) => id));
  const countries = new Set(posts.flatMap(({ country, alsoAccreditedTo }) => [country, ...alsoAccreditedTo]));
  return positions.filter(({ postId, country }) => ids.has(postId ?? "") || countries.has(country));
}

export function useCaseView(file: CaseFile, clock: DeskClock): CaseView {
  return useMemo(() => {
    const lines = taskLines({ ...file, directives: [file.directive] }, clock);
    return {
      file,
      lines: lines.toSorted((a, b) => (a.post?.name ?? "").localeCompare(b.post?.name ?? "")),
      tally: tally(lines),
      points: currentPoints(file.directive.id, file.points),
      readiness: readinessOf(file.directive, file.points, file.tasks),
      positions: positionsOfPosts(file.positions, file.posts),
    };
  }, [file, clock]);
}
