// The columns of the list of people: names, office and body of today, post, last contact, stand.
import { useMemo } from "react";
import { stances } from "#core/model/enums.ts";
import type { Issue } from "#core/model/issue.ts";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { useText } from "#ui/text/use-text.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { enumWord } from "../parts/enum-text.ts";
import { StanceMark } from "../parts/stance-mark.tsx";
import css from "./counterparts-screen.module.css";
import type { PersonLine } from "./person-line.ts";

export function useCounterpartColumns(issues: ReadonlyMap<string, Issue>): readonly GridColumn<PersonLine>[] {
  const text = useText();
  return useMemo((): readonly GridColumn<PersonLine>[] => {
    const { t, formatDay } = text;
    return [
      {
        id: "name",
        heading: t("counterparts.column.name"),
        value: ({ counterpart }) => counterpart.name,
        cell: ({ counterpart }) => (
          <span className={css["name"]}>
            <bdi className={css["word"]}>{counterpart.name}</bdi>
            <ConflictBadge conflicts={counterpart.conflicts} />
          </span>
        ),
        width: 200,
        grows: true,
      },
      {
        id: "native",
        heading: t("counterparts.column.native"),
        title: t("person.nativeName"),
        value: ({ counterpart }) => counterpart.nativeName,
        cell: ({ counterpart }) => <bdi>{counterpart.nativeName}</bdi>,
        width: 112,
      },
      {
        id: "office",
        heading: t("counterparts.column.office"),
        value: ({ office }) => office?.title ?? "",
        cell: ({ office }) => <bdi>{office?.title ?? ""}</bdi>,
        width: 200,
        grows: true,
      },
      {
        id: "body",
        heading: t("office.body"),
        value: ({ bodies }) => bodies[0]?.name ?? "",
        text: ({ bodies }) => bodies.map(({ name }) => name).join(", "),
        saved: ({ bodies }) => bodies[0]?.name ?? "",
        cell: ({ bodies }) => <bdi>{bodies[0]?.name ?? ""}</bdi>,
        width: 176,
      },
      {
        id: "post",
        heading: t("counterparts.column.post"),
        value: ({ post }) => post?.name ?? "",
        width: 108,
      },
      {
        id: "met",
        heading: t("counterparts.column.met"),
        title: t("counterparts.column.met.means"),
        value: ({ lastMetAt }) => lastMetAt,
        text: ({ lastMetOn }) => (lastMetOn === null ? t("counterparts.neverMet") : formatDay(lastMetOn)),
        width: 92,
      },
      {
        id: "stance",
        heading: t("counterparts.column.stance"),
        title: t("counterparts.column.stance.means"),
        value: ({ standing }) => (standing === undefined ? null : stances.indexOf(standing.current.stance)),
        text: ({ standing }) => {
          if (standing === undefined) return "";
          const stance = enumWord(text, "stance", standing.current.stance);
          const issue = issues.get(standing.issueId)?.name ?? "";
          return issue === "" ? stance : t("counterparts.stance.on", { stance, issue });
        },
        cell: ({ standing }) =>
          standing === undefined ? "" : <StanceMark stance={standing.current.stance} />,
        width: 160,
      },
    ];
  }, [text, issues]);
}
