// The meetings and responses behind a cell, each leading to where it is written down.
import type { ReactNode } from "react";
import type { Engagement } from "#core/model/engagement.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { Link } from "#ui/controls/link.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./matrix-screen.module.css";

export function EvidenceList({
  line,
  pointId,
}: {
  readonly line: TaskLine;
  readonly pointId: string | null;
}): ReactNode {
  const { t } = useText();
  const meetings = line.engagements.toReversed();
  return (
    <Section title={t("matrix.evidence")} level={3}>
      {meetings.length === 0 && line.responses.length === 0 ? (
        <p className={css["muted"]}>{t("matrix.evidence.none")}</p>
      ) : (
        <ul className={css["evidence"]}>
          {meetings.map((engagement) => (
            <MeetingEvidence key={engagement.id} engagement={engagement} line={line} pointId={pointId} />
          ))}
          {line.responses.map((response) => (
            <ResponseEvidence key={response.id} line={line} response={response} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function MeetingEvidence(props: {
  readonly engagement: Engagement;
  readonly line: TaskLine;
  readonly pointId: string | null;
}): ReactNode {
  const { t, formatInstant } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const { engagement, line, pointId } = props;
  const { id, at, subject, type, state, theirs, points, timeZone } = engagement;
  const zone = zoneFrom(timeZone, line.post?.timeZone ?? "", settings.capitalTimeZone);
  const names = Object.values(theirs).map(({ name, title }) => (title === "" ? name : `${name}, ${title}`));
  const record = pointId !== null && Object.hasOwn(points, pointId) ? points[pointId] : undefined;
  const details = [
    at === null ? t("matrix.evidence.undated") : formatInstant(at, zone),
    enumText("engagementState", state),
  ];
  return (
    <li>
      <Link to={links.engagement(id)}>
        <bdi>{subject || enumText("engagementType", type)}</bdi>
      </Link>
      <span className={css["muted"]}>{details.join(" · ")}</span>
      {names.length > 0 && <bdi className={css["muted"]}>{names.join("; ")}</bdi>}
      {record !== undefined && (
        <span>
          {t("matrix.evidence.point", { outcome: enumText("pointOutcome", record.outcome) })}{" "}
          <bdi>{record.note}</bdi>
        </span>
      )}
    </li>
  );
}

function ResponseEvidence(props: {
  readonly line: TaskLine;
  readonly response: TaskLine["responses"][number];
}): ReactNode {
  const { t, formatInstant } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const { category, receivedAt, quote, text, engagementId } = props.response;
  const zone = zoneFrom(props.line.post?.timeZone ?? "", settings.capitalTimeZone);
  const words = t("matrix.evidence.response", { category: enumText("responseCategory", category) });
  return (
    <li>
      {engagementId === null ? words : <Link to={links.engagement(engagementId)}>{words}</Link>}
      {receivedAt !== null && <span className={css["muted"]}>{formatInstant(receivedAt, zone)}</span>}
      <bdi>{quote === "" ? text : t("matrix.quote", { text: quote })}</bdi>
    </li>
  );
}
