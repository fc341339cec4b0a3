// The columns of the list of engagements: with whom, where, when, how it went.
import { useMemo } from "react";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { useText } from "#ui/text/use-text.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { EngagementStateMark } from "../parts/engagement-state-mark.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import type { EngagementLine } from "./list-search.ts";

const made = new Set(["delivered", "hostRaised"]);

export function useEngagementColumns(): readonly GridColumn<EngagementLine>[] {
  const { t, formatDay, formatList } = useText();
  const enumText = useEnumText();
  return useMemo(() => {
    const withWhom = ({ engagement }: EngagementLine): string => {
      const names = Object.values(engagement.theirs).map(({ name }) => name);
      return names.length === 0
        ? engagement.subject || enumText("engagementType", engagement.type)
        : formatList(names);
    };
    const columns: GridColumn<EngagementLine>[] = [
      {
        id: "with",
        heading: t("engagements.column.with"),
        value: withWhom,
        saved: ({ engagement }) =>
          Object.values(engagement.theirs)
            .map(({ name }) => name)
            .join("; "),
        cell: (line) => (
          <>
            <bdi>{withWhom(line)}</bdi>
            <ConflictBadge conflicts={line.engagement.conflicts} />
          </>
        ),
        width: 200,
        grows: true,
      },
      { id: "post", heading: t("engagement.post"), value: ({ post }) => post?.name ?? "", width: 124 },
      {
        id: "day",
        heading: t("engagement.on"),
        title: t("engagements.column.day.means"),
        value: ({ engagement }) => engagement.at,
        text: ({ day }) => (day === null ? t("engagements.noDay") : formatDay(day)),
        width: 92,
      },
      {
        id: "type",
        heading: t("engagement.type"),
        value: ({ engagement }) => enumText("engagementType", engagement.type),
        width: 108,
      },
      {
        id: "state",
        heading: t("engagement.state"),
        value: ({ engagement }) => enumText("engagementState", engagement.state),
        cell: ({ engagement }) => <EngagementStateMark state={engagement.state} isPlain />,
        width: 96,
      },
      {
        id: "points",
        heading: t("engagements.column.points"),
        title: t("engagements.column.points.means"),
        value: ({ engagement }) =>
          Object.values(engagement.points).filter(({ outcome }) => made.has(outcome)).length || null,
        align: "end",
        width: 62,
      },
      {
        id: "reaction",
        heading: t("engagement.reaction"),
        value: ({ engagement }) =>
          engagement.reaction === null ? null : enumText("reaction", engagement.reaction),
        width: 96,
      },
      {
        id: "directive",
        heading: t("engagement.directive"),
        value: ({ directive }) => directive?.mrn || directive?.subject || "",
        text: ({ directive }) => directive?.mrn || directive?.subject || "",
        width: 116,
      },
      {
        id: "ours",
        heading: t("engagement.ours"),
        value: ({ engagement }) => formatList(Object.values(engagement.ours).map(({ name }) => name)),
        saved: ({ engagement }) =>
          Object.values(engagement.ours)
            .map(({ name }) => name)
            .join("; "),
        width: 150,
      },
    ];
    return columns;
  }, [t, formatDay, formatList, enumText]);
}
