// A row of controls above a list: search and filters at the start, actions at the end.
import type { ReactNode } from "react";
import css from "./toolbar.module.css";

export interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly end?: ReactNode;
}

export function Toolbar({ label, children, end }: ToolbarProps) {
  return (
    <div role="group" aria-label={label} className={css["bar"]}>
      <div className={css["start"]}>{children}</div>
      {end !== undefined && <div className={css["end"]}>{end}</div>}
    </div>
  );
}
