// A titled part of a page.
import type { ReactNode } from "react";
import css from "./section.module.css";

export interface SectionProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Muted sentence under the title. */
  readonly hint?: ReactNode;
  readonly level?: 2 | 3 | undefined;
}

export function Section({ title, children, actions, hint, level = 2 }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={css["section"]}>
      <header className={css["head"]}>
        <Heading className={level === 2 ? css["title"] : css["minor"]}>{title}</Heading>
        {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
      </header>
      {hint !== undefined && <p className={css["hint"]}>{hint}</p>}
      {children}
    </section>
  );
}
