// The head of a screen or record: title, what it is, and its actions.
import type { ReactNode } from "react";
import css from "./page-header.module.css";

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** Small line above: a reference, a kind. */
  readonly eyebrow?: ReactNode;
  /** Badges and facts on the line under the title. */
  readonly meta?: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
}

export function PageHeader({ title, eyebrow, meta, actions }: PageHeaderProps) {
  return (
    <header className={css["head"]}>
      <div className={css["words"]}>
        {eyebrow !== undefined && (
          <p className={css["eyebrow"]}>
            <bdi>{eyebrow}</bdi>
          </p>
        )}
        <h1 className={css["title"]}>
          <bdi>{title}</bdi>
        </h1>
        {meta !== undefined && <div className={css["meta"]}>{meta}</div>}
      </div>
      {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
    </header>
  );
}
