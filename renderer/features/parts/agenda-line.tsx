// One thing that is open: what it is, when it is due, and the way to put it right.
import type { ReactNode } from "react";
import type { FollowUp } from "#core/model/follow-up.ts";
import type { AgendaEntry, AgendaMatter } from "#core/rules/agenda.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import { Day } from "#ui/display/time.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import css from "./agenda-line.module.css";
import { ConflictBadge } from "./conflict-badge.tsx";
import { useDeadlineText } from "./deadline-text.ts";
import { useEnumText } from "./enum-text.ts";
import { useWorkspace } from "./workspace.tsx";

export interface AgendaLineProps {
  readonly entry: AgendaEntry;
  /** The day it is at the post. */
  readonly today: string;
  readonly onComplete: (followUp: FollowUp) => void;
}

const shapes: Readonly<Record<AgendaMatter["kind"], Shape>> = {
  deliver: "circle",
  report: "half-circle",
  answer: "dotted",
  meeting: "diamond",
  followUp: "square",
  commitment: "check",
};

export function AgendaLine({ entry, today, onComplete }: AgendaLineProps): ReactNode {
  const { t } = useText();
  const deadlineText = useDeadlineText();
  const { matter, group, on } = entry;
  const isLate = group === "overdue";
  const due = "due" in matter ? deadlineText.due(matter.due) : "";
  return (
    <li className={css["line"]}>
      <span>
        <StateMark
          shape={isLate ? "triangle" : shapes[matter.kind]}
          tone={isLate ? "danger" : "neutral"}
          label={t(`agenda.kind.${matter.kind}`)}
          isPlain
        />
      </span>
      <span className={css["what"]}>
        <AgendaWords matter={matter} />
      </span>
      <span className={css["due"]} title={due}>
        {on === null ? (
          <span className={css["muted"]}>{due || t("agenda.noDay")}</span>
        ) : (
          <Day on={on} today={today} />
        )}
      </span>
      <span className={css["act"]}>
        <AgendaAction matter={matter} onComplete={onComplete} />
      </span>
    </li>
  );
}

function AgendaWords({ matter }: { readonly matter: AgendaMatter }): ReactNode {
  const { t, formatInstant } = useText();
  const { settings } = useWorkspace();
  const enumText = useEnumText();
  switch (matter.kind) {
    case "deliver":
    case "report":
    case "answer": {
      const { directive, task, timing } = matter.line;
      const name = directive?.subject || directive?.mrn || t("agenda.unnamedDirective");
      const details = [
        matter.kind === "answer"
          ? t("agenda.silence", { days: timing.silenceDays ?? 0 })
          : task.mode === "deliver"
            ? ""
            : enumText("taskingMode", task.mode),
        task.owner,
      ];
      return (
        <>
          <Link to={links.directive(task.directiveId ?? "", "posts")} tone="plain">
            <bdi>{name}</bdi>
          </Link>
          <ConflictBadge conflicts={task.conflicts} />
          <span className={css["more"]}>
            <bdi>{details.filter((word) => word !== "").join(" · ")}</bdi>
          </span>
        </>
      );
    }
    case "meeting": {
      const { id, subject, type, at, timeZone, theirs, place } = matter.engagement;
      const names = Object.values(theirs).map(({ name }) => name);
      const details = [
        at === null ? "" : formatInstant(at, zoneFrom(timeZone, settings.capitalTimeZone)),
        ...names,
        place,
      ];
      return (
        <>
          <Link to={links.engagement(id)} tone="plain">
            <bdi>{subject || enumText("engagementType", type)}</bdi>
          </Link>
          <span className={css["more"]}>
            <bdi>{details.filter((word) => word !== "").join(" · ")}</bdi>
          </span>
        </>
      );
    }
    case "followUp": {
      const { what, owner, waitingOn, conflicts, priority } = matter.followUp;
      const details = [
        owner,
        waitingOn === "us" ? "" : t("agenda.waitingOn", { party: enumText("party", waitingOn) }),
        priority === "high" ? t("agenda.high") : "",
      ];
      return (
        <>
          <bdi>{what}</bdi>
          <ConflictBadge conflicts={conflicts} />
          <span className={css["more"]}>
            <bdi>{details.filter((word) => word !== "").join(" · ")}</bdi>
          </span>
        </>
      );
    }
    case "commitment": {
      const { commitment, engagement } = matter;
      return (
        <>
          <Link to={links.engagement(engagement.id)} tone="plain">
            <bdi>{commitment.text}</bdi>
          </Link>
          <span className={css["more"]}>{t(`agenda.promise.${commitment.by}`)}</span>
        </>
      );
    }
  }
}

/** Where a thing is put right; a follow-up is completed on the spot. */
function wayOf(matter: Exclude<AgendaMatter, { readonly kind: "followUp" }>): string {
  switch (matter.kind) {
    case "deliver":
      return links.logEngagement({ task: matter.line.task.id });
    case "report":
    case "answer":
      return links.directive(matter.line.task.directiveId ?? "", "posts");
    case "meeting":
      return links.logEngagement({ edit: matter.engagement.id, state: "held" });
    case "commitment":
      return links.engagement(matter.engagement.id);
  }
}

function AgendaAction(
  props: Pick<AgendaLineProps, "onComplete"> & { readonly matter: AgendaMatter },
): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { matter, onComplete } = props;
  return (
    <Button
      size="small"
      onPress={() => (matter.kind === "followUp" ? onComplete(matter.followUp) : navigate(wayOf(matter)))}
    >
      {t(`agenda.act.${matter.kind}`)}
    </Button>
  );
}
