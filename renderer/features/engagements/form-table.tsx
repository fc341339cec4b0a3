// A short table that a form builds up row by row, with its headings drawn once there are rows.
import type { ReactNode } from "react";
import { cx } from "#ui/lib/classes.ts";
import { useText } from "#ui/text/use-text.ts";
import css from "./form-table.module.css";

const headings = {
  commitments: ["engagement.commitments.by", "engagement.commitments.text", "engagement.due"],
  followUps: [
    "engagement.followUps.what",
    "engagement.followUps.owner",
    "engagement.followUps.waitingOn",
    "engagement.due",
  ],
} as const;

export interface FormTableProps {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly kind: keyof typeof headings;
  readonly count: number;
  readonly actions: ReactNode;
  /** One `li` a row, its controls in the order of the headings, the removal last. */
  readonly children: ReactNode;
}

export function FormTable({ name, title, hint, kind, count, actions, children }: FormTableProps) {
  const { t } = useText();
  return (
    <section className={css["table"]} data-field={name} aria-label={title}>
      <header className={css["top"]}>
        <h3 className={css["title"]}>{title}</h3>
        <div className={css["actions"]}>{actions}</div>
        <p className={css["hint"]}>{hint}</p>
      </header>
      {count > 0 && (
        <div className={cx(css["body"], css[kind])}>
          <div className={css["headings"]} aria-hidden>
            {headings[kind].map((key) => (
              <span key={key}>{t(key)}</span>
            ))}
          </div>
          <ul className={css["rows"]}>{children}</ul>
        </div>
      )}
    </section>
  );
}
