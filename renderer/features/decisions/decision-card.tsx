// One field that waits: what stood before, the values side by side with who wrote each, and what may be done with them.
import { type ReactNode, useId, useState } from "react";
import type { Entity } from "#core/model/entity.ts";
import { entities } from "#core/model/index.ts";
import { joinedTexts, unionOf } from "#core/rules/decisions.ts";
import type { DecisionBasis, OpenDecision } from "#data/decisions.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { TagList } from "#ui/controls/tag-list.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { keyTitle } from "../parts/value-words.ts";
import { TextDiff } from "../parts/text-diff.tsx";
import { useValueWords } from "../parts/value-words.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./decisions-screen.module.css";
import { WhoWrote } from "./who-wrote.tsx";

export interface DecisionCardProps {
  readonly decision: OpenDecision;
  /** Read from the journal, after the card is drawn. */
  readonly basis: DecisionBasis | undefined;
  readonly postName: string | undefined;
  readonly titles: ReadonlyMap<string, string>;
  readonly to: string | null;
  readonly isAside: boolean;
  readonly onSettle: (value: unknown) => void;
  readonly onAside: (isAside: boolean) => void;
}

export function DecisionCard(props: DecisionCardProps): ReactNode {
  const { decision, basis, postName, titles, to, isAside, onSettle, onAside } = props;
  const text = useText();
  const { t } = text;
  const { settings } = useWorkspace();
  const headingId = useId();
  const field = fieldLabel(text, decision.table, decision.path);
  const about = keyTitle(decision.table, decision.path, titles);
  return (
    <section data-card className={css["card"]} aria-labelledby={headingId}>
      <div className={css["head"]}>
        <h2 id={headingId} className={css["title"]}>
          {to ? (
            <Link to={to}>
              <bdi>{decision.title}</bdi>
            </Link>
          ) : (
            <bdi>{decision.title}</bdi>
          )}
          <span className={css["field"]}>
            {" "}
            {field}
            {about !== "" && (
              <>
                {" "}
                <bdi>{about}</bdi>
              </>
            )}
          </span>
        </h2>
        <p className={css["muted"]}>
          {t(`table.${decision.table}`)} · <bdi>{postName ?? settings.capitalName}</bdi>
        </p>
      </div>
      {decision.path === "deleted" ? (
        <DeletionChoices decision={decision} basis={basis} titles={titles} onSettle={onSettle} />
      ) : (
        <ValueChoices decision={decision} basis={basis} titles={titles} onSettle={onSettle} />
      )}
      <div className={css["foot"]}>
        <Combine decision={decision} onSettle={onSettle} />
        <Button tone="quiet" onPress={() => onAside(!isAside)}>
          {t(isAside ? "decisions.notLater" : "decisions.later")}
        </Button>
      </div>
    </section>
  );
}

type ChoicesProps = Pick<DecisionCardProps, "decision" | "basis" | "titles" | "onSettle">;

function ValueChoices({ decision, basis, titles, onSettle }: ChoicesProps): ReactNode {
  const { t } = useText();
  const words = useValueWords();
  const { table, path, values } = decision;
  const said = (value: unknown) => words(table, path, value, titles);
  const before = basis?.ancestor ? said(basis.ancestor.value) : null;
  const isText = isWritten(decision);
  return (
    <>
      {basis !== undefined && (
        <div className={css["before"]}>
          <span className={css["muted"]}>
            {t(before === null ? "decisions.noBefore" : "decisions.before")}
          </span>{" "}
          {before !== null && <bdi className={css["text"]}>{before}</bdi>}
        </div>
      )}
      <div className={css["values"]}>
        {values.map((one, at) => (
          <div key={`${one.deviceId}${one.at}`} className={css["value"]} data-choice={at + 1}>
            <WhoWrote written={one} />
            <p className={css["text"]}>
              {isText && before !== null && before !== t("decisions.empty") ? (
                <TextDiff before={before} after={said(one.value)} />
              ) : (
                <bdi>{said(one.value)}</bdi>
              )}
            </p>
            <div className={css["keep"]}>
              <Button onPress={() => onSettle(one.value)}>{t("decisions.keep")}</Button>
              {at === 0 && <Badge isOutlined>{t("decisions.shown")}</Badge>}
            </div>
          </div>
        ))}
      </div>
    </>
  );
}

/** A deletion beside an edit it had not seen: the record stays in the trash, or comes back with the edit. */
function DeletionChoices({ decision, basis, titles, onSettle }: ChoicesProps): ReactNode {
  const text = useText();
  const { t } = text;
  const words = useValueWords();
  const { table, values } = decision;
  const deletion = values.find(({ value }) => value === true);
  return (
    <div className={css["values"]}>
      <div className={css["value"]} data-choice={1}>
        {deletion && <WhoWrote written={deletion} />}
        <p>{t("decisions.wasDeleted")}</p>
        <div className={css["keep"]}>
          <Button onPress={() => onSettle(true)}>{t("decisions.leaveDeleted")}</Button>
        </div>
      </div>
      <div className={css["value"]} data-choice={2}>
        <p className={css["muted"]}>{t("decisions.unseen")}</p>
        <ul className={css["edits"]}>
          {basis?.unseen.map((edit) => (
            <li key={`${edit.path} ${edit.at}`}>
              <span className={css["muted"]}>{fieldLabel(text, table, edit.path)}</span>{" "}
              <bdi className={css["text"]}>{words(table, edit.path, edit.value, titles)}</bdi>
              <WhoWrote written={edit} />
            </li>
          ))}
        </ul>
        <div className={css["keep"]}>
          <Button onPress={() => onSettle(false)}>{t("decisions.bringBack")}</Button>
        </div>
      </div>
    </div>
  );
}

function kindOf({ table, path }: OpenDecision): Entity["fields"][string]["kind"] | undefined {
  const entity: Entity = entities[table];
  return entity.fields[path]?.kind;
}

function isWritten(decision: OpenDecision): boolean {
  const kind = kindOf(decision);
  return kind === "text" || kind === "prose";
}

type Combined = { readonly text: string } | { readonly list: readonly string[] };

/** A text or list made of both, which a person edits before it stands. Members of a map are fields of their own. */
function Combine({ decision, onSettle }: Pick<DecisionCardProps, "decision" | "onSettle">): ReactNode {
  const { t } = useText();
  const [combined, setCombined] = useState<Combined | null>(null);
  const [isGivenUp, setGivenUp] = useState(false);
  const isList = kindOf(decision) === "list";
  if (!isList && !isWritten(decision)) return null;
  const values = decision.values.map(({ value }) => value);
  if (combined === null) {
    const start = isList ? { list: unionOf(values) } : { text: joinedTexts(values) };
    return (
      <Button takesFocus={isGivenUp} onPress={() => setCombined(start)}>
        {t("decisions.combine")}
      </Button>
    );
  }
  return (
    <div className={css["combine"]}>
      {"list" in combined ? (
        <TagList
          label={t("decisions.combined")}
          value={combined.list}
          onChange={(list) => setCombined({ list })}
          takesFocus
        />
      ) : (
        <TextArea
          label={t("decisions.combined")}
          value={combined.text}
          onChange={(text) => setCombined({ text })}
          takesFocus
        />
      )}
      <div className={css["keep"]}>
        <Button tone="primary" onPress={() => onSettle("list" in combined ? combined.list : combined.text)}>
          {t("decisions.keepCombined")}
        </Button>
        <Button
          tone="quiet"
          onPress={() => {
            setCombined(null);
            setGivenUp(true);
          }}
        >
          {t("decisions.notCombined")}
        </Button>
      </div>
    </div>
  );
}
