// Shown while the view follows the journal: what is being opened and how far it is.
import type { ReactNode } from "react";
import { ProgressBar, Label } from "react-aria-components";
import type { Progress } from "#data/follow.ts";
import { useText } from "#ui/text/use-text.ts";
import css from "./opening-screen.module.css";

export function OpeningScreen(props: {
  readonly label: string;
  readonly progress: Progress | null;
}): ReactNode {
  const { t, formatNumber } = useText();
  const { label, progress } = props;
  const share = progress && progress.of > 0 ? (100 * progress.frame) / progress.of : 0;
  return (
    <main className={css["opening"]}>
      <ProgressBar value={share} isIndeterminate={progress === null} className={css["bar"] ?? ""}>
        <Label>{t("app.opening.title", { label })}</Label>
        <div className={css["track"]}>
          <div className={css["done"]} style={{ inlineSize: `${share}%` }} />
        </div>
        <p className={css["count"]}>
          {progress
            ? t("app.opening.frames", { done: formatNumber(progress.frame), all: formatNumber(progress.of) })
            : t("app.opening.reading")}
        </p>
      </ProgressBar>
    </main>
  );
}
