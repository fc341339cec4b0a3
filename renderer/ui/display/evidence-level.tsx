// The five levels of a matrix cell: a digit over a pattern, never colour alone; hatched where it does not count.
import { cx } from "../lib/classes.ts";
import css from "./evidence-level.module.css";

type Level = 0 | 1 | 2 | 3 | 4;

export interface EvidenceLevelProps {
  /** Null: exempt, outside of every figure. */
  readonly level: Level | null;
  /** The meaning in one sentence. */
  readonly meaning: string;
  /** A dot: this row departs from the common text. */
  readonly hasVariant?: boolean | undefined;
  /** Fills a matrix cell, which says the meaning itself; otherwise a box in running text. */
  readonly fills?: boolean | undefined;
}

export function EvidenceLevel({ level, meaning, hasVariant = false, fills = false }: EvidenceLevelProps) {
  return (
    <span
      className={cx(
        css["level"],
        css[level === null ? "exempt" : `level${String(level)}`],
        fills && css["fills"],
      )}
      title={fills ? undefined : meaning}
    >
      <span aria-hidden className={css["digit"]}>
        {level ?? "–"}
      </span>
      {hasVariant && <span aria-hidden className={css["variant"]} />}
      {!fills && <span className={css["spoken"]}>{meaning}</span>}
    </span>
  );
}
