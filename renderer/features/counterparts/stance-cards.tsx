// Where a counterpart stands on each issue: the latest evidence first, what was known before beneath.
import { type ReactNode, useState } from "react";
import type { Position } from "#core/model/position.ts";
import { positionLedger } from "#core/rules/position-ledger.ts";
import type { PersonFile } from "#data/people.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { StanceMark } from "../parts/stance-mark.tsx";
import css from "./counterpart-screen.module.css";
import { StanceDialog } from "./stance-dialog.tsx";

export function StanceCards({ file }: { readonly file: PersonFile }): ReactNode {
  const { t } = useText();
  const [isNoting, setNoting] = useState(false);
  const standings = positionLedger(file.positions, { view: "counterpart", since: null });
  return (
    <section className={css["panel"]} aria-label={t("counterpart.positions")}>
      <div className={css["head"]}>
        <h2>{t("counterpart.positions")}</h2>
        {file.post !== undefined && file.issues.size > 0 && (
          <Button size="small" onPress={() => setNoting(true)}>
            {t("counterpart.stance.note")}
          </Button>
        )}
      </div>
      {standings.length === 0 && <p className={css["muted"]}>{t("counterpart.positions.none")}</p>}
      {standings.map(({ issueId, current, history, shift }) => (
        <article key={issueId} className={css["card"]}>
          <h3 className={css["issue"]}>{file.issues.get(issueId)?.name ?? t("counterpart.noIssue")}</h3>
          <p className={css["stance"]}>
            <StanceMark stance={current.stance} isTinted />
            {shift !== null && shift !== 0 && (
              <span className={css["muted"]}>
                {t(shift > 0 ? "directive.positions.nearer" : "directive.positions.further", {
                  steps: Math.abs(shift),
                })}
              </span>
            )}
          </p>
          <Evidence position={current} />
          {history.length > 1 && (
            <ol className={css["past"]} aria-label={t("counterpart.stance.before")}>
              {history
                .filter(({ id }) => id !== current.id)
                .toReversed()
                .map((position) => (
                  <li key={position.id}>
                    <StanceMark stance={position.stance} />
                    <Evidence position={position} />
                  </li>
                ))}
            </ol>
          )}
        </article>
      ))}
      {isNoting && file.post !== undefined && (
        <StanceDialog file={file} post={file.post} onClose={() => setNoting(false)} />
      )}
    </section>
  );
}

function Evidence({ position }: { readonly position: Position }): ReactNode {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const { on, basis, confidence, engagementId, baseline, quote, verbatim, note } = position;
  const words = [
    baseline ? t("counterpart.baseline") : enumText("positionBasis", basis),
    confidence === null ? "" : enumText("confidence", confidence),
    on === null ? "" : formatDay(on),
  ];
  return (
    <div className={css["evidence"]}>
      <p className={css["muted"]}>
        {words.filter(Boolean).join(" · ")}{" "}
        {engagementId !== null && (
          <Link to={links.engagement(engagementId)}>{t("counterpart.evidence")}</Link>
        )}
      </p>
      {quote !== "" && <p dir="auto">{verbatim ? <q>{quote}</q> : quote}</p>}
      {note !== "" && (
        <p className={css["muted"]} dir="auto">
          {note}
        </p>
      )}
    </div>
  );
}
