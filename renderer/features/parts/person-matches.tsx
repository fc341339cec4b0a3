// People already known who may be the one somebody is about to enter: cards that open to a summary, each with what to do.
import { useState } from "react";
import type { Counterpart } from "#core/model/counterpart.ts";
import type { Organization } from "#core/model/organization.ts";
import type { PersonMatch } from "#core/rules/duplicates.ts";
import { officeOn } from "#core/rules/offices.ts";
import { Button } from "#ui/controls/button.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { useText } from "#ui/text/use-text.ts";
import { officeText } from "./office-text.ts";
import css from "./person-matches.module.css";
import { useWorkspace } from "./workspace.tsx";

export interface PersonMatchesProps {
  readonly matches: readonly PersonMatch[];
  readonly organizations: ReadonlyMap<string, Organization>;
  /** What may be done with a match: "Open", "Use this person". */
  readonly actionLabel: string;
  readonly onAction: (counterpart: Counterpart) => void;
}

/** Nothing where nobody is like the person sought. */
export function PersonMatches({ matches, organizations, actionLabel, onAction }: PersonMatchesProps) {
  const { t } = useText();
  if (matches.length === 0) return null;
  return (
    <section className={css["matches"]} aria-label={t("person.matches")}>
      <p className={css["lead"]} role="status">
        {t("person.matches.lead", { count: matches.length })}
      </p>
      <ul className={css["list"]}>
        {matches.slice(0, mostShown).map((match) => (
          <MatchCard
            key={match.counterpart.id}
            match={match}
            organizations={organizations}
            actionLabel={actionLabel}
            onAction={() => onAction(match.counterpart)}
          />
        ))}
      </ul>
    </section>
  );
}

const mostShown = 5;

interface CardProps {
  readonly match: PersonMatch;
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly actionLabel: string;
  readonly onAction: () => void;
}

function MatchCard({ match, organizations, actionLabel, onAction }: CardProps) {
  const { t, formatList } = useText();
  const { today } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const { counterpart, because } = match;
  const office = officeText(officeOn(counterpart, today), organizations);
  return (
    <li className={css["card"]}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={css["summary"]}>
          <bdi className={css["name"]}>{counterpart.name}</bdi>
          {counterpart.nativeName !== "" && <bdi className={css["native"]}>{counterpart.nativeName}</bdi>}
          {because.includes("sameName") && <Badge tone="warning">{t("person.because.sameName")}</Badge>}
          {office !== "" && <bdi className={css["office"]}>{office}</bdi>}
        </summary>
        <dl className={css["facts"]}>
          <div>
            <dt>{t("person.why")}</dt>
            <dd>{formatList(because.map((reason) => t(`person.because.${reason}`)))}</dd>
          </div>
          {counterpart.country !== "" && (
            <div>
              <dt>{t("person.country")}</dt>
              <dd>{counterpart.country}</dd>
            </div>
          )}
          {counterpart.languages.length > 0 && (
            <div>
              <dt>{t("person.languages")}</dt>
              <dd>{formatList(counterpart.languages)}</dd>
            </div>
          )}
          {counterpart.protocolNote !== "" && (
            <div>
              <dt>{t("person.protocol")}</dt>
              <dd dir="auto">{counterpart.protocolNote}</dd>
            </div>
          )}
        </dl>
      </details>
      <Button size="small" onPress={onAction}>
        {actionLabel}
      </Button>
    </li>
  );
}
