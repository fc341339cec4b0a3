// List, record and facts side by side. Facts fold beneath the record under 1200 px; under 900 px the list is a back step.
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../controls/button.tsx";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import css from "./split.module.css";

export interface SplitProps {
  readonly list?: ReactNode;
  readonly listLabel?: string | undefined;
  /** Width of the list column in pixels. */
  readonly listWidth?: number | undefined;
  /** The record; without one the list takes the whole width. */
  readonly children?: ReactNode;
  readonly facts?: ReactNode;
  readonly factsLabel?: string | undefined;
  /** Closes the record: the back step of narrow windows. */
  readonly onBack?: (() => void) | undefined;
}

export function Split({ list, listLabel, listWidth = 320, children, facts, factsLabel, onBack }: SplitProps) {
  const { t } = useText();
  const hasRecord = children !== undefined && children !== null && children !== false;
  return (
    <div
      className={cx(
        css["split"],
        list !== undefined && css["withList"],
        facts !== undefined && css["withFacts"],
        hasRecord && css["withRecord"],
      )}
      style={{ "--list-width": `${String(listWidth)}px` }}
    >
      {list !== undefined && (
        <section className={css["list"]} aria-label={listLabel}>
          {list}
        </section>
      )}
      {hasRecord && (
        <div className={css["record"]}>
          {onBack !== undefined && list !== undefined && (
            <div className={css["back"]}>
              <Button tone="quiet" size="small" icon={<ArrowLeft aria-hidden />} onPress={onBack}>
                {t("ui.split.back")}
              </Button>
            </div>
          )}
          <div className={css["body"]}>{children}</div>
          {facts !== undefined && (
            <aside className={css["facts"]} aria-label={factsLabel ?? t("ui.split.facts")}>
              {facts}
            </aside>
          )}
        </div>
      )}
    </div>
  );
}
