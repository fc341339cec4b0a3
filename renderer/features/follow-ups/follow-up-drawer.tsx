// One follow-up in full, with what may be done about it.
import type { ReactNode } from "react";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { type Fact, FactsList } from "#ui/display/facts-list.tsx";
import { Day } from "#ui/display/time.tsx";
import { Section } from "#ui/layout/section.tsx";
import { Drawer } from "#ui/overlays/drawer.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Attachments } from "../parts/attachments.tsx";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { History } from "../parts/history.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import { useTrash } from "../parts/use-trash.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import { DueMark } from "./due-mark.tsx";
import type { FollowUpLine } from "./follow-up-lines.ts";
import css from "./follow-ups-screen.module.css";

/** What may be done with follow-ups, from the row, the drawer or the keyboard. */
export type FollowUpAct = "complete" | "snooze" | "reassign" | "edit" | "reopen";

export interface FollowUpDrawerProps {
  readonly line: FollowUpLine;
  readonly onAct: (act: FollowUpAct, line: FollowUpLine) => void;
  readonly onClose: () => void;
}

export function FollowUpDrawer({ line, onAct, onClose }: FollowUpDrawerProps): ReactNode {
  const { t } = useText();
  const trash = useTrash(onClose);
  const isClosed = line.bucket === "closed";
  const act = (name: FollowUpAct) => () => onAct(name, line);
  return (
    <Drawer
      title={t("followUps.one")}
      isOpen
      onClose={onClose}
      takesFocus={false}
      actions={
        isClosed ? (
          <Button onPress={act("reopen")}>{t("followUps.reopen")}</Button>
        ) : (
          <>
            <Button keys="e" onPress={act("edit")}>
              {t("followUps.edit")}
            </Button>
            <Button keys="r" onPress={act("reassign")}>
              {t("followUps.reassign", { count: 1 })}
            </Button>
            <Button keys="s" onPress={act("snooze")}>
              {t("followUps.snooze", { count: 1 })}
            </Button>
            <Button tone="primary" keys="Space" onPress={act("complete")}>
              {t("followUp.complete", { count: 1 })}
            </Button>
          </>
        )
      }
    >
      <p className={css["wholeWhat"]}>
        <bdi>{line.followUp.what}</bdi>
      </p>
      <FollowUpFacts line={line} />
      <Attachments
        record={{ table: "followUps", id: line.followUp.id }}
        scope={line.followUp.scope}
        level={3}
      />
      <div className={css["past"]}>
        <Button
          size="small"
          tone="quiet"
          onPress={() => void trash.move({ table: "followUps", id: line.followUp.id }, line.followUp.what)}
        >
          {t("trash.move")}
        </Button>
      </div>
      {trash.question}
      <div className={css["past"]}>
        <Section title={t("history.title")} level={3}>
          <History records={[{ table: "followUps", id: line.followUp.id }]} />
        </Section>
      </div>
    </Drawer>
  );
}

function FollowUpFacts({ line }: { readonly line: FollowUpLine }): ReactNode {
  const { t, formatInstant } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const { followUp, post, directive, point, today, bucket } = line;
  const written = formatInstant(followUp.createdAt, settings.capitalTimeZone);
  const facts: readonly (Fact | false)[] = [
    {
      label: t("followUps.column.mark"),
      value: (
        <>
          <DueMark bucket={bucket} /> <ConflictBadge conflicts={followUp.conflicts} />
        </>
      ),
    },
    followUp.dueOn !== null && {
      label: t("followUp.dueOn"),
      value: <Day on={followUp.dueOn} today={bucket === "closed" ? undefined : today} />,
    },
    {
      label: t("followUp.owner"),
      value: followUp.owner === "" ? t("followUps.nobody") : <bdi>{followUp.owner}</bdi>,
    },
    { label: t("followUp.waitingOn"), value: enumText("party", followUp.waitingOn) },
    { label: t("followUp.priority"), value: enumText("priority", followUp.priority) },
    {
      label: t("followUp.post"),
      value:
        post === undefined ? (
          t("followUps.desk")
        ) : (
          <Link to={links.post(post.id)}>
            <bdi>{post.name}</bdi>
          </Link>
        ),
    },
    directive !== undefined && {
      label: t("followUp.directive"),
      value: (
        <Link to={links.directive(directive.id)}>
          <bdi>{directive.subject || directive.mrn}</bdi>
        </Link>
      ),
    },
    followUp.engagementId !== null && {
      label: t("followUps.from"),
      value: <Link to={links.engagement(followUp.engagementId)}>{t("followUps.from.engagement")}</Link>,
    },
    point !== undefined && { label: t("followUps.column.point"), value: <bdi>{point.text}</bdi> },
    followUp.outcome !== "" && {
      label: t("followUp.outcome"),
      value: <bdi className={css["outcome"]}>{followUp.outcome}</bdi>,
    },
    followUp.closedAt !== null && {
      label: t("followUps.closedAt"),
      value: formatInstant(followUp.closedAt, settings.capitalTimeZone),
    },
    { label: t("followUps.written"), value: written },
  ];
  return <FactsList facts={facts.filter((fact) => fact !== false)} />;
}
