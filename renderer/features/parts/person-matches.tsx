// People already known who may be the one somebody is about to enter.
import type { Counterpart } from "#core/model/counterpart.ts";
import type { Organization } from "#core/model/organization.ts";
import type { PersonMatch } from "#core/rules/duplicates.ts";
import { officeOn } from "#core/rules/offices.ts";
import { useText } from "#ui/text/use-text.ts";
import { officeText } from "./office-text.ts";
import { RecordMatches } from "./record-matches.tsx";
import { useWorkspace } from "./workspace.tsx";

export interface PersonMatchesProps {
  readonly matches: readonly PersonMatch[];
  readonly organizations: ReadonlyMap<string, Organization>;
  /** What may be done with a match: "Open", "Use this person". */
  readonly actionLabel: string;
  readonly onAction: (counterpart: Counterpart) => void;
}

export function PersonMatches({ matches, organizations, actionLabel, onAction }: PersonMatchesProps) {
  const { t, formatList } = useText();
  const { today } = useWorkspace();
  return (
    <RecordMatches
      label={t("person.matches")}
      lead={t("person.matches.lead", { count: matches.length })}
      matches={matches.map(({ counterpart, because }) => ({
        id: counterpart.id,
        name: counterpart.name,
        otherName: counterpart.nativeName,
        sign: because.includes("sameName") ? t("person.because.sameName") : "",
        line: officeText(officeOn(counterpart, today), organizations),
        facts: [
          {
            term: t("person.why"),
            text: formatList(because.map((reason) => t(`person.because.${reason}`))),
          },
          { term: t("person.country"), text: counterpart.country },
          { term: t("person.languages"), text: formatList(counterpart.languages) },
          { term: t("person.protocol"), text: counterpart.protocolNote },
        ],
      }))}
      actionLabel={actionLabel}
      onAction={(id) => {
        const match = matches.find(({ counterpart }) => counterpart.id === id);
        if (match) onAction(match.counterpart);
      }}
    />
  );
}
