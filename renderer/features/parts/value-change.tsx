// A value before and after: side by side where it is short, word by word where it is a text.
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import type { TableName } from "#core/model/tables.ts";
import type { HistoryChange } from "#data/history.ts";
import { useText } from "#ui/text/use-text.ts";
import css from "./history.module.css";
import { TextDiff } from "./text-diff.tsx";
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
