// Where a counterpart stands on each issue: the latest evidence first, what was known before beneath.
import type { ReactNode } from "react";
import { positionLedger } from "#core/rules/position-ledger.ts";
import type { Position } from "#core/model/position.ts";
import type { PersonFile } from "#data/people.ts";
import { Link } from "#ui/controls/link.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import css from "./counterpart-screen.module.css";

export function StanceCards({ file }: { readonly file: PersonFile }): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const standings = positionLedger(file.positions, { view: "counterpart", since: null });
  const issueName = (id: string) =>
    file.issues.find((issue) => issue.id === id)?.name ?? t("counterpart.noIssue");
  return (
    <div className={css["panel"]}>
      <h2>{t("counterpart.positions")}</h2>
      {standings.length === 0 && <p className={css["muted"]}>{t("counterpart.positions.none")}</p>}
      {standings.map(({ issueId, current, history }) => (
        <article key={issueId} className={css["card"]}>
          <p className={css["muted"]}>{issueName(issueId)}</p>
          <p className={css["stance"]}>{enumText("stance", current.stance)}</p>
          <Evidence position={current} />
          {history.length > 1 && (
            <ul className={css["past"]}>
              {history
                .filter(({ id }) => id !== current.id)
                .toReversed()
                .map((position) => (
                  <li key={position.id}>
                    {enumText("stance", position.stance)} <Evidence position={position} />
                  </li>
                ))}
            </ul>
          )}
        </article>
      ))}
    </div>
  );
}

function Evidence({ position }: { readonly position: Position }): ReactNode {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const { on, basis, confidence, engagementId, baseline } = position;
  const words = [
    baseline ? t("counterpart.baseline") : enumText("positionBasis", basis),
    confidence === null ? "" : enumText("confidence", confidence),
    on === null ? "" : formatDay(on),
  ];
  return (
    <span className={css["muted"]}>
      {words.filter(Boolean).join(", ")}{" "}
      {engagementId !== null && <Link to={links.engagement(engagementId)}>{t("counterpart.evidence")}</Link>}
    </span>
  );
}
