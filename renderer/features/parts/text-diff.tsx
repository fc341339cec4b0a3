// Two texts as one, word by word: what is gone struck out, what is new marked.
import { type ReactNode, useMemo } from "react";
import { wordDiff } from "#core/lib/word-diff.ts";
import { useText } from "#ui/text/use-text.ts";
import css from "./history.module.css";

export function TextDiff({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  const { t } = useText();
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <bdi className={css["text"]}>
      {parts.map(({ kind, text }, at) => {
        // The parts of one difference never change places.
        const key = `${at} ${kind}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        if (kind === "gone") {
          return (
            <del key={key}>
              <span className={css["unsaid"]}>{t("history.removed")} </span>
              {text}
            </del>
          );
        }
        return (
          <ins key={key}>
            <span className={css["unsaid"]}>{t("history.added")} </span>
            {text}
          </ins>
        );
      })}
    </bdi>
  );
}
