// Bars of the right size where content will stand, so that nothing jumps when it comes.
import { useText } from "../text/use-text.ts";
import css from "./skeleton.module.css";

export interface SkeletonProps {
  readonly rows?: number | undefined;
  /** Pixels; 20 is a line of text. */
  readonly rowHeight?: number | undefined;
}

export function Skeleton({ rows = 3, rowHeight = 20 }: SkeletonProps) {
  const { t } = useText();
  return (
    <div className={css["skeleton"]} role="status" style={{ "--row": `${String(rowHeight)}px` }}>
      <span className={css["spoken"]}>{t("ui.loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={css["row"]} aria-hidden>
          <span className={css["bar"]} />
        </span>
      ))}
    </div>
  );
}
