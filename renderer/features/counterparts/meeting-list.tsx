// Every engagement with a counterpart, the latest first, with the points raised in each and what was answered.
import type { ReactNode } from "react";
import type { Engagement } from "#core/model/engagement.ts";
import type { PointOutcome } from "#core/model/enums.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import type { PersonFile } from "#data/people.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { EngagementStateMark } from "../parts/engagement-state-mark.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./counterpart-screen.module.css";

export function MeetingList({ file }: { readonly file: PersonFile }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { post } = file;
  return (
    <section className={css["panel"]} aria-label={t("counterpart.meetings")}>
      <h2>{t("counterpart.meetings")}</h2>
      {file.engagements.length === 0 ? (
        <EmptyState
          actions={
            <Button onPress={() => navigate(links.logEngagement(post ? { post: post.id } : {}))}>
              {t("counterpart.log")}
            </Button>
          }
        >
          {t("counterpart.meetings.none")}
        </EmptyState>
      ) : (
        <ol>
          {file.engagements.map((engagement) => (
            <Meeting key={engagement.id} engagement={engagement} file={file} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** Points that were raised, by us or by the host; what was not said is told on the engagement's own page. */
const raised: ReadonlySet<PointOutcome> = new Set(["delivered", "partly", "hostRaised"]);

interface MeetingProps {
  readonly engagement: Engagement;
  readonly file: PersonFile;
}

function Meeting({ engagement, file }: MeetingProps): ReactNode {
  const { t, formatInstant } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const { id, at, timeZone, type, state, subject, reaction } = engagement;
  const points = Object.entries(engagement.points)
    .flatMap(([pointId, { outcome }]) => {
      const point = file.points.get(pointId);
      return point && raised.has(outcome) ? [{ point, outcome }] : [];
    })
    .toSorted((a, b) => a.point.order - b.point.order);
  const answers = file.responses.filter(({ engagementId }) => engagementId === id);
  const zone = zoneFrom(timeZone, file.post?.timeZone ?? "", settings.capitalTimeZone);
  const when = at === null ? t("counterpart.undated") : formatInstant(at, zone);
  return (
    <li className={css["meeting"]}>
      <div className={css["meetingHead"]}>
        <h3>
          <Link to={links.engagement(id)}>
            {t("counterpart.meeting", { type: enumText("engagementType", type), when })}
          </Link>
        </h3>
        <EngagementStateMark state={state} isPlain />
        {reaction !== null && <span className={css["muted"]}>{enumText("reaction", reaction)}</span>}
      </div>
      {subject !== "" && (
        <p className={css["muted"]} dir="auto">
          {subject}
        </p>
      )}
      {points.length > 0 && (
        <ul className={css["points"]}>
          {points.map(({ point, outcome }) => (
            <li key={point.id}>
              <span className={css["label"]}>{point.label}</span>
              <span className={css["clip"]} title={point.text} dir="auto">
                {point.text}
              </span>
              <span className={css["muted"]}>{enumText("pointOutcome", outcome)}</span>
            </li>
          ))}
        </ul>
      )}
      {answers.map(({ id: answerId, category, quote, text, verbatim }) => (
        <p key={answerId} className={css["answer"]}>
          <strong>{enumText("responseCategory", category)}</strong>{" "}
          {quote === "" ? <bdi>{text}</bdi> : verbatim ? <q dir="auto">{quote}</q> : <bdi>{quote}</bdi>}
        </p>
      ))}
    </li>
  );
}
