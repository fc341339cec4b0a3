// A column or box with a head that stays and a body that scrolls.
import type { ReactNode } from "react";
import { cx } from "../lib/classes.ts";
import css from "./panel.module.css";

export interface PanelProps {
  readonly children: ReactNode;
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly foot?: ReactNode;
  /** Drawn with a line around it; without, it fills a column of Split. */
  readonly isBox?: boolean | undefined;
  /** No padding: for lists and grids that bring their own. */
  readonly isFlush?: boolean | undefined;
}

export function Panel({ children, title, actions, foot, isBox = false, isFlush = false }: PanelProps) {
  return (
    <div className={cx(css["panel"], isBox && css["box"])}>
      {(title !== undefined || actions !== undefined) && (
        <header className={css["head"]}>
          <h2 className={css["title"]}>{title}</h2>
          {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
        </header>
      )}
      <div className={cx(css["body"], isFlush && css["flush"])}>{children}</div>
      {foot !== undefined && <footer className={css["foot"]}>{foot}</footer>}
    </div>
  );
}
