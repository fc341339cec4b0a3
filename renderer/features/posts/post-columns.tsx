// The columns of the list of posts.
import { useMemo } from "react";
import { isTimeZone, isWeekend, wallClock, zoneFrom } from "#core/rules/calendar.ts";
import type { Post } from "#core/model/post.ts";
import type { PostSummary } from "#core/rules/post-summary.ts";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { StateMark } from "#ui/display/state-mark.tsx";
import { type TextTools, useText } from "#ui/text/use-text.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { cityOf } from "../parts/deadline-text.ts";
import { enumWord } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./posts-screen.module.css";

/** New each minute, so that the clocks go on. */
export function usePostColumns(): readonly GridColumn<PostSummary>[] {
  const text = useText();
  const { now, settings } = useWorkspace();
  const { capitalTimeZone } = settings;
  return useMemo(() => columnsOf(text, now, capitalTimeZone), [text, now, capitalTimeZone]);
}

function columnsOf(
  text: TextTools,
  now: string,
  capitalTimeZone: string,
): readonly GridColumn<PostSummary>[] {
  const { t, formatInstant, formatNumber } = text;
  const figure = (count: number): string => (count === 0 ? "" : formatNumber(count));
  return [
    {
      id: "name",
      heading: t("posts.column.name"),
      value: ({ post }) => post.name,
      cell: ({ post }) => (
        <span className={css["name"]}>
          <bdi className={css["nameWord"]}>{post.name}</bdi>
          <ConflictBadge conflicts={post.conflicts} />
        </span>
      ),
      width: 156,
      grows: true,
    },
    {
      id: "type",
      heading: t("posts.column.type"),
      value: ({ post }) => enumWord(text, "postType", post.type),
      width: 120,
    },
    { id: "country", heading: t("posts.column.country"), value: ({ post }) => post.country, width: 136 },
    {
      id: "time",
      heading: t("posts.column.time"),
      title: t("posts.column.time.means"),
      value: ({ post }) => clockKey(post, now),
      text: ({ post }) =>
        isTimeZone(post.timeZone)
          ? `${formatInstant(now, post.timeZone)} ${cityOf(post.timeZone)}`
          : t("posts.noZone"),
      cell: ({ post }) => <LocalTime post={post} now={now} />,
      width: 112,
    },
    {
      id: "open",
      heading: t("posts.column.open"),
      title: t("posts.column.open.means"),
      value: ({ openTasks }) => openTasks,
      text: ({ openTasks }) => figure(openTasks),
      align: "end",
      width: 88,
    },
    {
      id: "overdue",
      heading: t("posts.column.overdue"),
      title: t("posts.column.overdue.means"),
      value: ({ overdue }) => overdue,
      text: ({ overdue }) => figure(overdue),
      cell: ({ overdue }) =>
        overdue > 0 && <StateMark shape="triangle" tone="danger" label={figure(overdue)} isPlain />,
      align: "end",
      width: 80,
    },
    {
      id: "last",
      heading: t("posts.column.last"),
      value: ({ lastHeld }) => lastHeld?.at ?? null,
      text: ({ lastHeld, post }) =>
        lastHeld?.at == null ? "" : formatInstant(lastHeld.at, zoneFrom(post.timeZone, capitalTimeZone)),
      width: 136,
    },
  ];
}

function clockKey({ timeZone }: Post, now: string): string | null {
  if (!isTimeZone(timeZone)) return null;
  const { on, time } = wallClock(now, timeZone);
  return `${on} ${time}`;
}

/** "Tue 17:05", with a word where the host's offices are closed for the weekend. */
function LocalTime({ post, now }: { readonly post: Post; readonly now: string }) {
  const { t, locale } = useText();
  const { timeZone, weekend } = post;
  if (!isTimeZone(timeZone)) return <span className={css["muted"]}>–</span>;
  const isOff = isWeekend(wallClock(now, timeZone).on, weekend);
  const clock = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(now));
  return (
    <span className={isOff ? css["muted"] : undefined}>{isOff ? t("posts.weekend", { clock }) : clock}</span>
  );
}
