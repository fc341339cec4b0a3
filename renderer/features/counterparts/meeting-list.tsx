// Every engagement with a counterpart, the latest first, with the points made in each.
import type { ReactNode } from "react";
import { zoneFrom } from "#core/rules/calendar.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { PersonFile } from "#data/people.ts";
import { Link } from "#ui/controls/link.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import css from "./counterpart-screen.module.css";

export function MeetingList({ file }: { readonly file: PersonFile }): ReactNode {
  const { t } = useText();
  return (
    <section className={css["panel"]} aria-label={t("counterpart.meetings")}>
      <h2>{t("counterpart.meetings")}</h2>
      {file.engagements.length === 0 ? (
        <EmptyState>{t("counterpart.meetings.none")}</EmptyState>
      ) : (
        <ul>
          {file.engagements.map((engagement) => (
            <Meeting key={engagement.id} engagement={engagement} file={file} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Meeting({
  engagement,
  file,
}: {
  readonly engagement: Engagement;
  readonly file: PersonFile;
}): ReactNode {
  const { t, formatInstant } = useText();
  const enumText = useEnumText();
  const { at, timeZone, type, state, subject, reaction } = engagement;
  const points = Object.entries(engagement.points).flatMap(([id, { outcome }]) => {
    const point = file.points.get(id);
    return point ? [{ point, outcome }] : [];
  });
  const when = at === null ? t("counterpart.undated") : formatInstant(at, zoneFrom(timeZone));
  return (
    <li className={css["meeting"]}>
      <h3>
        <Link to={links.engagement(engagement.id)}>{`${when}, ${enumText("engagementType", type)}`}</Link>
      </h3>
      <p className={css["muted"]}>
        {[
          enumText("engagementState", state),
          reaction === null ? "" : enumText("reaction", reaction),
          subject,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ul className={css["points"]}>
        {points.map(({ point, outcome }) => (
          <li key={point.id}>
            <span className={css["muted"]}>{enumText("pointOutcome", outcome)}</span>
            <span className={css["clip"]} title={point.text}>
              {point.label} {point.text}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
