// "Needs a decision": fields with two versions, one card each; decided one by one, many alike at once, or put off.
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { decide, decisionKey, openDecisions, setAside } from "#data/decisions.ts";
import { allOrganizations } from "#data/counterparts.ts";
import { askedPairs } from "#data/duplicates.ts";
import { namedBy, titlesOf } from "#data/record-titles.ts";
import { useLive } from "#data/use-live.tsx";
import type { View } from "#data/view/view.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, type ScreenProps } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { Ready } from "../parts/ready.tsx";
import { recordLink } from "../parts/record-link.ts";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { DecisionTools, kindKey } from "./decision-tools.tsx";
import css from "./decisions-screen.module.css";
import { PairCards, pairId } from "./pair-cards.tsx";
import { useBasis } from "./use-basis.ts";
import { useCardKeys } from "./use-card-keys.ts";

const search = z.object({ kind: z.string().catch("") });
type Search = z.infer<typeof search>;
type Props = ScreenProps<"/decisions", Search>;

/** How many cards are drawn at first, and with each press for more. */
const step = 20;

function DecisionsScreen(props: Props): ReactNode {
  const { t } = useText();
  const live = useLive(waitingWork, []);
  return (
    <div className={css["screen"]}>
      <PageHeader
        title={t("decisions.title")}
        meta={t("decisions.what")}
        actions={<Link to={links.duplicates()}>{t("duplicates.open")}</Link>}
      />
      <Ready live={live}>{(work) => <Inbox work={work} {...props} />}</Ready>
    </div>
  );
}

async function waitingWork(view: View) {
  const decisions = await openDecisions(view);
  const posts = await view.page("posts", {});
  const pointedTo = decisions.flatMap(({ table, path, values }) =>
    namedBy(
      table,
      path,
      values.map(({ value }) => value),
    ),
  );
  return {
    decisions,
    pairs: await askedPairs(view),
    organizations: await allOrganizations(view),
    posts: new Map(posts.rows.map(({ id, name }) => [id, name])),
    titles: await titlesOf(view, pointedTo),
    places: new Map(
      await Promise.all(
        decisions.map(async (one) => [decisionKey(one), await recordLink(view, one.table, one.id)] as const),
      ),
    ),
  };
}

type Work = Awaited<ReturnType<typeof waitingWork>>;

function Inbox({ work, search: { kind }, setSearch }: Props & { readonly work: Work }): ReactNode {
  const text = useText();
  const { t } = text;
  const { device } = useWorkspace();
  const run = useCommand();
  const [limit, setLimit] = useState(step);
  const { decisions, pairs, posts, titles, places } = work;
  const isAside = (one: Work["decisions"][number]) => device.setAside[decisionKey(one)] === one.values[0]?.at;
  const wanted = decisions.filter((one) => kind === "" || kindKey(one) === kind);
  const inOrder = [...wanted.filter((one) => !isAside(one)), ...wanted.filter(isAside)];
  const asideFrom = inOrder.findIndex(isAside);
  const shown = inOrder.slice(0, limit);
  const basis = useBasis(shown);
  const list = useCardKeys([...pairs.map(pairId), ...shown.map(decisionKey)].join("\n"));
  const waiting = new Set(decisions.map(decisionKey));
  const rest = inOrder.length - shown.length;
  return (
    <div className={css["body"]} ref={list} tabIndex={-1}>
      {decisions.length > 1 && (
        <DecisionTools decisions={decisions} kind={kind} onKind={(next) => setSearch({ kind: next })} />
      )}
      {inOrder.length === 0 && pairs.length === 0 && <EmptyState>{t("decisions.none")}</EmptyState>}
      {kind === "" && <PairCards pairs={pairs} organizations={work.organizations} posts={posts} />}
      {shown.map((one, at) => (
        <div key={decisionKey(one)} className={css["entry"]}>
          {at === asideFrom && <h2 className={css["aside"]}>{t("decisions.aside")}</h2>}
          <DecisionCard
            decision={one}
            basis={basis.get(decisionKey(one))}
            postName={posts.get(one.postId ?? "")}
            titles={titles}
            to={places.get(decisionKey(one)) ?? null}
            isAside={isAside(one)}
            onSettle={(value) =>
              void run(
                decide([{ decision: one, value }]),
                t("decisions.settled", { field: fieldLabel(text, one.table, one.path) }),
              )
            }
            onAside={(aside) => {
              const put = { [decisionKey(one)]: aside ? (one.values[0]?.at ?? "") : null };
              void run(setAside(put, device.setAside, waiting));
            }}
          />
        </div>
      ))}
      {rest > 0 && (
        <Button onPress={() => setLimit(limit + step)}>
          {t("decisions.more", { count: Math.min(rest, step), all: rest })}
        </Button>
      )}
    </div>
  );
}

export const decisionsScreen = defineScreen({ path: "/decisions", search, component: DecisionsScreen });
