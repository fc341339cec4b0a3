// How far reading or planning has come, with a way to stop it.
import type { ReactNode } from "react";
import { Button } from "#ui/controls/button.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFileSize } from "../parts/file-size.ts";
import css from "./import-screen.module.css";
import type { Progress } from "./use-import.ts";

export interface ProgressLineProps {
  readonly progress: Progress;
  readonly onStop: () => void;
}

export function ProgressLine({ progress, onStop }: ProgressLineProps): ReactNode {
  const { t } = useText();
  const fileSize = useFileSize();
  const { what, done, total } = progress;
  const label = t(`import.progress.${what}`);
  const ofTotal =
    what === "reading"
      ? t("import.progress.size", { label, done: fileSize(done), total: fileSize(total) })
      : t("import.progress.of", { label, done, total });
  return (
    <div className={css["progress"]} role="status">
      <span>{total === 0 ? label : ofTotal}</span>
      <progress aria-label={label} max={total || 1} {...(total === 0 ? {} : { value: done })} />
      {/* A write that has begun is finished: it is whole, and can be undone. */}
      {what !== "applying" && (
        <Button size="small" onPress={onStop}>
          {t("import.progress.stop")}
        </Button>
      )}
    </div>
  );
}
