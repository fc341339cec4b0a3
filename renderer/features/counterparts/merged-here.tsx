// A person's other records: under what names they were entered, what was written there since, and the way back.
import type { ReactNode } from "react";
import type { PersonFile } from "#data/people.ts";
import { Link } from "#ui/controls/link.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import css from "./counterpart-screen.module.css";

interface MergedHereProps {
  readonly file: PersonFile;
  /** The record whose link led here. */
  readonly askedId: string;
}

export function MergedHere({ file, askedId }: MergedHereProps): ReactNode {
  const { t } = useText();
  const { counterpart, merged } = file;
  if (merged.length === 0) return null;
  const asked = merged.find((row) => row.counterpart.id === askedId);
  return (
    <div className={css["notice"]}>
      {asked !== undefined && (
        <Callout tone="info">{t("counterpart.mergedInto", { name: asked.counterpart.name })}</Callout>
      )}
      <p className={css["muted"]}>{t("counterpart.mergedHere")}</p>
      <ul>
        {merged.map(({ counterpart: other, isWrittenSince }) => (
          <li key={other.id}>
            <Link to={links.merge("counterparts", counterpart.id, other.id)}>
              <bdi>{other.name}</bdi>
            </Link>
            {isWrittenSince && <span className={css["muted"]}> {t("counterpart.writtenSince")}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
