// The head of a directive: what it is called, how it is marked, where it stands and how far posts have come.
import { useMemo } from "react";
import { directiveOutlook } from "#core/rules/directive-outlook.ts";
import { exclusions } from "#core/rules/task-scope.ts";
import { useNavigate } from "#ui/screen.ts";
import { Button } from "#ui/controls/button.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { useDeadlineText } from "../parts/deadline-text.ts";
import { useDeskClock } from "../parts/desk-clock.ts";
import { MarkingBadge } from "../parts/marking-badge.tsx";
import type { CaseView } from "./case-view.ts";
import css from "./masthead.module.css";
import { OutlookMark, useOutlookReason } from "./outlook-mark.tsx";
import { SaveDates } from "./save-dates.tsx";
import { StatusMenu } from "./status-menu.tsx";

/** "14 exempt and 1 on its own instruction are not counted." */
function useExclusionText(): (tally: CaseView["tally"]) => string {
  const { t, formatList } = useText();
  return (tally) => {
    const parts = exclusions.flatMap((why) =>
      tally[why] > 0 ? [t(`exclusion.${why}`, { count: tally[why] })] : [],
    );
    return parts.length === 0
      ? ""
      : t("exclusion.not-counted", { who: formatList(parts), count: tally.tasked - tally.counted });
  };
}

export function Masthead({ view }: { readonly view: CaseView }) {
  const { t } = useText();
  const navigate = useNavigate();
  const clock = useDeskClock();
  const { deadline } = useDeadlineText();
  const reason = useOutlookReason();
  const exclusionText = useExclusionText();
  const { directive } = view.file;
  const outlook = useMemo(
    () => directiveOutlook(directive, view.lines, clock),
    [directive, view.lines, clock],
  );
  const { tally } = view;
  const due = deadline(directive.deliverBy);
  const excluded = exclusionText(tally);
  return (
    <header className={css["masthead"]}>
      <div className={css["top"]}>
        <p className={css["reference"]}>
          {directive.mrn === "" ? t("directives.no-number") : <bdi>{directive.mrn}</bdi>}
          <MarkingBadge marking={directive.marking} isLong />
          <ConflictBadge conflicts={directive.conflicts} />
        </p>
        <div className={css["ways"]}>
          <SaveDates view={view} />
          <Button size="small" onPress={() => navigate(links.matrix(directive.id))}>
            {t("directive.matrix")}
          </Button>
          <Button size="small" onPress={() => navigate(links.report(directive.id))}>
            {t("directive.report")}
          </Button>
        </div>
      </div>
      <h1 className={css["title"]} title={directive.subject}>
        <bdi>{directive.subject === "" ? t("directive.no-subject") : directive.subject}</bdi>
      </h1>
      <dl className={css["facts"]}>
        <div>
          <dt className={css["unsaid"]}>{t("directive.status")}</dt>
          <dd>
            <StatusMenu view={view} />
          </dd>
        </div>
        <div>
          <dt title={t("directives.column.deadline.means")}>{t("directive.deadline")}</dt>
          <dd>{due === "" ? <span className={css["unset"]}>{t("field.unset")}</span> : due}</dd>
        </div>
        <div>
          <dt title={t("directives.column.delivered.means")}>{t("directive.delivered")}</dt>
          <dd title={excluded}>
            {t("directive.delivered-of", { made: tally.delivered, of: tally.counted })}
            {tally.tasked > tally.counted && (
              <span className={css["unset"]}>
                {t("directive.not-counted", { count: tally.tasked - tally.counted })}
              </span>
            )}
          </dd>
        </div>
        {outlook !== null && (
          <div>
            <dt className={css["unsaid"]}>{t("directive.outlook")}</dt>
            <dd title={reason(outlook)}>
              <OutlookMark outlook={outlook} />
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}
