// Beside the log form: what the directive asks of this post, so that the form can be filled in without leaving it.
import { memo } from "react";
import { zoneFrom } from "#core/rules/calendar.ts";
import { deliverDue, hostOf, isAnswerOwed } from "#core/rules/deadlines.ts";
import { exclusionOf } from "#core/rules/task-scope.ts";
import { taskState } from "#core/rules/task-state.ts";
import { Link } from "#ui/controls/link.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { type Fact, FactsList } from "#ui/display/facts-list.tsx";
import { Keys } from "#ui/display/kbd.tsx";
import { Panel } from "#ui/layout/panel.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useDeadlineText } from "../parts/deadline-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { TaskStateMark } from "../parts/task-state-mark.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import type { LogCase } from "./log-case.ts";
import css from "./log-form.module.css";

export const LogFacts = memo(function LogFacts({ known }: { readonly known: LogCase }) {
  const { t } = useText();
  const enumText = useEnumText();
  const { due } = useDeadlineText();
  const { settings } = useWorkspace();
  const { directive, task, post } = known;
  if (directive === undefined) {
    return (
      <Panel title={t("engagement.facts")}>
        <p className={css["muted"]}>{t("engagement.facts.none")}</p>
        <KeyHelp />
      </Panel>
    );
  }
  const host = hostOf(post, zoneFrom(settings.capitalTimeZone));
  const level = task?.level ?? directive.level;
  const paper = task?.writtenMaterial ?? directive.writtenMaterial;
  const deadline = due(deliverDue(task ?? { deliverBy: null, reportBy: null }, directive, host));
  const facts: (Fact | null)[] = [
    {
      label: t("engagement.directive"),
      value: (
        <>
          <Link to={links.directive(directive.id)}>
            <bdi>{directive.subject || directive.mrn}</bdi>
          </Link>
          {directive.subject !== "" && <span className={css["mrn"]}>{directive.mrn}</span>}
        </>
      ),
    },
    task
      ? {
          label: t("engagement.facts.state"),
          value: <TaskStateMark state={taskState(task, isAnswerOwed(task, directive, []))} />,
        }
      : null,
    task ? { label: t("engagement.facts.mode"), value: enumText("taskingMode", task.mode) } : null,
    deadline ? { label: t("engagement.facts.deliverBy"), value: deadline } : null,
    level ? { label: t("engagement.facts.level"), value: enumText("level", level) } : null,
    paper ? { label: t("engagement.facts.paper"), value: enumText("writtenMaterial", paper) } : null,
    task?.language ? { label: t("engagement.language"), value: task.language } : null,
    {
      label: t("engagement.facts.ask"),
      value: directive.ask.trim() === "" ? t("engagement.facts.noAsk") : <bdi>{directive.ask}</bdi>,
    },
  ];
  return (
    <Panel title={t("engagement.facts")}>
      <div className={css["facts"]}>
        <Standing known={known} />
        <FactsList facts={facts.flatMap((fact) => fact ?? [])} />
        <KeyHelp />
      </div>
    </Panel>
  );
});

/** Where a post is not expected to act on its own initiative, the form says so; it does not forbid. */
function Standing({ known }: { readonly known: LogCase }) {
  const { t } = useText();
  const { task, post } = known;
  if (post === undefined) return null;
  if (task === undefined)
    return <Callout tone="info">{t("engagement.facts.noTask", { post: post.name })}</Callout>;
  const exclusion = exclusionOf(task);
  if (exclusion === null) return null;
  return <Callout tone="warning">{t(`engagement.facts.${exclusion}`, { post: post.name })}</Callout>;
}

function KeyHelp() {
  const { t } = useText();
  return (
    <dl className={css["keys"]}>
      {(
        [
          ["Mod+Enter", "engagement.file"],
          ["1 2 3 4 0", "engagement.key.outcome"],
          ["Mod+1", "engagement.key.block"],
          ["?", "ui.command.shortcuts"],
        ] as const
      ).map(([keys, label]) => (
        <div key={keys}>
          <dt>
            <Keys keys={keys} />
          </dt>
          <dd>{t(label)}</dd>
        </div>
      ))}
    </dl>
  );
}
