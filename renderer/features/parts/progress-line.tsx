// How far long work has come, with a way to stop it.
import type { ReactNode, RefObject } from "react";
import { Button } from "#ui/controls/button.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFileSize } from "./file-size.ts";
import css from "./foot-bar.module.css";
import type { Progress } from "./use-progress.ts";

export interface ProgressLineProps {
  readonly progress: Progress;
  readonly onStop: () => void;
  /** Takes the focus from the button that goes away: what stands there while the work is done. */
  readonly place: RefObject<HTMLElement | null>;
}

export function ProgressLine({ progress, onStop, place }: ProgressLineProps): ReactNode {
  const { t } = useText();
  const fileSize = useFileSize();
  const { what, done, total } = progress;
  const label = t(`progress.${what}`);
  const stop = () => {
    onStop();
    place.current?.focus({ preventScroll: true });
  };
  const ofTotal =
    what === "reading" || what === "verifying"
      ? t("progress.size", { label, done: fileSize(done), total: fileSize(total) })
      : t("progress.of", { label, done, total });
  return (
    <div className={css["bar"]} role="status">
      <span>{total === 0 ? label : ofTotal}</span>
      <progress aria-label={label} max={total || 1} {...(total === 0 ? {} : { value: done })} />
      {/* A write that has begun is finished: it is whole, and can be undone. */}
      {what !== "applying" && (
        <Button size="small" onPress={stop}>
          {t("progress.stop")}
        </Button>
      )}
    </div>
  );
}
