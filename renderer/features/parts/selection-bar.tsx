// At the foot of a table: how many rows are selected, what can be done with them, and a way to let them go.
import type { ReactNode } from "react";
import { Button } from "#ui/controls/button.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./foot-bar.module.css";

export interface SelectionBarProps {
  readonly label: string;
  readonly count: number;
  /** Buttons of the small size. */
  readonly children: ReactNode;
  readonly onClear: () => void;
}

export function SelectionBar({ label, count, children, onClear }: SelectionBarProps): ReactNode {
  const { t } = useText();
  return (
    <div className={css["bar"]} role="group" aria-label={label}>
      <span className={css["count"]}>{t("ui.grid.selected", { count })}</span>
      {children}
      <Button size="small" tone="quiet" onPress={onClear}>
        {t("ui.key.clear")}
      </Button>
    </div>
  );
}
