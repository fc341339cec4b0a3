// What was begun and not filed, and what has two versions: both wait for a person.
import type { ReactNode } from "react";
import type { Draft } from "#core/model/draft.ts";
import type { OpenDecision } from "#data/decisions.ts";
import { Link } from "#ui/controls/link.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./today-screen.module.css";

const shown = 5;

/** Forms that can be taken up again; the others live and die with their dialog. */
function linkOf({ form, id }: Draft): string | null {
  switch (form) {
    case "cable":
      return links.reviewCable(id);
    case "engagement":
      return links.logEngagement({ draft: id });
    case "directive":
    case "followUp":
      return null;
  }
}

export function Drafts({ drafts }: { readonly drafts: readonly Draft[] }): ReactNode {
  const { t, formatInstant } = useText();
  const { settings } = useWorkspace();
  const open = drafts.flatMap((draft) => {
    const to = linkOf(draft);
    return to === null ? [] : [{ draft, to }];
  });
  if (open.length === 0) return null;
  return (
    <Section title={t("today.drafts")} hint={t("today.drafts.hint")}>
      <ul className={css["plainList"]}>
        {open.slice(0, shown).map(({ draft, to }) => (
          <li key={draft.id}>
            <Link to={to}>
              <bdi>{draft.title || t(`today.draft.${draft.form}`)}</bdi>
            </Link>{" "}
            <span className={css["muted"]}>
              {t("today.draft.changed", { when: formatInstant(draft.changedAt, settings.capitalTimeZone) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Decisions({ decisions }: { readonly decisions: readonly OpenDecision[] }): ReactNode {
  const { t, has } = useText();
  if (decisions.length === 0) return null;
  return (
    <Section title={t("today.decisions")} hint={t("today.decisions.hint")}>
      <ul className={css["plainList"]}>
        {decisions.slice(0, shown).map(({ table, id, path, title }) => {
          const key = `field.${table}.${path.split("/")[0] ?? ""}`;
          return (
            <li key={`${table}/${id}/${path}`}>
              <Link to={links.decisions()}>
                <bdi>{title}</bdi>
              </Link>{" "}
              <span className={css["muted"]}>{has(key) ? t(key) : path}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
