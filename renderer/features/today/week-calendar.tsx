// The next seven days: deadlines, meetings, follow-ups and the dates the directives point to.
import type { ReactNode } from "react";
import type { Post } from "#core/model/post.ts";
import { wallClock, zoneFrom } from "#core/rules/calendar.ts";
import type { DayAhead, DayEntry } from "#core/rules/week-ahead.ts";
import { Link } from "#ui/controls/link.tsx";
import { ShapeMark, type Shape } from "#ui/display/state-mark.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { cityOf } from "../parts/deadline-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./today-screen.module.css";

export interface WeekCalendarProps {
  readonly days: readonly DayAhead[];
  readonly posts: readonly Post[];
}

export function WeekCalendar({ days, posts }: WeekCalendarProps): ReactNode {
  const { t, formatDay } = useText();
  return (
    <section className={css["week"]} aria-label={t("today.week")}>
      <h2 className={css["weekTitle"]}>{t("today.week")}</h2>
      <ol>
        {days.map(({ on, entries }, ahead) => (
          <li key={on} className={css["day"]}>
            <h3 className={css["dayName"]}>
              <time dateTime={on}>{formatDay(on)}</time>
              {ahead === 0 && <span className={css["muted"]}> {t("today.isToday")}</span>}
            </h3>
            {entries.length === 0 ? (
              <p className={css["muted"]}>–</p>
            ) : (
              <ul className={css["dayEntries"]}>
                {entries.map((entry) => (
                  <DayLine key={entry.key} entry={entry} posts={posts} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const shapes: Readonly<Record<string, Shape>> = {
  deliver: "circle",
  report: "half-circle",
  answer: "dotted",
  meeting: "diamond",
  followUp: "square",
  commitment: "check",
  event: "full-square",
};

function DayLine({ entry, posts }: { readonly entry: DayEntry; readonly posts: readonly Post[] }): ReactNode {
  const { t } = useText();
  const kind = entry.kind === "tasks" ? entry.what : entry.kind === "event" ? "event" : entry.matter.kind;
  const post = entry.kind === "single" ? posts.find(({ id }) => id === entry.postId) : undefined;
  return (
    <li className={css["dayLine"]}>
      <span className={css["dayMark"]}>
        <ShapeMark shape={shapes[kind] ?? "circle"} />
      </span>
      <span>
        <span className={css["dayKind"]}>{t(kind === "event" ? "today.event" : `agenda.kind.${kind}`)}</span>{" "}
        <DayWords entry={entry} posts={posts} post={post} />
      </span>
    </li>
  );
}

function DayWords(props: {
  readonly entry: DayEntry;
  readonly posts: readonly Post[];
  readonly post: Post | undefined;
}): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const { entry, posts, post } = props;
  if (entry.kind === "event") {
    const { directiveId, title } = entry.reference;
    return directiveId === null ? (
      <bdi>{title}</bdi>
    ) : (
      <Link to={links.directive(directiveId, "instruction")} tone="plain">
        <bdi>{title}</bdi>
      </Link>
    );
  }
  if (entry.kind === "tasks") {
    const [first] = entry.postIds;
    const name = posts.find(({ id }) => id === first)?.name ?? "";
    return (
      <Link to={links.matrix(entry.directiveId, "gaps")} tone="plain">
        <bdi>{t("today.posts", { count: entry.postIds.length, post: name, subject: entry.subject })}</bdi>
      </Link>
    );
  }
  const { matter } = entry;
  switch (matter.kind) {
    case "meeting": {
      const { id, at, timeZone, subject, type } = matter.engagement;
      const zone = zoneFrom(timeZone, post?.timeZone ?? "", settings.capitalTimeZone);
      const time = at === null ? "" : `${wallClock(at, zone).time} ${post?.name ?? cityOf(zone)}`;
      return (
        <Link to={links.engagement(id)} tone="plain">
          <bdi>{[time, subject || enumText("engagementType", type)].filter(Boolean).join(", ")}</bdi>
        </Link>
      );
    }
    case "followUp":
      return (
        <Link to={links.followUps({ open: matter.followUp.id })} tone="plain">
          <bdi>{[post?.name, matter.followUp.what].filter(Boolean).join(": ")}</bdi>
        </Link>
      );
    case "commitment":
      return (
        <Link to={links.engagement(matter.engagement.id)} tone="plain">
          <bdi>{[post?.name, matter.commitment.text].filter(Boolean).join(": ")}</bdi>
        </Link>
      );
  }
}
