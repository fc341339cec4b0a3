// The columns of a directive's posts: Post, Action/Info, Variant, Owner, Due, State, Points, Last step, Next step, Silence.
import { useMemo } from "react";
import { dayIn } from "#core/rules/calendar.ts";
import { hostOf } from "#core/rules/deadlines.ts";
import { gapsOf } from "#core/rules/gaps.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { useText } from "#ui/text/use-text.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { useDeadlineText } from "../parts/deadline-text.ts";
import { useDeskClock } from "../parts/desk-clock.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { LineState, useLineStateText } from "./line-state.tsx";
import css from "./posts-tab.module.css";

/** How many points of the instruction a post has in its own way. */
function variantCount({ points }: TaskLine): number {
  return points.filter(({ variant }) => variant !== "asGiven").length;
}

/** A post that is not counted has no figure, unless it made points all the same. */
function hasPoints({ exclusion, pointsMade, pointsExpected }: TaskLine): boolean {
  return pointsExpected > 0 && (exclusion === null || pointsMade > 0);
}

/** The step a task waits for, in words; "" where nothing is left. */
export function useNextStepText(): (line: TaskLine) => string {
  const { t, has } = useText();
  const clock = useDeskClock();
  return useMemo(
    () => (line: TaskLine) => {
      const gap = gapsOf([line], clock).find(({ kind }) => kind === "stage");
      const key = gap === undefined ? "" : `nextStep.${gap.step}`;
      return has(key) ? t(key) : "";
    },
    [t, has, clock],
  );
}

export function usePostColumns(): readonly GridColumn<TaskLine>[] {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const { due } = useDeadlineText();
  const stateText = useLineStateText();
  const nextStep = useNextStepText();
  const { capitalTimeZone } = useDeskClock();
  return useMemo(() => {
    const lastStep = ({ lastStepAt, post }: TaskLine): string | null =>
      lastStepAt === null ? null : dayIn(lastStepAt, hostOf(post, capitalTimeZone).timeZone);
    const columns: GridColumn<TaskLine>[] = [
      {
        id: "post",
        heading: t("tasks.column.post"),
        value: ({ post }) => post?.name ?? t("tasks.unknown"),
        cell: ({ post, task }) => (
          <>
            <bdi>{post?.name ?? t("tasks.unknown")}</bdi>
            <ConflictBadge conflicts={task.conflicts} />
          </>
        ),
        width: 150,
        grows: true,
      },
      {
        id: "mode",
        heading: t("tasks.column.mode"),
        title: t("tasks.column.mode.means"),
        value: ({ task }) =>
          task.addressed === "action"
            ? enumText("taskingMode", task.mode)
            : enumText("addressKind", task.addressed),
        width: 104,
      },
      {
        id: "variant",
        heading: t("tasks.column.variant"),
        title: t("tasks.column.variant.means"),
        value: (line) => variantCount(line) || null,
        cell: (line) =>
          variantCount(line) === 0 ? (
            ""
          ) : (
            <span className={css["variant"]}>{t("tasks.variant", { count: variantCount(line) })}</span>
          ),
        width: 66,
      },
      {
        id: "owner",
        heading: t("tasks.column.owner"),
        value: ({ task }) => task.owner,
        width: 106,
      },
      {
        id: "due",
        heading: t("tasks.column.due"),
        title: t("tasks.column.due.means"),
        value: ({ timing, exclusion }) =>
          exclusion === null && timing.deliver?.kind === "dated" ? timing.deliver.lateFrom : null,
        text: ({ timing, exclusion }) => (exclusion === null ? due(timing.deliver) : ""),
        width: 98,
      },
      {
        id: "state",
        heading: t("tasks.column.state"),
        value: stateText,
        cell: (line) => <LineState line={line} isPlain />,
        width: 140,
      },
      {
        id: "points",
        heading: t("tasks.column.points"),
        title: t("tasks.column.points.means"),
        value: (line) => (hasPoints(line) ? line.pointsMade / line.pointsExpected : null),
        text: (line) => (hasPoints(line) ? `${line.pointsMade}/${line.pointsExpected}` : ""),
        align: "end",
        width: 62,
      },
      {
        id: "last",
        heading: t("tasks.column.last"),
        title: t("tasks.column.last.means"),
        value: lastStep,
        text: (line) => {
          const day = lastStep(line);
          return day === null ? "" : formatDay(day);
        },
        width: 84,
      },
      {
        id: "next",
        heading: t("tasks.column.next"),
        value: nextStep,
        width: 148,
      },
      {
        id: "silence",
        heading: t("tasks.column.silence"),
        title: t("tasks.column.silence.means"),
        value: ({ timing }) => timing.silenceDays,
        text: ({ timing }) =>
          timing.silenceDays === null ? "" : t("tasks.days", { count: timing.silenceDays }),
        align: "end",
        width: 68,
      },
    ];
    return columns;
  }, [t, formatDay, enumText, due, stateText, nextStep, capitalTimeZone]);
}
