// A place with nothing in it yet: one sentence, up to three actions.
import type { ReactNode } from "react";
import css from "./empty-state.module.css";

export interface EmptyStateProps {
  readonly children: ReactNode;
  /** Buttons or links, the likely one first. */
  readonly actions?: ReactNode;
}

export function EmptyState({ children, actions }: EmptyStateProps) {
  return (
    <div className={css["empty"]}>
      <p className={css["sentence"]}>{children}</p>
      {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
    </div>
  );
}
