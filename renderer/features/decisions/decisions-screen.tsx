// "Needs a decision": fields with two versions, one card each; decided one by one, many alike at once, or put off.
import type { ReactNode } from "react";
import { z } from "zod";
import {
  decide,
  decisionKey,
  goneFrom,
  type OpenDecision,
  openDecisions,
  setAside,
  type Waiting,
  waitingDecision,
} from "#data/decisions.ts";
import { allOrganizations } from "#data/counterparts.ts";
import { askedPairs, type FoundPair, waitingPair } from "#data/duplicates.ts";
import { namedBy, titlesOf } from "#data/record-titles.ts";
import { useLive } from "#data/use-live.tsx";
import type { View } from "#data/view/view.ts";
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
import { PairCard } from "./pair-card.tsx";
import { useBasis } from "./use-basis.ts";
import { useCardKeys } from "./use-card-keys.ts";
import { useWaitingList, WaitingCards } from "./waiting-cards.tsx";

const search = z.object({ kind: z.string().catch("") });
type Search = z.infer<typeof search>;
type Props = ScreenProps<"/decisions", Search>;

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

type Entry = Waiting &
  ({ readonly decision: OpenDecision; readonly found: null } | { readonly found: FoundPair });

function Inbox({ work, search: { kind }, setSearch }: Props & { readonly work: Work }): ReactNode {
  const text = useText();
  const { t } = text;
  const { device } = useWorkspace();
  const run = useCommand();
  const { decisions, pairs, posts, organizations, titles, places } = work;
  const waiting = decisions.map((decision) => ({ ...waitingDecision(decision), decision, found: null }));
  const entries: readonly Entry[] = [
    ...(kind === "" ? pairs.map((found) => ({ ...waitingPair(found), found })) : []),
    ...waiting.filter(({ decision }) => kind === "" || kindKey(decision) === kind),
  ];
  const list = useWaitingList(entries);
  const basis = useBasis(list.shown.flatMap((one) => (one.found === null ? [one.decision] : [])));
  const place = useCardKeys(list.drawn);
  const putOff = (one: Waiting, isAside: boolean) =>
    void run(setAside(one, isAside, goneFrom(device.setAside, "decisions", waiting)));
  return (
    <div className={css["body"]} ref={place} tabIndex={-1}>
      {decisions.length > 1 && (
        <DecisionTools decisions={decisions} kind={kind} onKind={(next) => setSearch({ kind: next })} />
      )}
      {entries.length === 0 && (kind === "" || pairs.length === 0) && (
        <EmptyState>{t("decisions.none")}</EmptyState>
      )}
      <WaitingCards
        list={list}
        renderCard={(one, isAside) =>
          one.found === null ? (
            <DecisionCard
              decision={one.decision}
              basis={basis.get(one.key)}
              postName={posts.get(one.decision.postId ?? "")}
              titles={titles}
              to={places.get(one.key) ?? null}
              isAside={isAside}
              onSettle={(value) =>
                void run(
                  decide([{ decision: one.decision, value }]),
                  t("decisions.settled", {
                    field: fieldLabel(text, one.decision.table, one.decision.path),
                  }),
                )
              }
              onAside={(aside) => putOff(one, aside)}
            />
          ) : (
            <PairCard
              found={one.found}
              organizations={organizations}
              posts={posts}
              isAside={isAside}
              onAside={(aside) => putOff(one, aside)}
            />
          )
        }
      />
    </div>
  );
}

export const decisionsScreen = defineScreen({ path: "/decisions", search, component: DecisionsScreen });
