// Bodies already known that may be the one somebody is about to enter.
import type { Organization } from "#core/model/organization.ts";
import type { BodyMatch } from "#core/rules/body-matches.ts";
import { bodyChain } from "#core/rules/offices.ts";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "./enum-text.ts";
import { RecordMatches } from "./record-matches.tsx";

export interface BodyMatchesProps {
  readonly matches: readonly BodyMatch[];
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly onUse: (id: string) => void;
}

export function BodyMatches({ matches, organizations, onUse }: BodyMatchesProps) {
  const { t, formatList } = useText();
  const enumText = useEnumText();
  return (
    <RecordMatches
      label={t("body.matches")}
      lead={t("body.matches.lead", { count: matches.length })}
      matches={matches.map(({ body, because }) => ({
        id: body.id,
        name: body.name,
        otherName: "",
        sign: because.includes("sameName") ? t("person.because.sameName") : "",
        line: [
          enumText("organizationKind", body.kind),
          ...bodyChain(body.parentId, organizations).map(({ name }) => name),
          body.country,
        ]
          .filter(Boolean)
          .join(", "),
        facts: [
          { term: t("person.why"), text: formatList(because.map((reason) => t(`person.because.${reason}`))) },
          { term: t("body.memberships"), text: formatList(body.memberships) },
          { term: t("body.note"), text: body.note },
        ],
      }))}
      actionLabel={t("body.use")}
      onAction={onUse}
    />
  );
}
