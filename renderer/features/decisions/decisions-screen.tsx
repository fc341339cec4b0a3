// "Needs a decision": the values side by side, who wrote which and when; one of them, or a new text, shall stand.
import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { Entity } from "#core/model/entity.ts";
import { entities } from "#core/model/index.ts";
import { decide, type OpenDecision, openDecisions } from "#data/decisions.ts";
import { namedBy, titlesOf } from "#data/record-titles.ts";
import { useLive } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { Ready } from "../parts/ready.tsx";
import { recordLink } from "../parts/record-link.ts";
import { useCommand } from "../parts/use-command.ts";
import { useValueWords } from "../parts/value-words.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./decisions-screen.module.css";

function DecisionsScreen(): ReactNode {
  const { t } = useText();
  const live = useLive(async (view) => {
    const decisions = await openDecisions(view);
    const posts = await view.page("posts", {});
    const names = new Map(posts.rows.map(({ id, name }) => [id, name]));
    const pointedTo = decisions.flatMap(({ table, path, values }) =>
      namedBy(
        table,
        path,
        values.map(({ value }) => value),
      ),
    );
    const titles = await titlesOf(view, pointedTo);
    return Promise.all(
      decisions.map(async (decision) => ({
        decision,
        names,
        titles,
        to: await recordLink(view, decision.table, decision.id),
      })),
    );
  }, []);
  return (
    <div className={css["screen"]}>
      <PageHeader title={t("decisions.title")} meta={t("decisions.what")} />
      <Ready live={live}>
        {(open) =>
          open.length === 0 ? (
            <EmptyState>{t("decisions.none")}</EmptyState>
          ) : (
            <ul className={css["list"]}>
              {open.map(({ decision, names, titles, to }) => (
                <Decision
                  key={`${decision.table}/${decision.id}/${decision.path}`}
                  decision={decision}
                  names={names}
                  titles={titles}
                  to={to}
                />
              ))}
            </ul>
          )
        }
      </Ready>
    </div>
  );
}

interface DecisionProps {
  readonly decision: OpenDecision;
  readonly names: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
  readonly to: string | null;
}

function Decision({ decision, names, titles, to }: DecisionProps): ReactNode {
  const text = useText();
  const { t, formatInstant } = text;
  const { settings } = useWorkspace();
  const run = useCommand();
  const words = useValueWords();
  const [combined, setCombined] = useState<string | null>(null);
  const entity: Entity = entities[decision.table];
  const kind = entity.fields[decision.path]?.kind;
  const field = fieldLabel(text, decision.table, decision.path);
  const settle = (value: unknown) => void run(decide(decision, value, ""), t("decisions.settled", { field }));
  return (
    <li className={css["decision"]}>
      <h2 className={css["title"]}>
        {to ? (
          <Link to={to}>
            <bdi>{decision.title}</bdi>
          </Link>
        ) : (
          <bdi>{decision.title}</bdi>
        )}
      </h2>
      <p className={css["about"]}>
        {t("decisions.about", {
          kind: t(`table.${decision.table}`),
          field,
          post: (decision.postId && names.get(decision.postId)) || settings.capitalName,
        })}
      </p>
      <div className={css["values"]}>
        {decision.values.map(({ value, at, user, deviceId }) => (
          <div key={`${deviceId}${at}`} className={css["value"]}>
            <p className={css["who"]}>
              {t("decisions.who", {
                user: user === "" ? t("decisions.unnamed") : user,
                when: formatInstant(at, settings.capitalTimeZone),
              })}
            </p>
            <p className={css["text"]}>
              <bdi>{words(decision.table, decision.path, value, titles)}</bdi>
            </p>
            <Button onPress={() => settle(value)}>{t("decisions.keep")}</Button>
          </div>
        ))}
      </div>
      {(kind === "text" || kind === "prose") && (
        <div className={css["combine"]}>
          {combined === null ? (
            <Button
              tone="quiet"
              onPress={() => setCombined(decision.values.map(({ value }) => String(value)).join("\n\n"))}
            >
              {t("decisions.combine")}
            </Button>
          ) : (
            <>
              <TextArea label={t("decisions.combined")} value={combined} onChange={setCombined} />
              <Button tone="primary" onPress={() => settle(combined)}>
                {t("decisions.keepCombined")}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

export const decisionsScreen = defineScreen({
  path: "/decisions",
  search: z.object({}),
  component: DecisionsScreen,
});
