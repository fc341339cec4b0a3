// The columns of the queue.
import { useMemo } from "react";
import { dueBuckets } from "#core/rules/follow-up.ts";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { Badge } from "#ui/display/badge.tsx";
import { Day } from "#ui/display/time.tsx";
import { type TextTools, useText } from "#ui/text/use-text.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { enumWord } from "../parts/enum-text.ts";
import { DueMark } from "./due-mark.tsx";
import type { FollowUpLine } from "./follow-up-lines.ts";
import type { Grouping } from "./follow-up-search.ts";
import css from "./follow-ups-screen.module.css";

/** The column that says what the groups say already is left out. */
const saidByGroup: Readonly<Record<Grouping, string>> = {
  due: "mark",
  post: "post",
  person: "owner",
  directive: "directive",
};

export function useFollowUpColumns(grouping: Grouping): readonly GridColumn<FollowUpLine>[] {
  const text = useText();
  return useMemo(() => columnsOf(text).filter(({ id }) => id !== saidByGroup[grouping]), [text, grouping]);
}

function columnsOf(text: TextTools): readonly GridColumn<FollowUpLine>[] {
  const { t, formatDay, formatNumber } = text;
  return [
    {
      id: "what",
      heading: t("followUp.what"),
      value: ({ followUp }) => followUp.what,
      cell: ({ followUp }) => (
        <span className={css["what"]}>
          <bdi className={css["words"]}>{followUp.what}</bdi>
          {followUp.priority === "high" && <Badge tone="warning">{t("followUps.high")}</Badge>}
          <ConflictBadge conflicts={followUp.conflicts} />
        </span>
      ),
      width: 260,
      grows: true,
    },
    {
      id: "mark",
      heading: t("followUps.column.mark"),
      value: ({ bucket }) => dueBuckets.indexOf(bucket),
      text: ({ bucket }) => t(`enum.dueBucket.${bucket}`),
      cell: ({ bucket }) => <DueMark bucket={bucket} />,
      width: 128,
    },
    {
      id: "due",
      heading: t("followUp.dueOn"),
      title: t("followUps.column.due.means"),
      value: ({ followUp }) => followUp.dueOn,
      text: ({ followUp }) => (followUp.dueOn === null ? "" : formatDay(followUp.dueOn)),
      cell: ({ followUp, today, bucket }) =>
        followUp.dueOn !== null && (
          <Day on={followUp.dueOn} today={bucket === "closed" ? undefined : today} />
        ),
      width: 160,
    },
    { id: "owner", heading: t("followUps.column.who"), value: ({ followUp }) => followUp.owner, width: 132 },
    {
      id: "post",
      heading: t("followUp.post"),
      value: ({ post, followUp }) => post?.name ?? (followUp.postId === null ? t("followUps.desk") : ""),
      saved: ({ post }) => post?.name ?? "",
      width: 104,
    },
    {
      id: "waiting",
      heading: t("followUp.waitingOn"),
      value: ({ followUp }) => enumWord(text, "party", followUp.waitingOn),
      width: 96,
    },
    {
      id: "directive",
      heading: t("followUp.directive"),
      value: ({ directive }) => directive?.mrn || directive?.subject || "",
      text: ({ directive }) => [directive?.mrn, directive?.subject].filter(Boolean).join(" · "),
      saved: ({ directive }) => directive?.mrn || directive?.subject || "",
      cell: ({ directive }) => <bdi>{directive?.mrn || directive?.subject}</bdi>,
      width: 108,
    },
    {
      id: "age",
      heading: t("followUps.column.age"),
      value: ({ ageDays }) => ageDays,
      text: ({ ageDays }) => t("followUps.days", { days: ageDays, shown: formatNumber(ageDays) }),
      align: "end",
      width: 76,
    },
    {
      id: "point",
      heading: t("followUps.column.point"),
      title: t("followUps.column.point.means"),
      value: ({ point }) => (point === undefined ? null : point.label || point.order),
      text: ({ point }) => point?.text ?? "",
      cell: ({ point }) => point !== undefined && <bdi>{point.label || point.order}</bdi>,
      width: 64,
    },
  ];
}
