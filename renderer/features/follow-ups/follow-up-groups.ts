// How the queue is grouped, and in which order groups stand.
import { useMemo } from "react";
import type { GridGroup } from "#ui/data-grid/column.ts";
import { useText } from "#ui/text/use-text.ts";
import type { FollowUpLine } from "./follow-up-lines.ts";
import type { Grouping } from "./follow-up-search.ts";

export type GroupOf = (line: FollowUpLine) => GridGroup;

export function useFollowUpGroup(grouping: Grouping): GroupOf {
  const { t } = useText();
  return useMemo(
    () => (line) => {
      const { followUp, post, directive, bucket } = line;
      switch (grouping) {
        case "due":
          return { id: bucket, label: t(`enum.dueBucket.${bucket}`) };
        case "post":
          return { id: followUp.postId ?? "", label: post?.name ?? t("followUps.desk") };
        case "person":
          return { id: followUp.owner, label: followUp.owner || t("followUps.nobody") };
        case "directive":
          return {
            id: followUp.directiveId ?? "",
            label: directive?.subject || directive?.mrn || t("followUps.noDirective"),
          };
      }
    },
    [grouping, t],
  );
}

/** Groups other than by day stand in the order of their names; within each the queue keeps its own. */
export function withGroupsTogether(
  lines: readonly FollowUpLine[],
  grouping: Grouping,
  groupOf: GroupOf,
): readonly FollowUpLine[] {
  if (grouping === "due") return lines;
  return lines.toSorted((a, b) => groupOf(a).label.localeCompare(groupOf(b).label));
}
