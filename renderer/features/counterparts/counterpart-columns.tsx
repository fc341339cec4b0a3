// The columns of the list of people.
import { useMemo } from "react";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { useText } from "#ui/text/use-text.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { enumWord } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./counterparts-screen.module.css";
import type { PersonLine } from "./person-line.ts";

export function useCounterpartColumns(): readonly GridColumn<PersonLine>[] {
  const text = useText();
  const { settings } = useWorkspace();
  const { capitalTimeZone } = settings;
  return useMemo((): readonly GridColumn<PersonLine>[] => {
    const { t, formatInstant } = text;
    const met = ({ lastMetAt }: PersonLine) =>
      lastMetAt === null ? "" : formatInstant(lastMetAt, capitalTimeZone);
    return [
      {
        id: "name",
        heading: t("counterparts.column.name"),
        value: ({ counterpart }) => counterpart.name,
        cell: ({ counterpart }) => (
          <span className={css["name"]}>
            <bdi className={css["word"]}>{counterpart.name}</bdi>
            {counterpart.nativeName !== "" && <bdi className={css["native"]}>{counterpart.nativeName}</bdi>}
            <ConflictBadge conflicts={counterpart.conflicts} />
          </span>
        ),
        width: 260,
        grows: true,
      },
      { id: "office", heading: t("counterparts.column.office"), value: ({ office }) => office, width: 320 },
      { id: "post", heading: t("counterparts.column.post"), value: ({ postName }) => postName, width: 120 },
      {
        id: "met",
        heading: t("counterparts.column.met"),
        value: ({ lastMetAt }) => lastMetAt ?? "",
        cell: met,
        text: met,
        width: 150,
      },
      {
        id: "stance",
        heading: t("counterparts.column.stance"),
        value: ({ position }) => (position ? enumWord(text, "stance", position.stance) : ""),
        width: 150,
      },
    ];
  }, [text, capitalTimeZone]);
}
