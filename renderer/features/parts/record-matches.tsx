// Records already there that may be what somebody is about to enter: cards that open to a summary, each with what to do.
import { useState } from "react";
import { Button } from "#ui/controls/button.tsx";
import { Badge } from "#ui/display/badge.tsx";
import css from "./record-matches.module.css";

export interface RecordMatch {
  readonly id: string;
  readonly name: string;
  /** The name in another script, or by which else it is known; empty: none. */
  readonly otherName: string;
  /** What makes it all but certain; empty: nothing does. */
  readonly sign: string;
  /** What it is, in one line; empty: nobody has said. */
  readonly line: string;
  /** The summary. Those without a text are left out. */
  readonly facts: readonly { readonly term: string; readonly text: string }[];
}

export interface RecordMatchesProps {
  readonly label: string;
  /** Said above the cards, and announced when their number changes. */
  readonly lead: string;
  /** The likeliest first. */
  readonly matches: readonly RecordMatch[];
  /** What may be done with a match: "Open", "Use this person". */
  readonly actionLabel: string;
  readonly onAction: (id: string) => void;
}

/** Nothing to see where nothing is like what is sought. */
export function RecordMatches({ label, lead, matches, actionLabel, onAction }: RecordMatchesProps) {
  return (
    <>
      {/* Screen readers announce what comes into a place that was there before. */}
      <p className={css["said"]} role="status">
        {matches.length > 0 && lead}
      </p>
      {matches.length > 0 && (
        <section className={css["matches"]} aria-label={label}>
          <p className={css["lead"]} aria-hidden>
            {lead}
          </p>
          <ul className={css["list"]}>
            {matches.slice(0, mostShown).map((match) => (
              <MatchCard
                key={match.id}
                match={match}
                actionLabel={actionLabel}
                onAction={() => onAction(match.id)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const mostShown = 5;

interface CardProps {
  readonly match: RecordMatch;
  readonly actionLabel: string;
  readonly onAction: () => void;
}

function MatchCard({ match, actionLabel, onAction }: CardProps) {
  const [isOpen, setOpen] = useState(false);
  const { name, otherName, sign, line, facts } = match;
  return (
    <li className={css["card"]}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={css["summary"]}>
          <bdi className={css["name"]}>{name}</bdi>
          {otherName !== "" && <bdi className={css["other"]}>{otherName}</bdi>}
          {sign !== "" && <Badge tone="warning">{sign}</Badge>}
          {line !== "" && (
            <span className={css["line"]}>
              <bdi>{line}</bdi>
            </span>
          )}
        </summary>
        <dl className={css["facts"]}>
          {facts
            .filter(({ text }) => text !== "")
            .map(({ term, text }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>
                  <bdi>{text}</bdi>
                </dd>
              </div>
            ))}
        </dl>
      </details>
      <Button size="small" onPress={onAction}>
        {actionLabel}
        <span className={css["said"]}> {name}</span>
      </Button>
    </li>
  );
}
