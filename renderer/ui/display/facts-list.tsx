// Names and values, one under the other: the facts panel of a record.
import type { ReactNode } from "react";
import { cx } from "../lib/classes.ts";
import css from "./facts-list.module.css";

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** The term's definition. */
  readonly title?: string | undefined;
}

export interface FactsListProps {
  readonly facts: readonly Fact[];
  /** Label beside the value, for wide places. */
  readonly isWide?: boolean | undefined;
}

export function FactsList({ facts, isWide = false }: FactsListProps) {
  return (
    <dl className={cx(css["facts"], isWide && css["wide"])}>
      {facts.map((fact) => (
        <div key={fact.label} className={css["fact"]}>
          <dt className={css["label"]} title={fact.title}>
            {fact.label}
          </dt>
          <dd className={css["value"]}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
