// One task beside the list: where it stands and why, what is asked of this post, its dates, its points.
import { useState } from "react";
import { dayIn } from "#core/rules/calendar.ts";
import { hostOf } from "#core/rules/deadlines.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { EvidenceLevel } from "#ui/display/evidence-level.tsx";
import { Section } from "#ui/layout/section.tsx";
import { Drawer } from "#ui/overlays/drawer.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Attachments } from "../parts/attachments.tsx";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { useDeskClock } from "../parts/desk-clock.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { History } from "../parts/history.tsx";
import { useSentenceText } from "../parts/sentence-text.ts";
import type { CaseView } from "./case-view.ts";
import { LineState } from "./line-state.tsx";
import { useNextStepText } from "./post-columns.tsx";
import { TaskDates } from "./task-dates.tsx";
import { TaskFields } from "./task-fields.tsx";
import { TaskMenu } from "./task-menu.tsx";
import css from "./task-panel.module.css";
import { TaskPoints } from "./task-points.tsx";

export interface TaskPanelProps {
  readonly view: CaseView;
  readonly line: TaskLine;
  readonly onClose: () => void;
}

export function TaskPanel({ view, line, onClose }: TaskPanelProps) {
  const { t, formatDay } = useText();
  const navigate = useNavigate();
  const enumText = useEnumText();
  const sentence = useSentenceText();
  const nextStep = useNextStepText();
  const { capitalTimeZone } = useDeskClock();
  const [open, setOpen] = useState<string | null>(null);
  const { task, post, evidence, exclusion } = line;
  const { timeZone } = hostOf(post, capitalTimeZone);
  const next = nextStep(line);
  const shared = { line, open, onOpenChange: setOpen };
  return (
    <Drawer
      isOpen
      title={post?.name ?? t("tasks.unknown")}
      onClose={onClose}
      takesFocus={false}
      actions={
        <>
          <Button tone="primary" onPress={() => navigate(links.logEngagement({ task: task.id }))}>
            {t("task.log")}
          </Button>
          <TaskMenu line={line} />
        </>
      }
    >
      <div className={css["head"]}>
        <p className={css["state"]}>
          <LineState line={line} />
          <ConflictBadge conflicts={task.conflicts} />
          {task.postId !== null && <Link to={links.post(task.postId)}>{t("task.to-post")}</Link>}
        </p>
        <p className={css["evidence"]}>
          <EvidenceLevel
            level={exclusion === null ? evidence.level : null}
            meaning={sentence("evidence", evidence.because)}
          />
          <span>
            {exclusion === null ? sentence("evidence", evidence.because) : t(`exclusion.${exclusion}.means`)}
            {next !== "" && (
              <>
                {" "}
                <strong>{t("task.next", { step: next })}</strong>
              </>
            )}
          </span>
        </p>
        {task.exemptReason !== null && (
          <p className={css["note"]}>
            {task.exemptClearedBy === ""
              ? t("task.exempt.uncleared", { reason: enumText("exemptReason", task.exemptReason) })
              : t("task.exempt", {
                  reason: enumText("exemptReason", task.exemptReason),
                  by: task.exemptClearedBy,
                })}{" "}
            <bdi>{task.exemptNote}</bdi>
          </p>
        )}
        {task.notDeliveredReason !== null && (
          <p className={css["note"]}>
            {t("task.not-delivered", { reason: enumText("notDeliveredReason", task.notDeliveredReason) })}{" "}
            <bdi>{task.notDeliveredNote}</bdi>
          </p>
        )}
      </div>
      <Section title={t("task.instruction")} level={3}>
        <TaskFields {...shared} directive={view.file.directive} />
      </Section>
      <Section title={t("task.dates")} hint={t("task.dates.hint")} level={3}>
        <TaskDates {...shared} timeZone={timeZone} />
      </Section>
      <Section title={t("task.points")} level={3}>
        <TaskPoints view={view} line={line} />
      </Section>
      <Section title={t("task.engagements")} level={3}>
        {line.engagements.length === 0 ? (
          <p className={css["muted"]}>{t("task.no-engagements")}</p>
        ) : (
          <ul className={css["list"]}>
            {line.engagements.toReversed().map((engagement) => (
              <li key={engagement.id}>
                <Link to={links.engagement(engagement.id)}>
                  {t("task.engagement", {
                    type: enumText("engagementType", engagement.type),
                    state: enumText("engagementState", engagement.state),
                    day:
                      engagement.at === null
                        ? ""
                        : formatDay(dayIn(engagement.at, engagement.timeZone || timeZone)),
                  })}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Attachments
        record={{ table: "demarcheTasks", id: task.id }}
        scope={task.scope}
        marking={view.file.directive.marking}
        level={3}
      />
      <Section title={t("history.title")} level={3}>
        <History records={[{ table: "demarcheTasks", id: task.id }]} />
      </Section>
    </Drawer>
  );
}
