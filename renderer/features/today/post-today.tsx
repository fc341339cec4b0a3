// A post's day: what is asked of it, its appointments, what it owes next.
import { type ReactNode, useMemo, useState } from "react";
import type { FollowUp } from "#core/model/follow-up.ts";
import type { Post } from "#core/model/post.ts";
import { agendaByGroup, agendaOf } from "#core/rules/agenda.ts";
import { dayIn } from "#core/rules/calendar.ts";
import { hostOf } from "#core/rules/deadlines.ts";
import { taskLines } from "#core/rules/task-line.ts";
import { weekAhead } from "#core/rules/week-ahead.ts";
import type { TodayFile } from "#data/today-file.ts";
import { Button } from "#ui/controls/button.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { AgendaLine } from "../parts/agenda-line.tsx";
import { CompleteDialog } from "../parts/complete-dialog.tsx";
import { useDeskClock } from "../parts/desk-clock.ts";
import { Counters } from "./counters.tsx";
import { TodayFrame } from "./today-frame.tsx";
import { Decisions, Drafts } from "./unfinished.tsx";
import css from "./today-screen.module.css";
import { WeekCalendar } from "./week-calendar.tsx";

export function PostToday({ file, post }: { readonly file: TodayFile; readonly post: Post }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const clock = useDeskClock();
  const [completing, setCompleting] = useState<FollowUp | null>(null);
  const host = hostOf(post, clock.capitalTimeZone);
  const today = dayIn(clock.now, host.timeZone);
  const { entries, days } = useMemo(() => {
    const lines = taskLines(file, clock);
    return {
      entries: agendaOf({ ...file, lines }, hostOf(post, clock.capitalTimeZone), clock),
      days: weekAhead({ ...file, lines }, today, clock),
    };
  }, [file, post, clock, today]);
  const count = (test: (entry: (typeof entries)[number]) => boolean) => entries.filter(test).length;

  return (
    <TodayFrame
      title={t("today.post", { post: post.name })}
      meta={t("today.post.what", { count: count(({ matter }) => "line" in matter) })}
      actions={
        <Button tone="primary" keys="n" onPress={() => navigate(links.logEngagement({ post: post.id }))}>
          {t("post.log")}
        </Button>
      }
      counters={
        <Counters
          counters={[
            {
              id: "overdue",
              label: t("today.counter.overdue"),
              count: count(({ group }) => group === "overdue"),
              to: links.post(post.id),
              isUrgent: true,
            },
            {
              id: "tasks",
              label: t("today.counter.tasks"),
              count: count(({ matter }) => matter.kind === "deliver" || matter.kind === "report"),
              to: links.post(post.id),
            },
            {
              id: "meetings",
              label: t("today.counter.meetings"),
              count: count(({ matter }) => matter.kind === "meeting"),
              to: links.engagements(),
            },
            {
              id: "followUps",
              label: t("today.counter.openFollowUps"),
              count: count(({ matter }) => matter.kind === "followUp"),
              to: links.followUps(),
            },
          ]}
        />
      }
      side={<WeekCalendar days={days} posts={file.posts} />}
    >
      <Section title={t("today.asked")}>
        {entries.length === 0 ? (
          <p className={css["muted"]}>{t("today.asked.none")}</p>
        ) : (
          agendaByGroup(entries).map(({ group, entries: members }) => (
            <section key={group} className={css["group"]}>
              <h3 className={css["groupTitle"]}>
                {t(`agenda.group.${group}`)} <span className={css["muted"]}>{members.length}</span>
              </h3>
              <ul>
                {members.map((entry) => (
                  <AgendaLine key={entry.key} entry={entry} today={today} onComplete={setCompleting} />
                ))}
              </ul>
            </section>
          ))
        )}
      </Section>
      <Decisions decisions={file.decisions} />
      <Drafts drafts={file.drafts} />
      {completing !== null && <CompleteDialog followUps={[completing]} onClose={() => setCompleting(null)} />}
    </TodayFrame>
  );
}
