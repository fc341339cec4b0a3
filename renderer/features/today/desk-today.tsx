// The desk's day: what needs it now, the figures, the week, and what was left unfinished.
import { type ReactNode, useMemo } from "react";
import { dueBucket } from "#core/rules/follow-up.ts";
import { hostOf, isLive } from "#core/rules/deadlines.ts";
import { dayIn } from "#core/rules/calendar.ts";
import { taskLines } from "#core/rules/task-line.ts";
import { toDoList } from "#core/rules/to-do.ts";
import { weekAhead } from "#core/rules/week-ahead.ts";
import type { TodayFile } from "#data/today-file.ts";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useDeskClock } from "../parts/desk-clock.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { Counters } from "./counters.tsx";
import { ToDoLines } from "./to-do-lines.tsx";
import { TodayFrame } from "./today-frame.tsx";
import { Decisions, Drafts } from "./unfinished.tsx";
import css from "./today-screen.module.css";
import { WeekCalendar } from "./week-calendar.tsx";

export function DeskToday({ file }: { readonly file: TodayFile }): ReactNode {
  const { t } = useText();
  const { settings, today } = useWorkspace();
  const clock = useDeskClock();
  const { toDos, days, counters } = useMemo(() => {
    const lines = taskLines(file, clock);
    const late = (test: (line: (typeof lines)[number]) => boolean) => lines.filter(test);
    const deliveries = late(({ timing }) => timing.overdueToDeliver);
    const reports = late(({ timing }) => timing.overdueToReport && !timing.overdueToDeliver);
    const posts = new Map(file.posts.map((post) => [post.id, post]));
    const followUps = file.followUps.filter((followUp) => {
      const host = hostOf(posts.get(followUp.postId ?? ""), clock.capitalTimeZone);
      return (
        dueBucket(followUp, { today: dayIn(clock.now, host.timeZone), weekend: host.weekend }) === "overdue"
      );
    });
    return {
      toDos: toDoList({ ...file, lines, conflictCount: file.decisions.length }, clock),
      days: weekAhead({ ...file, lines }, today, clock),
      counters: {
        deliveries: { count: deliveries.length, directiveId: deliveries[0]?.task.directiveId ?? undefined },
        reports: { count: reports.length, directiveId: reports[0]?.task.directiveId ?? undefined },
        followUps: followUps.length,
      },
    };
  }, [file, clock, today]);
  const names = new Map(file.directives.map(({ id, mrn, subject }) => [id, mrn || subject]));
  const running = file.directives.filter(isLive).length;

  return (
    <TodayFrame
      title={t("today.title")}
      meta={[settings.officeName, t("today.running", { count: running })].filter(Boolean).join(" · ")}
      counters={
        <Counters
          counters={[
            {
              id: "deliveries",
              label: t("today.counter.deliveries"),
              count: counters.deliveries.count,
              to: links.matrix(counters.deliveries.directiveId, "gaps"),
              isUrgent: true,
            },
            {
              id: "reports",
              label: t("today.counter.reports"),
              count: counters.reports.count,
              to: links.matrix(counters.reports.directiveId, "gaps"),
              isUrgent: true,
            },
            {
              id: "followUps",
              label: t("today.counter.followUps"),
              count: counters.followUps,
              to: links.followUps({ bucket: "overdue" }),
              isUrgent: true,
            },
            {
              id: "decisions",
              label: t("today.counter.decisions"),
              count: file.decisions.length,
              to: links.decisions(),
            },
          ]}
        />
      }
      side={<WeekCalendar days={days} posts={file.posts} />}
    >
      <Section title={t("today.toDo")}>
        {toDos.length === 0 ? (
          <p className={css["muted"]}>{t("today.toDo.none")}</p>
        ) : (
          <ToDoLines toDos={toDos} directiveNames={names} />
        )}
      </Section>
      <Decisions decisions={file.decisions} />
      <Drafts drafts={file.drafts} />
    </TodayFrame>
  );
}
