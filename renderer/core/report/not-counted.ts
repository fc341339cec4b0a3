// The sentence that goes with every figure: who is outside the denominator.
import { exclusions } from "../rules/task-scope.ts";
import type { Matter } from "./matter.ts";

/** "14 exempt posts and 1 instructed separately are not counted.". */
export function notCounted({ words, tally }: Matter): string {
  const parts = exclusions.flatMap((why) =>
    tally[why] === 0 ? [] : [words.text(`report.notCounted.${why}`, { count: tally[why] })],
  );
  if (parts.length === 0) return words.text("report.notCounted.none");
  const total = tally.tasked - tally.counted;
  return words.text("report.notCounted", { parts: words.list(parts), count: total });
}
