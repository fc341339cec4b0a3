// A value before and after: side by side where it is short, word by word where it is a text.
import { ArrowRight } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { wordDiff } from "#core/lib/word-diff.ts";
import type { TableName } from "#core/model/tables.ts";
import type { HistoryChange } from "#data/history.ts";
import { useText } from "#ui/text/use-text.ts";
import css from "./history.module.css";
import { useValueWords } from "./value-words.ts";

/** From this length on a text is compared word by word. */
const longText = 60;

interface ValueChangeProps {
  readonly table: TableName;
  readonly change: Pick<HistoryChange, "path" | "before" | "after">;
  readonly titles: ReadonlyMap<string, string>;
}

export function ValueChange({ table, change, titles }: ValueChangeProps): ReactNode {
  const { t } = useText();
  const words = useValueWords();
  const empty = t("decisions.empty");
  const { path } = change;
  const before = words(table, path, change.before, titles);
  const after = words(table, path, change.after, titles);
  const isText = [before, after].every((text) => text.length > longText);
  if (isText) return <TextDiff before={before} after={after} />;
  return (
    <span className={css["values"]}>
      {before !== empty && (
        <>
          <bdi className={css["before"]}>{before}</bdi>
          <ArrowRight aria-hidden size={12} className={css["arrow"]} />
        </>
      )}
      <bdi className={css["after"]}>{after}</bdi>
    </span>
  );
}

function TextDiff({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
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
